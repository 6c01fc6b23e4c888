import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { canonical, digest, signatureHolds } from "@fairhat/protocol";
import { type Fairhat, type Site, silent, siteOf, startFairhat, withRandom } from "../testing/fairhat.ts";
import { expectProblem } from "../testing/refusals.ts";

let fairhat: Fairhat;
let site: Site;

beforeAll(async () => {
  fairhat = await startFairhat();
  site = siteOf(fairhat.context);
});
afterAll(() => fairhat.stop());

const lockOf = (id: string) => site.get(`/api/draws/${id}/lock`);

describe("the lock of a draw", () => {
  test("is refused before both services have bound it, with the reason", async () => {
    const { id, manageKey: key } = await site.make({ draw: "later" });
    expectProblem(await lockOf("0".repeat(32)), 404, "no_such_draw");
    expectProblem(await lockOf(id), 409, "not_bound");
    expect((await lockOf(id)).json.detail).toContain("not locked yet");
    const halfway = siteOf(withRandom(fairhat.context, "b", { bind: silent }));
    await halfway.send("POST", `/api/draws/${id}/lock`, {}, key);
    expect((await lockOf(id)).json).toMatchObject({ status: 409, detail: expect.stringContaining("not confirmed") });
    await site.send("POST", `/api/draws/${id}/void`, { reason: "nobody came" }, key);
    expect((await lockOf(id)).json).toMatchObject({ status: 409, detail: expect.stringContaining("became void") });
  });

  test("contains what was locked and both bindings to it, in canonical form, and never changes", async () => {
    const { id, manageKey: key } = await site.make({ draw: "later" });
    await site.send("POST", `/api/draws/${id}/lock`, {}, key);
    const { text, headers, json } = await lockOf(id);
    expect(text).toBe(canonical(json));
    expect(Object.keys(json)).toEqual(["bindings", "entries", "manifest", "seals", "type"]);
    expect(json.type).toBe("fairhat/1/lock");
    const { manifest: M } = (await site.get(`/api/draws/${id}`)).json;
    expect(digest(json.manifest)).toBe(M);
    for (const side of ["a", "b"] as const) {
      expect(json.bindings[side].statement.manifest).toBe(M);
      expect(digest(json.seals[side].statement)).toBe(json.manifest.seals[side]);
      expect([signatureHolds(json.bindings[side]), signatureHolds(json.seals[side])]).toEqual([true, true]);
    }
    expect(headers.get("cache-control")).toBe("public, no-cache");
    expect(headers.get("content-disposition")).toBe(`inline; filename="fairhat-${id}-lock.json"`);
    await site.send("POST", `/api/draws/${id}/draw`, {}, key);
    expect((await lockOf(id)).text).toBe(text);
    const { entries, manifest } = (await site.get(`/api/draws/${id}/record`)).json;
    expect({ entries, manifest }).toEqual({ entries: json.entries, manifest: json.manifest });
  });
});
