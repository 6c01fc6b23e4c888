// The public record of a draw, docs/protocol.md section 8.
import { entryList } from "./entries.ts";
import { typed } from "./phrases.ts";
import { anyObject, constant, hex, nullable, type Of, object, oneOf, type Problem, time } from "./shape.ts";
import { bothSides, SIDES } from "./sides.ts";
import { binding, manifest, opening, reason, ruleName, seal, signed } from "./statements.ts";

const members = {
  type: constant("fairhat/1/record"),
  state: oneOf("drawn", "void"),
  manifest,
  seals: object(bothSides(signed(seal))),
  bindings: object(bothSides(nullable(signed(binding)))),
  openings: object(bothSides(nullable(signed(opening)))),
  outcome: nullable(object({ rule: ruleName, seed: hex(32), result: anyObject })),
  void: nullable(object({ reason, at: time })),
};
export const record = object({ ...members, entries: entryList });
export type DrawRecord = Of<typeof record>;

/** A record with an erased list. */
export const erasedRecord = object({ ...members, entries: constant(null) });
export type ErasedRecord = Of<typeof erasedRecord>;

/** What section 8 requires of a drawn or a void record and this one lacks, or null. */
export function stateProblem(record: DrawRecord | ErasedRecord): Problem | null {
  for (const [at, value, wanted] of demands(record)) {
    if (wanted && value === null) return { at, expected: { code: "value" }, found: typed("null") };
    if (!wanted && value !== null)
      return { at, expected: { code: "constant", value: null }, found: { code: "a_value" } };
  }
  return null;
}

// Section 8: what a drawn record has, and a void one does not.
function* demands({
  state,
  bindings,
  openings,
  ...record
}: DrawRecord | ErasedRecord): Generator<[string, unknown, boolean]> {
  const drawn = state === "drawn";
  for (const side of SIDES) {
    if (drawn || openings[side]) yield [`bindings.${side}`, bindings[side], true];
    if (drawn) yield [`openings.${side}`, openings[side], true];
  }
  yield ["outcome", record.outcome, drawn];
  yield ["void", record.void, !drawn];
}
