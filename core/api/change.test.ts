// An organiser's changes besides the list: details, the key, deletion.
import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import type { Context } from "../draws/context.ts";
import { type Fairhat, type Reply, type Site, siteOf, startFairhat } from "../testing/fairhat.ts";
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

type Made = Reply["json"];
const later = (changes: object = {}): Promise<Made> => site.make({ ...changes, draw: "later" });
const send = (method: string, { id, manageKey }: Made, path = "", body: unknown = {}) =>
  site.send(method, `/api/draws/${id}${path}`, body, manageKey);

describe("an open draw", () => {
  test("gets another title, rule and parameters, is locked with them, and is then final", async () => {
    const draw = await later({ organiser: "Library" });
    const titled = await send("PATCH", draw, "", { title: "Cafe\u0301", listed: true });
    expect(titled).toMatchObject({ status: 200, json: { title: "Caf\u00e9", organiser: "Library", rule: draw.rule } });
    const ruled = await send("PATCH", draw, "", { rule: "groups/1", params: { groups: 2 } });
    expect(ruled).toMatchObject({ status: 200, json: { title: "Caf\u00e9", rule: "groups/1" } });
    expect((await send("POST", draw, "/draw")).json.state).toBe("drawn");
    const { json } = await site.get(`/api/draws/${draw.id}/record`);
    expect(json.manifest).toMatchObject({ title: "Caf\u00e9", organiser: "Library", rule: "groups/1" });
    expect((await site.verify(draw.id)).verdict).toBe("holds");
    expectProblem(await send("PATCH", draw, "", { title: "Other" }), 409, "already_drawn");
    expectProblem(await send("DELETE", draw), 409, "already_drawn");
  });

  test.each([
    [{ title: " " }, 422, "malformed", "title"],
    [{ organiser: "x".repeat(201) }, 422, "malformed", "organiser"],
    [{ rule: "nobody/1" }, 422, "unknown_rule", "rule"],
    [{ rule: "groups/1" }, 422, "does_not_fit", "params.groups"],
    [{ params: { winners: 99 } }, 422, "does_not_fit", "params.winners"],
    [{ entries: ["Ada"] }, 422, "malformed", "entries"],
  ])("is not changed by %j", async (change, status, reason, at) => {
    const draw = await later();
    const before = await storedIn(context);
    expectProblem(await send("PATCH", draw, "", change), status, reason, at);
    expect(await storedIn(context)).toEqual(before);
  });

  test("is changed before its lock or after it, never in between", async () => {
    const draws = await Promise.all(Array.from({ length: 8 }, () => later()));
    for (const draw of draws) {
      const [changed, drawn] = await Promise.all([
        send("PATCH", draw, "", { title: "Changed" }),
        send("POST", draw, "/draw"),
      ]);
      expect([200, 409]).toContain(changed.status);
      expect([200, 409]).toContain(drawn.status);
      const { json } = await site.get(`/api/draws/${draw.id}`);
      if (json.state === "open") continue; // the lock came too late and was refused
      const record = await site.get(`/api/draws/${draw.id}/record`);
      expect(record.json.manifest.title).toBe(json.title);
      expect((await site.verify(draw.id)).verdict).toBe("holds");
    }
  });

  test("keeps both of two concurrent changes", async () => {
    const draws = await Promise.all(Array.from({ length: 8 }, () => later()));
    for (const draw of draws) {
      const answers = await Promise.all([
        send("PATCH", draw, "", { title: "Changed" }),
        send("PATCH", draw, "", { organiser: "Library" }),
      ]);
      expect(answers.map(({ status }) => status)).toEqual([200, 200]);
      expect((await site.get(`/api/draws/${draw.id}`)).json).toMatchObject({ title: "Changed", organiser: "Library" });
    }
  });

  test("deleted while it is drawn is one or the other, and never an internal error", async () => {
    const draws = await Promise.all(Array.from({ length: 8 }, () => later()));
    for (const draw of draws) {
      const [drawn, gone] = await Promise.all([send("POST", draw, "/draw"), send("DELETE", draw)]);
      expect([
        [200, 409],
        [404, 204],
        [403, 204],
      ]).toContainEqual([drawn.status, gone.status]);
    }
  });

  test("is deleted with its list, for everyone", async () => {
    const draw = await later({ listed: true });
    expectProblem(await site.send("DELETE", `/api/draws/${draw.id}`, {}, "wrong"), 403, "wrong_manage_key");
    expect((await send("DELETE", draw)).status).toBe(204);
    expectProblem(await site.get(`/api/draws/${draw.id}`), 404, "no_such_draw");
    expect((await site.get(`/draws/${draw.id}`)).status).toBe(404);
    expectProblem(await send("DELETE", draw), 403, "wrong_manage_key");
    expect(JSON.stringify(await storedIn(context))).not.toContain(draw.id);
  });
});

describe("a manage key", () => {
  const replace = (draw: Made, token?: string) =>
    site.request("POST", `/api/draws/${draw.id}/key`, {
      headers: {
        authorization: `Bearer ${draw.manageKey}`,
        "content-type": "application/json",
        ...(token !== undefined && { "idempotency-key": token }),
      },
      body: "{}",
    });

  test("is replaced, also of a finished draw: the old one opens nothing, the new one everything", async () => {
    for (const draw of [await later(), await site.make()]) {
      const replaced = await replace(draw);
      expect(replaced.status).toBe(200);
      expect(replaced.json.manageKey).toMatch(/^[\w-]{43}$/);
      expect(replaced.headers.get("cache-control")).toBe("no-store");
      expectProblem(await send("POST", draw, "/lock"), 403, "wrong_manage_key");
      const renewed = { ...draw, manageKey: replaced.json.manageKey };
      expect((await send("PATCH", renewed, "", {})).status).toBe(draw.state === "open" ? 200 : 409);
      expectProblem(await replace(draw), 403, "wrong_manage_key");
    }
  });

  test("is replaced once by a repeated request, and again by another one", async () => {
    const draw = await later();
    const token = crypto.randomUUID();
    const first = await replace(draw, token);
    expect((await replace(draw, token)).json).toEqual(first.json);
    expectProblem(await replace(draw, crypto.randomUUID()), 403, "wrong_manage_key");
    const second = await replace({ ...draw, manageKey: first.json.manageKey }, token);
    expect(second.json.manageKey).toBe(first.json.manageKey);
  });

  test("once replaced, is not returned by the request that made the draw", async () => {
    const headers = { "content-type": "application/json", "idempotency-key": crypto.randomUUID() };
    const body = JSON.stringify({ title: "T", rule: "order/1", entries: ["Ada", "Grace"], draw: "later" });
    const draw = (await site.request("POST", "/api/draws", { headers, body })).json;
    await replace(draw);
    expectProblem(await site.request("POST", "/api/draws", { headers, body }), 409, "key_replaced");
  });
});
