import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { type Fairhat, type Reply, type Site, silent, siteOf, startFairhat, withRules } from "../testing/fairhat.ts";
import { expectProblem } from "../testing/refusals.ts";

let fairhat: Fairhat;
let site: Site;

beforeAll(async () => {
  fairhat = await startFairhat();
  site = siteOf(fairhat.context);
});
afterAll(() => fairhat.stop());

const WANTED = { rule: "winners/1", params: { winners: 2 }, entries: { count: 5, tickets: 5 } };
const check = (changes: object = {}, query = "", headers = {}): Promise<Reply> =>
  site.send("POST", `/api/rules/check${query}`, { ...WANTED, ...changes }, undefined, headers);

describe("a rule is asked what it would do", () => {
  test("and answers with a sentence and all parameters", async () => {
    const reply = await check();
    expect(reply).toMatchObject({
      status: 200,
      json: {
        fits: true,
        sentence: "2 winners are drawn from 5 entries; every entry has the same chance.",
        takesTickets: false,
        params: { winners: 2, alternates: 0 },
      },
    });
    expect(reply.headers.get("content-language")).toBe("en");
    expect((await check({ rule: "raffle/1" })).json.takesTickets).toBe(true);
  });

  test.each([
    ["?lang=de", {}],
    ["", { "accept-language": "de" }],
    ["", { cookie: "lang=de" }],
  ])("in the client's language: %j", async (query, headers) => {
    const fits = await check({}, query, headers);
    expect(fits.headers.get("content-language")).toBe("de");
    expect(fits.json.sentence).toContain("5 Einträgen");
    const fitsNot = await check({ params: { winners: 9 } }, query, headers);
    expect(fitsNot.headers.get("content-language")).toBe("de");
    expect(fitsNot.json.why).toStartWith("Gewünscht: 9 Gewinne");
  });

  test("or why it cannot work, which is not an error", async () => {
    const { status, json } = await check({ params: { winners: 9 } });
    expect(status).toBe(200);
    expect(json).toMatchObject({ fits: false, reason: "does_not_fit", field: { at: "params.winners" } });
    expect(json.why).toBe("You asked for 9 winners but have 5 entries.");
    expect((await check({ rule: "nobody/1" })).json.fits).toBe(false);
    expect((await check({ params: { winners: "two" } })).json).toMatchObject({
      fits: false,
      field: { at: "params.winners" },
    });
  });
});

describe("an invalid question is refused", () => {
  test.each<[object, string]>([
    [{ rule: "" }, "rule"],
    [{ params: [] }, "params"],
    [{ params: { x: "x".repeat(70_000) } }, "params"],
    [{ entries: { count: -1, tickets: 0 } }, "entries.count"],
    [{ entries: { count: 1 } }, "entries.tickets"],
    [{ more: 1 }, "more"],
  ])("%j", async (changes, at) => {
    expectProblem(await check(changes), 422, "malformed", at);
  });

  test("a form, and any request while rules are unavailable", async () => {
    const form = await site.submit("/api/rules/check", { rule: "winners/1" });
    expect(form.status).toBe(415);
    const down = siteOf(withRules(fairhat.context, { check: silent }));
    expectProblem(await down.send("POST", "/api/rules/check", WANTED), 503, "service_unavailable");
  });
});
