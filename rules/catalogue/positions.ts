// Parameters that name entries by position.
import { type Expected, integer, listOf, Malformed, type Problem, type Shape, typed } from "@fairhat/protocol";

const two = listOf(integer(0), 2);

/** Two positions. */
export const pair: Shape<[number, number]> = {
  schema: { ...two.schema, maxItems: 2 },
  read(value) {
    // Typed text that names no entries arrives unchanged from a form.
    if (!Array.isArray(value) || value.length !== 2) throw Malformed.of({ code: "pair" }, value);
    const [one, other] = two.read(value);
    return [one as number, other as number];
  },
};

/** What is wrong with a list of pairs that must be distinct and ascending, or null. */
export function pairsProblem(
  name: string,
  pairs: readonly (readonly [number, number])[],
  count: number,
): Problem | null {
  for (const [at, [one, other]] of pairs.entries()) {
    const [before, beside] = pairs[at - 1] ?? [-1, -1];
    const found = typed(`[${one},${other}]`);
    const problem = (expected: Expected): Problem => ({ at: `params.${name}[${at}]`, expected, found });
    if (one >= count || other >= count) return problem({ code: "positions", max: count - 1 });
    if (one === other) return problem({ code: "two_positions" });
    if (one < before || (one === before && other <= beside)) return problem({ code: "ascending_pairs" });
  }
  return null;
}

/** What is wrong with positions that must be distinct and ascending, or null. */
export function positionsProblem(at: string, positions: readonly number[], count: number): Problem | null {
  for (const [place, position] of positions.entries()) {
    const problem = (expected: Expected): Problem => ({ at: `${at}[${place}]`, expected, found: typed(position) });
    if (position >= count) return problem({ code: "positions", max: count - 1 });
    if (position <= (positions[place - 1] ?? -1)) return problem({ code: "ascending_positions" });
  }
  return null;
}
