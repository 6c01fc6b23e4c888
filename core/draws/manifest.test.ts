import { describe, expect, test } from "bun:test";
import { digest, manifest, reading } from "@fairhat/protocol";
import { type Lockable, lockOf, manifestOf } from "./manifest.ts";

const CREATED = "2026-11-22T12:00:00.000Z";
const LOCKED = "2026-11-22T12:05:00.000Z";
const DUE = "2026-11-22T18:00:00.000Z";
const signed = (statement: object) => JSON.stringify({ signature: "00".repeat(64), statement });

/** A draw that could be locked, with fixed times and ids. */
const draw: Lockable = {
  ...{ id: "0123456789abcdef0123456789abcdef", title: "Three books", organiser: "The reading circle" },
  ...{ rule: "winners/1", params: '{"alternates":1,"winners":3}', created_at: CREATED },
  ...{ entry_count: 12, entry_tickets: 12, entry_root: "ee".repeat(32) },
  ...{ seal_a: signed({ type: "fairhat/1/seal", side: "a" }), seal_b: signed({ type: "fairhat/1/seal", side: "b" }) },
  ...{
    generator_a: "A",
    generator_b: "B",
    generation: 1,
    listed: true,
    durable: true,
    request_digest: null,
    previous: null,
  },
  ...{
    begun_at: null,
    binding_a: null,
    binding_b: null,
    opening_a: null,
    opening_b: null,
    outcome: null,
    void: null,
    passed: 0,
    erased_at: null,
  },
};

describe("the manifest of a draw", () => {
  test("contains everything that can influence the result, and nothing else", () => {
    expect(manifestOf(draw, LOCKED, DUE)).toEqual({
      ...{ type: "fairhat/1/manifest", draw: draw.id, title: "Three books", organiser: "The reading circle" },
      ...{ createdAt: CREATED, lockedAt: LOCKED, drawAfter: DUE },
      ...{ rule: "winners/1", params: { winners: 3, alternates: 1 } },
      entries: { count: 12, tickets: 12, root: "ee".repeat(32) },
      seals: {
        a: digest({ type: "fairhat/1/seal", side: "a" }),
        b: digest({ type: "fairhat/1/seal", side: "b" }),
      },
      policy: { substitutes: "alternates", redraw: "void" },
      ...{ previous: null, beacon: null },
    });
  });

  test("has the shape that the random services require", () => {
    expect(reading(manifest, manifestOf(draw, LOCKED, null)).ok).toBe(true);
  });

  test("promises substitutes only if there are alternates", () => {
    const substitutes = (params: string) => manifestOf({ ...draw, params }, LOCKED, null).policy.substitutes;
    expect(substitutes('{"alternates":0,"winners":3}')).toBe("none");
    expect(substitutes("{}")).toBe("none");
  });
});

describe("a lock", () => {
  // Frozen: changing these digests makes draws that were locked before unlike those locked after.
  test.each([
    [DUE, "41959388befccad87db77503647aefe85cedc2f7bef1e1eff19f35372191f33d"],
    [null, "1e8639ffec0ab4af61a0401b181481d470b435ee19108806a909b394855e0598"],
  ])("for %p has this permanent fingerprint", (drawAfter, M) => {
    expect(lockOf(draw, LOCKED, drawAfter).manifest_digest).toBe(M);
  });

  test("keeps the hashed text byte for byte", () => {
    const { manifest, manifest_digest, ...times } = lockOf(draw, LOCKED, DUE);
    expect(digest(JSON.parse(manifest ?? ""))).toBe(manifest_digest ?? "");
    expect(new Bun.CryptoHasher("sha256").update(manifest ?? "").digest("hex")).toBe(manifest_digest ?? "");
    expect(times).toEqual({ locked_at: LOCKED, draw_after: DUE });
  });
});
