import { afterAll, beforeAll, expect, test } from "bun:test";
import { PUBLISHED } from "@fairhat/replays";
import { type Fairhat, type Site, siteOf, startFairhat } from "../testing/fairhat.ts";
import { fieldsOf, formTo, textOf } from "../testing/html.ts";
import { englishOn, sentWith } from "../testing/language.ts";
import { filled, pageOf, problemsOf } from "../testing/pages.ts";

let fairhat: Fairhat;
let site: Site;
beforeAll(async () => {
  fairhat = await startFairhat();
  site = siteOf(fairhat.context);
});
afterAll(() => fairhat.stop());

const EXAMPLE = {
  rule: "rfc3797/1",
  params: { pool: 25, picks: 4, sources: [[9319], [2, 5, 8, 10, 12], [9, 18, 26, 34, 41, 45]] },
};

test("the API recomputes RFC 3797's example, with each step", async () => {
  const { status, json } = await site.send("POST", "/api/replays", EXAMPLE);
  expect(status).toBe(200);
  expect(json).toMatchObject({
    rule: "rfc3797/1",
    key: "9319./2.5.8.10.12./9.18.26.34.41.45./",
    picks: [17, 7, 2, 16],
  });
  expect(json.steps).toHaveLength(4);
});

test.each<[string, Record<string, unknown>, string, string]>([
  ["a method that is not there", { rule: "luck/1" }, "unknown_rule", "rule"],
  ["an empty source", { params: { ...EXAMPLE.params, sources: [[9319], []] } }, "malformed", "params.sources[1]"],
  ["more picks than the pool has", { params: { ...EXAMPLE.params, picks: 26 } }, "malformed", "params.picks"],
  ["nothing to replay", { params: {} }, "malformed", "params.pool"],
])("%s is refused with field and reason", async (_, changes, reason, at) => {
  const { status, json } = await site.send("POST", "/api/replays", { ...EXAMPLE, ...changes });
  expect([status, json.reason, json.field.at]).toEqual([422, reason, at]);
});

test("the page shows every published selection with an equal result", async () => {
  const text = textOf(pageOf(await site.get("/replays")));
  for (const { title } of PUBLISHED) expect(text).toContain(title);
  for (const { picks } of PUBLISHED) expect(text.split(picks.join(" ")).length).toBeGreaterThan(2);
  expect(text.match(/Both are the same/g)).toHaveLength(PUBLISHED.length);
  expect(text).not.toContain("They differ");
});

test("the page replays typed input, and keeps it if refused", async () => {
  const form = formTo(pageOf(await site.get("/replays")), "/replays");
  const page = pageOf(await site.submit("/replays", fieldsOf(form)));
  expect(textOf(page)).toContain("17 7 2 16 25 23 8 24 19 13");
  const german = sentWith(site, { "accept-language": "de" });
  const refused = pageOf(await german.submit("/replays", filled(form, { picks: "26" })), 422, "de");
  expect(problemsOf(refused).join()).toContain("höchstens 25, so viele wie die Liste hat; gefunden: 26");
  expect(englishOn(refused)).toEqual([]);
  expect(fieldsOf(formTo(refused, "/replays")).get("picks")).toBe("26");
});
