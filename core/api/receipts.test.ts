import { afterAll, beforeAll, expect, test } from "bun:test";
import { checkReceipt, type DrawRecord } from "@fairhat/protocol";
import { type Fairhat, type Site, siteOf, startFairhat } from "../testing/fairhat.ts";
import { expectProblem } from "../testing/refusals.ts";

let fairhat: Fairhat;
let site: Site;
beforeAll(async () => {
  fairhat = await startFairhat();
  site = siteOf(fairhat.context);
});
afterAll(() => fairhat.stop());

const NAMES = ["Ada Bellwether", "Grace Okorobia", "zoe.mueller@example.org", "Otto Kleemann", "Emmy Sandoval"];
const PRIVATE = { private: true, entries: NAMES, params: { winners: 2, alternates: 0 } };

const receipts = (id: string, key?: string, accept = "application/json") => {
  const authorization = key === undefined ? {} : { authorization: `Bearer ${key}` };
  return site.request("GET", `/api/draws/${id}/receipts`, { headers: { accept, ...authorization } });
};
const recordOf = async (id: string): Promise<DrawRecord> => (await site.get(`/api/draws/${id}/record`)).json;

/** Everything that is stored, as text: what an operator's query or a backup shows. */
async function stored(): Promise<string> {
  const tables = ["draw", "entries", "disclosure", "names", "names_key", "passover"] as const;
  const rows = tables.map((table) => fairhat.context.db.selectFrom(table).selectAll().execute());
  return JSON.stringify(await Promise.all(rows));
}

function expectNoName(text: string): void {
  for (const name of NAMES) {
    for (const form of [name, Buffer.from(name).toString("base64").slice(0, -3), encodeURIComponent(name)])
      expect(text).not.toContain(form);
  }
}

test("a private draw whose names core hid shows no name, and gives its organiser a receipt for each", async () => {
  const draw = await site.make(PRIVATE);
  expect((await site.verify(draw.id)).verdict).toBe("holds");
  const record = await recordOf(draw.id);
  expect(record.entries?.map((entry) => "masked" in entry && entry.masked)).toEqual([
    "A. B.",
    "G. O.",
    "z.",
    "O. K.",
    "E. S.",
  ]);
  const page = await site.get(`/draws/${draw.id}`);
  expectNoName([JSON.stringify(draw), JSON.stringify(record), page.text, await stored(), ...fairhat.lines].join("\n"));
  const { status, headers, json } = await receipts(draw.id, draw.manageKey);
  expect([status, headers.get("cache-control")]).toEqual([200, "no-store"]);
  const checked = json.receipts.map((one: { receipt: unknown }) => checkReceipt(one.receipt, record.manifest));
  expect(checked.map((one: { ok: boolean }) => one.ok)).toEqual(NAMES.map(() => true));
  expect(json.receipts.map((one: { label: string; place: number }) => [one.place, one.label])).toEqual(
    NAMES.map((label, at) => [at + 1, label]),
  );
});

test("as CSV, the table for mail merge has a link for each", async () => {
  const draw = await site.make(PRIVATE);
  const { headers, text } = await receipts(draw.id, draw.manageKey, "text/csv");
  expect(headers.get("content-type")).toBe("text/csv; charset=utf-8; header=present");
  const [head, ...lines] = text.trim().split("\r\n");
  expect(head).toContain('"place","name","tickets","receipt"');
  expect(lines).toHaveLength(NAMES.length);
  for (const line of lines) expect(line).toContain("https://draws.example/receipt#");
});

test("a request that is repeated gives the same draw, though its salts would be others", async () => {
  const headers = { "idempotency-key": "a key that nobody can guess".replaceAll(" ", "-") };
  const first = await site.make(PRIVATE, headers);
  const again = await site.make(PRIVATE, headers);
  expect([again.id, again.manageKey, again.entries]).toEqual([first.id, first.manageKey, first.entries]);
  const other = await site.send(
    "POST",
    "/api/draws",
    { title: "Three books", rule: "winners/1", draw: "now", ...PRIVATE, mask: "nothing" },
    undefined,
    headers,
  );
  expectProblem(other, 422, "idempotency_key_reused");
});

test("a new manage key opens the names, and the old one no more", async () => {
  const draw = await site.make(PRIVATE);
  const { manageKey } = (await site.send("POST", `/api/draws/${draw.id}/key`, {}, draw.manageKey)).json;
  expect((await receipts(draw.id, draw.manageKey)).status).toBe(403);
  expect((await receipts(draw.id, manageKey)).json.receipts).toHaveLength(NAMES.length);
});

test("a winner is named by position alone", async () => {
  const draw = await site.make(PRIVATE);
  const [{ position }] = draw.result.winners;
  const named = await site.send("POST", `/api/draws/${draw.id}/disclosures`, { names: [{ position }] }, draw.manageKey);
  expect(named.json.result.winners[0].label).toBe(NAMES[position]);
  const other = [0, 1, 2, 3, 4].find((at) =>
    draw.result.winners.every((one: { position: number }) => one.position !== at),
  );
  const refused = await site.send(
    "POST",
    `/api/draws/${draw.id}/disclosures`,
    { names: [{ position: other }] },
    draw.manageKey,
  );
  expectProblem(refused, 409, "place_not_drawn", "names[0]");
});

test("an erased draw keeps neither names nor the key to them", async () => {
  const draw = await site.make(PRIVATE);
  await site.send("POST", `/api/draws/${draw.id}/erase`, {}, draw.manageKey);
  for (const table of ["names", "names_key"] as const) {
    expect(await fairhat.context.db.selectFrom(table).selectAll().where("draw", "=", draw.id).execute()).toEqual([]);
  }
  expectProblem(await receipts(draw.id, draw.manageKey), 410, "list_erased");
});

test("a list that comes later is hidden by the same mask, with tickets", async () => {
  const made = { rule: "raffle/1", params: { winners: 1 }, draw: "later", private: true, mask: "mail", entries: [] };
  const draw = await site.make(made);
  const entries = [{ label: "zoe@example.org", tickets: 3 }, "ada@example.org"];
  const put = await site.send("PUT", `/api/draws/${draw.id}/entries`, { entries }, draw.manageKey);
  expect([put.status, put.json.entries.tickets]).toEqual([200, 4]);
  expectProblem(await receipts(draw.id, draw.manageKey), 409, "not_locked");
  await site.send("POST", `/api/draws/${draw.id}/lock`, {}, draw.manageKey);
  const { json } = await receipts(draw.id, draw.manageKey);
  expect(json.receipts.map(({ label, tickets }: { label: string; tickets: number }) => [label, tickets])).toEqual([
    ["zoe@example.org", 3],
    ["ada@example.org", 1],
  ]);
  expect(json.receipts[0].receipt.entry.masked).toBe("z…@e….org");
});

test("what cannot be hidden is refused by its place, without a name", async () => {
  const hidden = { hidden: "0".repeat(64), masked: "" };
  for (const [changes, at] of [
    [{ entries: ["Ada Bellwether", "Grace Okorobia", "Ada Bellwether"] }, "entries[2].label"],
    [{ entries: [hidden] }, "entries[0]"],
    [{ private: false, mask: "initials" }, "mask"],
    [{ mask: "everything" }, "mask"],
  ] as const) {
    const body = { title: "Three books", rule: "winners/1", draw: "now", ...PRIVATE, ...changes };
    const refused = await site.send("POST", "/api/draws", body);
    expectProblem(refused, 422, "malformed", at);
    expectNoName(refused.text);
  }
});

test("there are no receipts without the manage key, nor of names that core does not keep", async () => {
  const draw = await site.make(PRIVATE);
  expectProblem(await receipts(draw.id), 401, "no_manage_key");
  expectProblem(await receipts(draw.id, "x".repeat(43)), 403, "wrong_manage_key");
  const open = await site.make({ entries: NAMES });
  expectProblem(await receipts(open.id, open.manageKey), 409, "names_not_kept");
});

test("a long list is hidden in the worker, and each of its receipts proves its place", async () => {
  const entries = Array.from({ length: 1_100 }, (_, at) => `Person ${at}`);
  const draw = await site.make({ ...PRIVATE, entries });
  const { json } = await receipts(draw.id, draw.manageKey);
  const { manifest } = await recordOf(draw.id);
  expect(json.receipts).toHaveLength(entries.length);
  for (const at of [0, 999, 1_000, 1_099]) {
    const { label, receipt } = json.receipts[at];
    expect([label, receipt.index, checkReceipt(receipt, manifest).ok]).toEqual([entries[at], at, true]);
  }
});
