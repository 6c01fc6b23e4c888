import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import {
  DRAW,
  draft,
  type Fairhat,
  granted,
  type Reply,
  reasonOf,
  type Site,
  siteOf,
  startFairhat,
} from "../testing/fairhat.ts";
import { expectProblem, storedIn } from "../testing/refusals.ts";
import { makeDraw } from "./make.ts";
import { redraw } from "./redraw.ts";
import { findDraw } from "./repository.ts";

let fairhat: Fairhat;
let site: Site;

beforeAll(async () => {
  fairhat = await startFairhat();
  site = siteOf(fairhat.context);
});
afterAll(() => fairhat.stop());

/** A locked draw made void. */
async function stopped(): Promise<Reply["json"]> {
  const draw = await site.make({ draw: "later" });
  await site.send("POST", `/api/draws/${draw.id}/lock`, {}, draw.manageKey);
  await site.send("POST", `/api/draws/${draw.id}/void`, { reason: "Grace was left out" }, draw.manageKey);
  return draw;
}

const again = ({ id, manageKey }: Reply["json"], changes: object = {}, headers = {}) =>
  site.send("POST", `/api/draws/${id}/redraw`, { ...DRAW, ...changes }, manageKey, headers);
const told = async (id: string) => (await site.get(`/api/draws/${id}`)).json;
const linkTo = (id: string) => ({ id, url: `https://draws.example/draws/${id}` });

describe("a redraw", () => {
  test("is a new draw that names the void one, in its manifest as well", async () => {
    const old = await stopped();
    const made = await again(old);
    expect(made).toMatchObject({ status: 201, json: { state: "drawn", previous: linkTo(old.id), redraws: [] } });
    expect(made.json.manageKey).toHaveLength(43);
    expect(made.headers.get("cache-control")).toBe("no-store");
    const { manifest } = (await site.get(`/api/draws/${made.json.id}/record`)).json;
    expect(manifest).toMatchObject({ previous: old.id, policy: { redraw: "void" } });
    expect(await site.verify(made.json.id)).toMatchObject({ verdict: "holds" });
    expect((await site.verify(old.id)).verdict).toBe("void");
  });

  test("is listed by the void one, in order if there are several", async () => {
    const old = await stopped();
    expect(await told(old.id)).toMatchObject({ previous: null, redraws: [] });
    const ids = [];
    for (let at = 0; at < 3; at += 1) ids.push((await again(old, { draw: at ? "later" : "now" })).json.id);
    expect((await told(old.id)).redraws).toEqual(ids.map(linkTo));
  });

  test("kept open is locked with the name of the void one", async () => {
    const old = await stopped();
    const { json: made } = await again(old, { draw: "later", entries: ["Ada", "Grace", "Emmy", "Radia"] });
    await site.send("POST", `/api/draws/${made.id}/draw`, {}, made.manageKey);
    expect((await site.get(`/api/draws/${made.id}/record`)).json.manifest.previous).toBe(old.id);
    expect((await site.verify(made.id)).verdict).toBe("holds");
  });

  test("that is void can be drawn again as well", async () => {
    const { json: second } = await again(await stopped(), { draw: "later" });
    await site.send("POST", `/api/draws/${second.id}/lock`, {}, second.manageKey);
    await site.send("POST", `/api/draws/${second.id}/void`, { reason: "again" }, second.manageKey);
    const { json: third } = await again(second);
    expect(third.previous.id).toBe(second.id);
    expect((await site.verify(third.id)).verdict).toBe("holds");
  });

  test("repeated with its key is one draw; with the same key elsewhere it is refused", async () => {
    const [old, other] = [await stopped(), await stopped()];
    const headers = { "idempotency-key": "a key that is long enough".replaceAll(" ", "-") };
    const [first, second] = [await again(old, {}, headers), await again(old, {}, headers)];
    expect(second.json).toEqual(first.json);
    expect((await told(old.id)).redraws).toHaveLength(1);
    expectProblem(await again(other, {}, headers), 422, "idempotency_key_reused");
    expectProblem(await site.send("POST", "/api/draws", DRAW, undefined, headers), 422, "idempotency_key_reused");
  });
});

describe("there is none", () => {
  test("of a draw that is open, locked or drawn", async () => {
    const [open, locked, drawn] = [
      await site.make({ draw: "later" }),
      await site.make({ draw: "later" }),
      await site.make(),
    ];
    await site.send("POST", `/api/draws/${locked.id}/lock`, {}, locked.manageKey);
    const before = await storedIn(fairhat.context);
    for (const draw of [open, locked, drawn]) expectProblem(await again(draw), 409, "not_void");
    expect(await storedIn(fairhat.context)).toEqual(before);
  });

  test("without the void draw's manage key", async () => {
    const [old, other] = [await stopped(), await stopped()];
    expectProblem(await again({ id: old.id }), 401, "no_manage_key");
    expectProblem(await again({ ...old, manageKey: other.manageKey }), 403, "wrong_manage_key");
    expectProblem(await again({ ...old, id: "0".repeat(32) }), 403, "wrong_manage_key");
    expect((await told(old.id)).redraws).toEqual([]);
  });

  test("with an invalid body", async () => {
    const old = await stopped();
    expectProblem(await again(old, { title: "" }), 422, "malformed", "title");
    expectProblem(await again(old, { previous: old.id }), 422, "malformed", "previous");
    expectProblem(await again(old, { params: { winners: 9 } }), 422, "does_not_fit", "params.winners");
    expectProblem(await again(old, {}, { "idempotency-key": "short" }), 422, "malformed", "Idempotency-Key");
  });
});

test("the database requires that the void draw exists", async () => {
  const { context } = fairhat;
  const open = granted(await makeDraw(context, draft(), null));
  expect(reasonOf(await redraw(context, open, draft(), null))).toBe("not_void");
  await expect(makeDraw(context, draft({ previous: "f".repeat(32) }), null)).rejects.toThrow("foreign key");
  expect(await findDraw(context.db, "f".repeat(32))).toBeUndefined();
});
