import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { join } from "node:path";
import type { Context } from "../draws/context.ts";
import { CHUNK } from "../draws/entries.ts";
import { manageKey } from "../manage-key.ts";
import { DRAW, type Fairhat, type Reply, type Site, siteOf, startFairhat, withRules } from "../testing/fairhat.ts";
import { expectProblem, storedIn } from "../testing/refusals.ts";

let fairhat: Fairhat;
let context: Context;
let site: Site;

beforeAll(async () => {
  fairhat = await startFairhat();
  context = fairhat.context;
  site = siteOf(context);
});
afterAll(() => fairhat.stop());

const UNKNOWN = "0123456789abcdef0123456789abcdef";
const LONG = "x".repeat(201);
const WINNERS = { winners: 2, alternates: 1 };

describe("a draw made in one step", () => {
  test("is answered with its result, labels beside positions, and its key", async () => {
    const made = await site.make();
    expect(made).toMatchObject({
      state: "drawn",
      title: DRAW.title,
      listed: false,
      params: WINNERS,
      announced: false,
      parties: 2,
    });
    expect(made.url).toBe(`https://draws.example/draws/${made.id}`);
    expect(made.result.winners).toHaveLength(2);
    for (const { position, label } of [...made.result.winners, ...made.result.alternates]) {
      expect(label).toBe(DRAW.entries[position] as string);
    }
    expect(made.manageKey).toBe(manageKey(context.secret, { id: made.id, generation: 1 }));
    const { manageKey: _, ...seen } = made;
    expect((await site.get(`/api/draws/${made.id}`)).json).toEqual(seen);
    expect(await site.verify(made.id)).toMatchObject({ verdict: "holds", signers: "pinned", announced: false });
  });

  test("has its list in pages, in the given order, with duplicates", async () => {
    const entries = Array.from({ length: CHUNK + 1 }, (_, at) => `Person ${at % 900}`);
    const { id } = await site.make({ entries });
    const page = async (query: string) => (await site.get(`/api/draws/${id}/entries${query}`)).json;
    expect(await page("")).toEqual({
      count: 1_001,
      from: 0,
      entries: entries.slice(0, 100).map((label) => ({ label })),
    });
    expect((await page("?from=950")).entries).toEqual(entries.slice(950).map((label) => ({ label })));
    expect((await page("?from=1000")).entries).toEqual([{ label: entries[1_000] as string }]);
    expect((await page("?from=5000")).entries).toEqual([]);
    expect((await site.verify(id)).verdict).toBe("holds");
  });

  test("normalises text to NFC", async () => {
    const made = await site.make({ title: "Cafe\u0301", entries: ["Ame\u0301lie", "Bob", "Cy"] });
    expect(made.title).toBe("Café");
    expect((await site.get(`/api/draws/${made.id}/entries`)).json.entries[0]).toEqual({ label: "Amélie" });
    expect((await site.verify(made.id)).verdict).toBe("holds");
  });

  test("has a record as a permanently cacheable file", async () => {
    const { id } = await site.make();
    const record = await site.get(`/api/draws/${id}/record`);
    expect(record.headers.get("content-type")).toBe("application/json");
    expect(record.headers.get("content-disposition")).toBe(`inline; filename="fairhat-${id}.json"`);
    expect(record.headers.get("cache-control")).toBe("public, no-cache");
    expect(record.headers.get("surrogate-key")).toBe(`/api/draws/${id}/record drawn`);
    expect(record.json).toMatchObject({ type: "fairhat/1/record", state: "drawn", manifest: { draw: id } });
  });

  test("has a record that the proxy does not cache if the list is very long", async () => {
    const { id } = await site.make({ entries: Array.from({ length: 10_001 }, (_, at) => `Person ${at}`) });
    const { headers } = await site.get(`/api/draws/${id}/record`);
    expect([headers.get("surrogate-key"), headers.get("cache-control")]).toEqual([null, "public, no-cache"]);
  });

  test("is refused while core is busy with another long list, and accepted after it", async () => {
    const long = JSON.stringify({ ...DRAW, title: "" }).padEnd(40 * 2 ** 20); // refused once it was read
    const send = () =>
      site.request("POST", "/api/draws", {
        headers: { "content-type": "application/json", "content-length": String(long.length) },
        body: long,
      });
    const replies = await Promise.all([send(), send(), site.send("POST", "/api/draws", DRAW)]);
    expect(replies.map(({ status, json }) => [status, json.reason])).toEqual([
      [422, "malformed"],
      [503, "busy"],
      [201, undefined],
    ]);
    let again = await send();
    for (const end = Date.now() + 20_000; again.status === 503 && Date.now() < end; again = await send()) {
      await Bun.sleep(5); // its room is released after the answer
    }
    expect(again.status).toBe(422);
  }, 120_000);
});

describe("a draw for later", () => {
  const later = (changes: object = {}) => site.make({ ...changes, draw: "later" });
  const step = (name: string, { id, manageKey }: Reply["json"], body: unknown = {}) =>
    site.send(name === "entries" ? "PUT" : "POST", `/api/draws/${id}/${name}`, body, manageKey);

  test("is changed, locked and drawn by its organiser", async () => {
    const draw = await later();
    expect(draw).toMatchObject({ state: "open", result: null, record: null, manifest: null });
    const changed = await step("entries", draw, { entries: ["Ada", "Grace", { label: "Emmy", tickets: 1 }] });
    expect(changed).toMatchObject({ status: 200, json: { state: "open", entries: { count: 3, tickets: 3 } } });
    const locked = await step("lock", draw);
    expect(locked).toMatchObject({ status: 200, json: { state: "locked", announced: null, lead: null, record: null } });
    expect(locked.json.drawAfter).toBe(locked.json.lockedAt);
    expect(locked.json.boundAt).toBeString();
    const drawn = await step("draw", draw);
    expect(drawn).toMatchObject({ status: 200, json: { state: "drawn", manifest: locked.json.manifest } });
    expect(await site.verify(draw.id)).toMatchObject({ verdict: "holds", announced: false });
    for (const { json } of [changed, locked, drawn]) expect(json).not.toHaveProperty("manageKey");
  });

  const sendText = ({ id, manageKey }: Reply["json"], body: BodyInit, type = "text/plain", query = "") =>
    site.request("PUT", `/api/draws/${id}/entries${query}`, {
      headers: { authorization: `Bearer ${manageKey}`, "content-type": type },
      body,
    });

  test("may start with an empty list, which then comes as text and can be sent again", async () => {
    const draw = await later({ rule: "raffle/1", params: { winners: 2 }, entries: [] });
    expect(draw).toMatchObject({ state: "open", entries: { count: 0, tickets: 0 } });
    expectProblem(await step("lock", draw), 422, "does_not_fit", "entries.count");
    expect((await site.get(`/draws/${draw.id}`)).status).toBe(200);
    const managed = await site.submit(`/draws/${draw.id}/manage`, {
      key: draw.manageKey,
      action: "entries",
      entries: "Emmy, 2\nSophie",
    });
    expect(managed.status).toBe(200);
    const table = 'Name;Tickets\n"Lovelace, Ada";3\nGrace;1\n';
    for (const _ of [1, 2]) {
      const reply = await sendText(draw, table, "text/csv; charset=utf-8");
      expect(reply).toMatchObject({ status: 200, json: { entries: { count: 2, tickets: 4 } } });
    }
    const { json } = await site.request("GET", `/api/draws/${draw.id}/entries`);
    expect(json.entries).toEqual([{ label: "Lovelace, Ada", tickets: 3 }, { label: "Grace" }]);
    expect((await step("draw", draw)).json.state).toBe("drawn");
    expectProblem(await sendText(draw, "Ada"), 409, "already_drawn");
  });

  test("reads long text in a worker, and lines literally if the rule counts no tickets", async () => {
    const draw = await later({ entries: [] });
    const labels = Array.from({ length: 20_000 }, (_, at) => `Zo\u00eb, ${at + 1}`);
    const reply = await sendText(draw, labels.join("\r\n"));
    expect(reply).toMatchObject({ status: 200, json: { entries: { count: 20_000, tickets: 20_000 } } });
  });

  test.each<[BodyInit, string, string]>([
    ["Ada, 1,000\nGrace, 2", "tickets_unreadable", "list_unclear"],
    ["Ada, 3\nGrace, 1\nTotal, 4", "sum_row", "list_unclear"],
    ["<html><table>", "html", "malformed"],
    [Uint8Array.of(0x5a, 0x6f, 0xeb), "other bytes", "malformed"],
    [Uint8Array.of(0x5a, 0xc3), "other bytes", "malformed"],
  ])("refuses ambiguous text: %j", async (text, found, reason) => {
    const draw = await later({ rule: "raffle/1", params: { winners: 1 }, entries: [] });
    const reply = await sendText(draw, text);
    expectProblem(reply, 422, reason, "entries");
    expect(reply.json.field.found).toBe(found);
  });

  test("accepts a finding that is kept by its code", async () => {
    const draw = await later({ rule: "raffle/1", params: { winners: 1 }, entries: [] });
    const text = "Ada, 3\nGrace, 1\nTotal, 4";
    expectProblem(await sendText(draw, text, "text/plain", "?keep=numbering"), 422, "list_unclear", "entries");
    expectProblem(await sendText(draw, text, "text/plain", "?keep=Total!"), 422, "malformed", "keep");
    const { json } = await sendText(draw, text, "text/plain", "?keep=numbering,sum_row");
    expect(json.entries).toMatchObject({ count: 3 });
    const other = { headers: { "content-type": "text/plain" }, body: "Ada" };
    expect((await site.request("POST", "/api/draws", other)).status).toBe(415);
  });

  const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  const ODS = "application/vnd.oasis.opendocument.spreadsheet";
  const workbook = (name: string) => Bun.file(join(import.meta.dir, "../../packages/lists/testing/workbooks", name));

  test.each([
    ["gnumeric-fr.ods", ODS],
    ["gnumeric-de.xlsx", XLSX],
  ])("reads the list from %s, with its tickets", async (name, type) => {
    const draw = await later({ rule: "raffle/1", params: { winners: 2 }, entries: [] });
    const { json } = await sendText(draw, workbook(name), type);
    expect(json.entries).toMatchObject({ count: 3, tickets: 3_510 });
  });

  test.each([
    ["", "list_unclear", "sheet"],
    ["?sheet=0", "malformed", "sheet"],
    ["?sheet=99", "malformed", "sheet"],
    ["?sheet=1", "list_unclear", "entries"], // one row is hidden
  ])("refuses a workbook of several sheets with the query %j", async (query, reason, at) => {
    const draw = await later({ entries: [] });
    expectProblem(await sendText(draw, workbook("openpyxl-hidden.xlsx"), XLSX, query), 422, reason, at);
  });

  test("refuses a file that is not a workbook", async () => {
    const draw = await later({ entries: [] });
    expectProblem(await sendText(draw, "PK, but no archive", XLSX), 422, "malformed", "entries");
  });

  test("is scheduled for a time", async () => {
    const drawAfter = new Date(Date.now() + 60_000).toISOString();
    const draw = await later();
    expect((await step("lock", draw, { drawAfter })).json).toMatchObject({ state: "locked", drawAfter });
    expect((await step("lock", draw, { drawAfter })).status).toBe(200);
    const offset = new Date(Date.parse(drawAfter) + 7_200_000).toISOString().replace("Z", "+02:00");
    expect((await step("lock", draw, { drawAfter: offset })).json).toMatchObject({ state: "locked", drawAfter });
    expectProblem(await step("draw", draw), 409, "too_early");
    expectProblem(await step("lock", draw, { drawAfter: null }), 409, "already_locked");
  });

  test("is cancelled with a reason", async () => {
    const draw = await later();
    await step("lock", draw);
    const stopped = await step("void", draw, { reason: "too few cafe\u0301s" });
    expect(stopped).toMatchObject({
      status: 200,
      json: { state: "void", void: { reason: "too few cafés" }, result: null },
    });
    expect((await site.verify(draw.id)).verdict).toBe("void");
    expect((await step("void", draw, { reason: "too few cafés" })).status).toBe(200);
  });

  test("has no record before it is drawn or void", async () => {
    const draw = await later();
    expectProblem(await site.get(`/api/draws/${draw.id}/record`), 409, "no_record_yet");
    await step("lock", draw);
    expectProblem(await site.get(`/api/draws/${draw.id}/record`), 409, "no_record_yet");
  });

  test("refuses each step out of order, and stays unchanged", async () => {
    const [open, locked, drawn, stopped] = [await later(), await later(), await later(), await later()];
    await step("lock", locked);
    await step("draw", drawn);
    await step("lock", stopped);
    await step("void", stopped, { reason: "no" });
    const before = await storedIn(context);
    const bodies: Record<string, object> = { entries: { entries: ["Ada", "Bob", "Cy"] }, void: { reason: "another" } };
    const table: [Reply["json"], Record<string, string>][] = [
      [open, { void: "not_locked" }],
      [locked, { entries: "already_locked" }],
      [drawn, { entries: "already_drawn", lock: "already_drawn", void: "already_drawn" }],
      [stopped, { entries: "already_void", lock: "already_void", draw: "already_void", void: "already_void" }],
    ];
    for (const [draw, refusals] of table) {
      for (const [name, reason] of Object.entries(refusals))
        expectProblem(await step(name, draw, bodies[name]), 409, reason);
    }
    expect(await storedIn(context)).toEqual(before);
  });

  test("refuses invalid input by its field, and stays unchanged", async () => {
    const draw = await later();
    const before = await storedIn(context);
    const cases: [string, unknown, string, string][] = [
      ["entries", {}, "malformed", "entries"],
      ["entries", { entries: [] }, "does_not_fit", "entries.count"],
      ["entries", { entries: ["Ada", "Bob"] }, "does_not_fit", "params.alternates"],
      ["entries", { entries: ["Ada", "Bob", LONG] }, "malformed", "entries[2]"],
      ["entries", { entries: ["Ada", "Bob", "Cy"], more: 1 }, "malformed", "more"],
      ["lock", { drawAfter: "tomorrow" }, "malformed", "drawAfter"],
      ["lock", { drawAfter: "2027-02-30T00:00:00.000Z" }, "malformed", "drawAfter"],
      ["lock", { drawAfter: "2020-01-01T00:00:00.000Z" }, "time_has_passed", "drawAfter"],
      ["lock", { at: null }, "malformed", "at"],
      ["draw", { now: true }, "malformed", "now"],
      ["draw", [], "malformed", ""],
      ["void", {}, "malformed", "reason"],
      ["void", { reason: "" }, "malformed", "reason"],
      ["void", { reason: LONG }, "malformed", "reason"],
      ["void", { reason: "two\nlines" }, "malformed", "reason"],
    ];
    for (const [name, body, reason, at] of cases) expectProblem(await step(name, draw, body), 422, reason, at);
    const headers = { authorization: `bearer ${draw.manageKey}` };
    expectProblem(await site.request("POST", `/api/draws/${draw.id}/void`, { headers }), 422, "malformed", "reason");
    expect(await storedIn(context)).toEqual(before);
    const locked = await site.request("POST", `/api/draws/${draw.id}/lock`, { headers });
    expect(locked.json.state).toBe("locked");
  });
});

describe("an Idempotency-Key", () => {
  const send = (key: string, changes: object = {}) =>
    site.send("POST", "/api/draws", { ...DRAW, ...changes }, undefined, { "idempotency-key": key });

  test("gives the same draw and the same manage key again", async () => {
    const first = await send("the-very-same-request");
    const again = await send("the-very-same-request");
    expect(first.status).toBe(201);
    expect([again.status, again.json]).toEqual([201, first.json]);
  });

  test("is refused with another body", async () => {
    await send("two-different-requests");
    const before = await storedIn(context);
    expectProblem(await send("two-different-requests", { title: "Another" }), 422, "idempotency_key_reused");
    expect(await storedIn(context)).toEqual(before);
  });

  test("makes one draw of many concurrent requests", async () => {
    const replies = await Promise.all(Array.from({ length: 5 }, () => send("many-requests-at-once")));
    expect(new Set(replies.map(({ status, json }) => `${status} ${json.id} ${json.manageKey}`)).size).toBe(1);
  });
});

describe("public reads", () => {
  test.each(["nothing", UNKNOWN, UNKNOWN.toUpperCase(), `${UNKNOWN}0`])(
    "an unknown draw %s is not found",
    async (id) => {
      for (const path of ["", "/entries", "/record"])
        expectProblem(await site.get(`/api/draws/${id}${path}`), 404, "no_such_draw");
    },
  );

  test.each<[string, string]>([
    ["/api/draws?after=x", "after"],
    [`/api/draws?after=2026-11-22T12:00:00.000Z_${UNKNOWN}x`, "after"],
    [`/api/draws/${UNKNOWN}/entries?from=-1`, "from"],
  ])("%s is refused by its field", async (path, at) => {
    const { id } = await site.make();
    expectProblem(await site.get(path.replace(UNKNOWN, id)), 422, "malformed", at);
  });

  test("recent draws that are listed, newest first", async () => {
    const unlisted = await site.make({ draw: "later" });
    const first = await site.make({ draw: "later", listed: true });
    const second = await site.make({ draw: "later", listed: true });
    const ids = (await site.get("/api/draws")).json.draws.map(({ id }: { id: string }) => id);
    expect(ids.slice(0, 2)).toEqual([second.id, first.id]);
    expect(ids).not.toContain(unlisted.id);
    const after = `${second.createdAt}_${second.id}`;
    expect((await site.get(`/api/draws?after=${after}`)).json.draws[0].id).toBe(first.id);
  });

  test("the rules and the services", async () => {
    const { rules } = (await site.get("/api/rules")).json;
    expect(rules.map(({ name }: { name: string }) => name)).toContain("winners/1");
    const services = (await site.get("/api/services")).json;
    expect(services).toMatchObject({ a: { operator: "Alpha" }, b: { operator: "Beta" }, parties: 2 });
    expect(services.a.keys).toHaveLength(1);
    expect(services.urls).toEqual({ a: "https://draws.example/services/a", b: "https://random.example" });
  });

  test("the description of the API", async () => {
    const { json } = await site.get("/api/openapi.json");
    expect(Object.keys(json.paths)).toEqual([
      ...["/health", "/api/draws", "/api/draws/{id}", "/api/draws/{id}/entries", "/api/draws/{id}/result.csv"],
      ...[
        "/api/draws/{id}/lock",
        "/api/draws/{id}/record",
        "/api/draws/{id}/key",
        "/api/draws/{id}/draw",
        "/api/draws/{id}/void",
      ],
      ...[
        "/api/draws/{id}/redraw",
        "/api/draws/{id}/follow-up",
        "/api/draws/batch",
        "/api/draws/{id}/passovers",
        "/api/draws/{id}/steps",
      ],
      ...["/api/draws/{id}/disclosures", "/api/draws/{id}/erase", "/api/draws/{id}/receipts"],
      ...["/api/draws/{id}/webhooks", "/api/draws/{id}/webhooks/{webhook}"],
      ...["/api/draws/{id}/events", "/api/rules", "/api/services"],
      ...["/api/rules/check", "/api/replays"],
    ]);
    const make = json.paths["/api/draws"].post;
    expect(make.requestBody.content["application/json"].schema.required).toEqual(["title", "rule", "draw"]);
    expect(make.parameters).toMatchObject([{ in: "header", name: "Idempotency-Key" }]);
    expect(json.paths["/api/draws/{id}/entries"].get.parameters).toContainEqual(
      expect.objectContaining({ in: "query", name: "from" }),
    );
    const steps = ["lock", "draw", "void", "redraw"].map((name) => json.paths[`/api/draws/{id}/${name}`].post);
    for (const { security } of [...steps, json.paths["/api/draws/{id}/entries"].put]) {
      expect(security).toEqual([{ manageKey: [] }]);
    }
    expect(json.components.securitySchemes.manageKey).toMatchObject({ type: "http", scheme: "bearer" });
  });

  test("which code answers", async () => {
    expect((await site.request("GET", "/health")).json).toEqual({ service: "core", revision: "test", version: "1" });
  });
});

test("an internal error reveals nothing", async () => {
  const broken = siteOf(withRules(context, { check: () => Promise.reject(new Error("a bug with Ada")) }));
  const reply = await broken.send("POST", "/api/draws", DRAW);
  expectProblem(reply, 500, "internal_error");
  expect(reply.text).not.toContain("Ada");
});
