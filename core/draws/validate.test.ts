import { describe, expect, test } from "bun:test";
import {
  type Binding,
  type DrawRecord,
  digest,
  type Manifest,
  type Opening,
  type Signed,
  seedOf,
} from "@fairhat/protocol";
import { type Plan, recordOf, SERVICES, TIMES } from "@fairhat/verify/fixture";
import mixedOrder from "@fairhat/verify/vectors/holds-key-of-mixed-order.json";
import { ServiceDown } from "../clients/call.ts";
import type { Drawn } from "../clients/drawn.ts";
import {
  assertBinding,
  assertDistinctKeys,
  assertOpening,
  assertOutcome,
  assertPublished,
  assertSeal,
} from "./validate.ts";

const PLAN: Plan = { rule: "order/1", params: {}, entries: [{ label: "Ada" }, { label: "Grace" }] };
const sound = recordOf(PLAN);
const announced = () => ({ drawAfter: TIMES.due });

type Whole = { [K in "seals" | "bindings" | "openings"]: Record<"a" | "b", NonNullable<DrawRecord[K]["a"]>> };
type Sound = Omit<DrawRecord, keyof Whole> & Whole;
const whole = (record: DrawRecord) => record as Sound;

/** Core's objection to an answer; null if it accepts it. */
function held(demand: () => void): string | null {
  try {
    demand();
    return null;
  } catch (error) {
    expect(error).toBeInstanceOf(ServiceDown);
    return (error as Error).message;
  }
}

const lockOf = (manifest: Manifest) => ({ manifest, M: digest(manifest) });
const sealOf = ({ seals }: Sound) => ({ seal: seals.a, generator: "A", lost: null });
const seal = (record: Sound, draw = sound.manifest.draw) => held(() => assertSeal("random-a", sealOf(record), draw));
const binding = ({ bindings, seals, manifest }: Sound) =>
  held(() => assertBinding("random-a", { binding: bindings.a }, seals.a, lockOf(manifest)));
const opening = ({ bindings, openings, seals, manifest }: Sound) =>
  held(() => assertOpening("random-a", { binding: bindings.a, opening: openings.a }, seals.a, lockOf(manifest)));

const altered = (plan: Partial<Plan>) => whole(recordOf({ ...PLAN, ...plan }));
const unsigned = <T>(signed: Signed<T>) => ({
  ...signed,
  signature: signed.signature.replace(/^./, (c) => (c === "0" ? "1" : "0")),
});
const later = (time: string, milliseconds: number) => new Date(Date.parse(time) + milliseconds).toISOString();

test("valid answers are accepted", () => {
  for (const record of [altered({}), altered({ manifest: announced })]) {
    expect([seal(record), binding(record), opening(record)]).toEqual([null, null, null]);
  }
});

describe("a seal is refused", () => {
  test("with a bad signature", () => {
    const record = altered({});
    expect(seal({ ...record, seals: { ...record.seals, a: unsigned(record.seals.a) } })).toBe("random-a signed badly");
  });

  test("that is malformed", () => {
    expect(seal(altered({ seal: () => ({ more: 1 }) as object }))).toBe("random-a answered something malformed");
    expect(seal(altered({ seal: () => ({ commitment: "x" }) }))).toBe("random-a answered something malformed");
  });

  test("by a key with a component of small order", () => {
    const { seals } = mixedOrder as unknown as Sound;
    expect(
      held(() => assertSeal("random-a", { seal: seals.a, generator: "A", lost: null }, seals.a.statement.draw)),
    ).toBe("random-a has a key that nobody may publish");
  });

  test("of another draw", () => {
    expect(seal(altered({}), "00".repeat(16))).toBe("random-a sealed another draw");
  });

  test("of the service that made the other one", () => {
    const { seals } = altered({});
    const [a, b] = [seals.a, seals.b].map((seal) => ({ seal, generator: "G", lost: null })) as [
      ReturnType<typeof sealOf>,
      ReturnType<typeof sealOf>,
    ];
    expect(held(() => assertDistinctKeys(a, b))).toBeNull();
    expect(held(() => assertDistinctKeys(a, a))).toBe("random-b has the same key as random-a");
  });
});

describe("a binding is refused", () => {
  const withBinding = (changes: Partial<Binding>, plan: Partial<Plan> = {}) =>
    altered({ ...plan, binding: () => changes });

  test.each<[string, Sound]>([
    ["answered something malformed", withBinding({ boundAt: "now" })],
    ["signed with another key than it sealed with", withBinding({ service: SERVICES.b.service })],
    ["answered for another manifest", withBinding({ manifest: "00".repeat(32) })],
    ["answered for another manifest", withBinding({ draw: "00".repeat(16) })],
    ["bound more than a minute away from the lock", withBinding({ boundAt: later(TIMES.locked, -60_001) })],
    ["bound more than a minute away from the lock", withBinding({ boundAt: later(TIMES.locked, 60_001) })],
    ["bound before it sealed", withBinding({}, { seal: () => ({ issuedAt: later(TIMES.bound, 1) }) })],
  ])("that %s", (why, record) => {
    expect(binding(record)).toBe(`random-a ${why}`);
    expect(opening(record)).toBe(`random-a ${why}`);
  });

  test("with a bad signature", () => {
    const record = altered({});
    expect(binding({ ...record, bindings: { ...record.bindings, a: unsigned(record.bindings.a) } })).toBe(
      "random-a signed badly",
    );
  });

  test("but clocks may differ by a minute", () => {
    expect(binding(withBinding({ boundAt: later(TIMES.locked, -60_000) }))).toBeNull();
    expect(binding(withBinding({ boundAt: later(TIMES.locked, 60_000) }))).toBeNull();
  });

  test("but it may be sealed in that very millisecond", () => {
    expect(binding(withBinding({}, { seal: () => ({ issuedAt: TIMES.bound }) }))).toBeNull();
  });
});

describe("an opening is refused", () => {
  const withOpening = (changes: Partial<Opening>, plan: Partial<Plan> = {}) =>
    altered({ ...plan, opening: () => changes });

  test.each<[string, Sound]>([
    ["answered something malformed", withOpening({ secret: "x" })],
    ["signed with another key than it sealed with", withOpening({ service: SERVICES.b.service })],
    ["answered for another manifest", withOpening({ manifest: "00".repeat(32) })],
    ["answered for another manifest", withOpening({ draw: "00".repeat(16) })],
    ["opened another number than it sealed", withOpening({ secret: "00".repeat(32) })],
    ["opened before its time", withOpening({ openedAt: later(TIMES.bound, -1) })],
    ["opened before its time", withOpening({ openedAt: later(TIMES.due, -1) }, { manifest: announced })],
  ])("that %s", (why, record) => {
    expect(opening(record)).toBe(`random-a ${why}`);
  });

  test("with a bad signature", () => {
    const record = altered({});
    expect(opening({ ...record, openings: { ...record.openings, a: unsigned(record.openings.a) } })).toBe(
      "random-a signed badly",
    );
  });

  test("but it may be at its exact time", () => {
    expect(opening(withOpening({ openedAt: TIMES.bound }))).toBeNull();
    expect(opening(withOpening({ openedAt: TIMES.due }, { manifest: announced }))).toBeNull();
  });
});

describe("a service's published data about a draw", () => {
  const { bindings, openings } = altered({});
  const published = (given: object) => held(() => assertPublished("random-a", given as never));

  test("is accepted as far as it goes", () => {
    for (const [binding, opening] of [
      [null, null],
      [bindings.a, null],
      [bindings.a, openings.a],
    ]) {
      expect(published({ binding, opening })).toBeNull();
    }
  });

  test.each([
    {},
    { binding: null },
    { opening: null },
    { binding: bindings.a, opening: {} },
    { binding: null, opening: openings.a },
  ])("with an omission is not read as nothing done: %j", (given) => {
    expect(published(given)).toBe("random-a answered something malformed");
  });
});

describe("an outcome is refused", () => {
  const { manifest, openings, outcome } = altered({});
  const { rule, seed } = outcome as NonNullable<typeof outcome>;
  const drawn: Drawn = { draw: manifest.draw, outcome: { rule, seed, text: "" } };
  const outcomeHeld = (changes: object) =>
    held(() => assertOutcome(lockOf(manifest), openings, { ...drawn, ...changes }));

  test("of another draw, by another rule, or from another seed", () => {
    expect(outcomeHeld({})).toBeNull();
    expect(outcomeHeld({ draw: "00".repeat(16) })).toBe("rules answered for another draw");
    expect(outcomeHeld({ outcome: { ...drawn.outcome, rule: "order/2" } })).toBe("rules answered for another draw");
    const other = seedOf("00".repeat(32), openings.a.statement.secret, openings.b.statement.secret);
    expect(outcomeHeld({ outcome: { ...drawn.outcome, seed: other } })).toBe("rules drew from another seed");
  });
});
