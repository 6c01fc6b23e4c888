// Parameters that name entries by position.
import { integer, listOf, Malformed, type Problem, type Shape } from "@fairhat/protocol";

const two = listOf(integer(0), 2);

const TWO_ENTRIES = "two entries, as Ada - Grace, Ada > Grace or #1 - #4 on the form, by their positions in JSON";

/** Two positions. */
export const pair: Shape<[number, number]> = {
  schema: { ...two.schema, maxItems: 2 },
  read(value) {
    // Typed text that names no entries arrives unchanged from a form.
    if (!Array.isArray(value) || value.length !== 2) throw Malformed.of(TWO_ENTRIES, value);
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
    const found = `[${one},${other}]`;
    const problem = (expected: string): Problem => ({ at: `params.${name}[${at}]`, expected, found });
    if (one >= count || other >= count) return problem(`positions from 0 to ${count - 1}`);
    if (one === other) return problem("two different positions");
    if (one < before || (one === before && other <= beside)) return problem("pairs in ascending order, each once");
  }
  return null;
}

const ASCENDING = "positions in ascending order, each once";

/** What is wrong with positions that must be distinct and ascending, or null. */
export function positionsProblem(at: string, positions: readonly number[], count: number): Problem | null {
  for (const [place, position] of positions.entries()) {
    const problem = (expected: string): Problem => ({ at: `${at}[${place}]`, expected, found: String(position) });
    if (position >= count) return problem(`positions from 0 to ${count - 1}`);
    if (position <= (positions[place - 1] ?? -1)) return problem(ASCENDING);
  }
  return null;
}
