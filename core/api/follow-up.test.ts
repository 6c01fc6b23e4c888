import { afterAll, beforeAll, expect, test } from "bun:test";
import { readDocument, utf8 } from "@fairhat/protocol";
import { verifyRecord } from "@fairhat/verify";
import { type Fairhat, type Reply, type Site, siteOf, startFairhat } from "../testing/fairhat.ts";
import { all, formTo, textOf } from "../testing/html.ts";
import { englishOn, sentWith } from "../testing/language.ts";
import { filled, pageOf } from "../testing/pages.ts";
import { expectProblem } from "../testing/refusals.ts";

let fairhat: Fairhat;
let site: Site;
beforeAll(async () => {
  fairhat = await startFairhat();
  site = siteOf(fairhat.context);
});
afterAll(() => fairhat.stop());

type Json = Reply["json"];
const NAMES = ["Ada", "Grace", "Emmy", "Radia", "Hedy", "Joan"];
const positions = (list: { position: number }[]) => list.map(({ position }) => position);
const first = (changes = {}) => site.make({ entries: NAMES, params: { winners: 2, alternates: 1 }, ...changes });
const follow = ({ id, manageKey }: Json, body: object = {}, headers = {}) =>
  site.send("POST", `/api/draws/${id}/follow-up`, body, manageKey, headers);

/** What a verifier says of a draw beside the one that it follows. */
async function verdictBeside(draw: Json, before: Json): Promise<string> {
  const [file, earlier] = await Promise.all(
    [draw, before].map(async ({ id }) => utf8((await site.get(`/api/draws/${id}/record`)).text)),
  );
  const read = readDocument(earlier as Uint8Array);
  return verifyRecord(file as Uint8Array, { previous: read.kind === "record" ? read.record : null }).verdict;
}

test("a follow-up draw has the same list without those who won, and both draws name each other", async () => {
  const draw = await first();
  const [winner] = positions(draw.result.winners);
  const pass = (position?: number) =>
    site.send("POST", `/api/draws/${draw.id}/passovers`, { position, reason: "Did not come" }, draw.manageKey);
  await pass(winner);
  await pass(positions(draw.result.alternates)[0]); // moved up, and nobody is left
  const made = await follow(draw);
  expect(made).toMatchObject({ status: 201, json: { state: "drawn", rule: "winners/2", previous: { id: draw.id } } });
  expect(made.headers.get("cache-control")).toBe("no-store");
  const out = [...positions(draw.result.winners), ...positions(draw.result.alternates)].toSorted((a, b) => a - b);
  const params = { winners: 1, alternates: 0, limit: null, excluded: out, follows: draw.manifest };
  expect(made.json.params).toEqual(params);
  expect(out).not.toContain(positions(made.json.result.winners)[0]);
  expect((await site.get(`/api/draws/${draw.id}`)).json.followUps).toMatchObject([{ id: made.json.id }]);
  expect(await verdictBeside(made.json, draw)).toBe("holds");
  expect((await site.verify(made.json.id)).verdict).toBe("holds");
  expect(textOf(pageOf(await site.get(`/draws/${made.json.id}`)))).toContain(
    "3 entries that had won before are excluded",
  );
  expect(textOf(pageOf(await site.get(`/draws/${draw.id}`)))).toContain("More winners were drawn from the rest");
  // And once more, until nobody is left who has not won.
  const third = await follow(made.json, { params: { winners: 2 } });
  expect(third.json.params.excluded).toHaveLength(4);
  expect(await verdictBeside(third.json, made.json)).toBe("holds");
  expectProblem(await follow(third.json), 422, "does_not_fit", "params.excluded");
});

test("tickets and prizes go on, a time is kept, and a repeated request makes one draw", async () => {
  const entries = NAMES.map((label, at) => ({ label, tickets: at + 1 }));
  const raffle = await first({ rule: "raffle/1", entries });
  expect((await follow(raffle)).json.rule).toBe("raffle/2");
  const prizes = [{ name: "Book", quantity: 2 }];
  const later = { drawAfter: "2036-01-31T12:00:00Z", title: "More books", params: { prizes, alternates: 1 } };
  const headers = { "idempotency-key": "a-key-that-is-long-enough" };
  const [one, again] = [await follow(raffle, later, headers), await follow(raffle, later, headers)];
  expect(one.json).toMatchObject({ state: "locked", rule: "prizes/2", title: "More books", params: { tickets: true } });
  expect(again.json).toEqual(one.json);
});

test("a limit is for each group, and what it has no room for is refused before the lock", async () => {
  const entries = NAMES.map((label, at) => ({ label, group: `Household ${at % 3}` }));
  const limit = { rule: "winners/2", entries };
  const draw = await first({ ...limit, params: { winners: 3, limit: 1 } });
  const groups = draw.result.winners.map(({ position }: { position: number }) => position % 3);
  expect(new Set(groups).size).toBe(3);
  expect((await site.verify(draw.id)).verdict).toBe("holds");
  const ask = (changes: object) => site.send("POST", "/api/draws", { title: "T", draw: "now", ...limit, ...changes });
  expectProblem(await ask({ params: { winners: 4, limit: 1 } }), 422, "does_not_fit", "params.limit");
  expectProblem(await ask({ entries: NAMES, params: { winners: 1, limit: 1 } }), 422, "does_not_fit", "params.limit");
  // Each household has won once.
  expectProblem(await follow(draw), 422, "does_not_fit", "params.limit");
});

test("there is none of a draw that is not drawn, has no winners or no list, or of somebody else's", async () => {
  const draw = await first();
  expectProblem(await follow({ ...draw, manageKey: undefined }), 401, "no_manage_key");
  expectProblem(await follow(await first({ draw: "later" })), 409, "not_drawn");
  expectProblem(await follow(await first({ rule: "order/1", params: {} })), 409, "no_winners");
  expectProblem(await follow(draw, { params: { winners: 0 } }), 422, "malformed", "params.winners");
  expectProblem(await follow(draw, { params: { excluded: [] } }), 422, "malformed", "params.excluded");
  const body = { title: "T", rule: "winners/2", entries: NAMES, draw: "now" };
  const claimed = { ...body, params: { winners: 1, follows: draw.manifest } };
  expectProblem(await site.send("POST", "/api/draws", claimed), 422, "malformed", "params.follows");
  await site.send("POST", `/api/draws/${draw.id}/erase`, {}, draw.manageKey);
  expectProblem(await follow(draw), 410, "list_erased");
});

test("the organiser's page makes it with one click, also in German", async () => {
  const german = sentWith(site, { "accept-language": "de" });
  const draw = await first();
  const path = `/draws/${draw.id}/manage`;
  const shown = await german.submit(path, new URLSearchParams({ key: draw.manageKey, action: "show" }));
  const form = filled(formTo(pageOf(shown, 200, "de"), path, "followup"), { action: "followup" });
  expect(form.get("winners")).toBe("1");
  const none = pageOf(
    await german.submit(path, new URLSearchParams([...form, ["winners", "9"]].toReversed())),
    422,
    "de",
  );
  expect(textOf(none)).toContain("Plätze");
  const made = pageOf(await german.submit(path, form), 201, "de");
  expect(englishOn(made)).toEqual([]);
  const [one] = (await site.get(`/api/draws/${draw.id}`)).json.followUps;
  expect(all(made, "form").map((one) => one.attributes.get("action"))).toContain(`/draws/${one.id}/manage`);
  const again = pageOf(await german.submit(path, form), 201, "de");
  expect(textOf(again)).toContain(draw.title);
  expect((await site.get(`/api/draws/${draw.id}`)).json.followUps).toHaveLength(1);
  for (const id of [draw.id, one.id])
    expect(englishOn(pageOf(await german.get(`/draws/${id}`), 200, "de"))).toEqual([]);
});
