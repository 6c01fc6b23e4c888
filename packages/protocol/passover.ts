// Passed-over winners, docs/protocol.md section 12.
import { constant, hex, integer, listOf, type Of, object, type Shape, time } from "./shape.ts";
import { drawId, hash, publicKey, reason } from "./statements.ts";

export const passover = object({
  type: constant("fairhat/1/passover"),
  draw: drawId,
  manifest: hash,
  position: integer(0),
  reason,
  at: time,
});
export type Passover = Of<typeof passover>;

export const passovers = object({
  type: constant("fairhat/1/passovers"),
  passovers: listOf(object({ key: publicKey, statement: passover, signature: hex(64) })),
});
export type Passovers = Of<typeof passovers>;

/** Who holds which place after the first `count` passovers. */
export interface Standing {
  /** The position at each winner's place, prize by prize; null if nobody is left for it. */
  held: (number | null)[];
  /** For each passover, the alternate who moved up, or null. */
  next: (number | null)[];
  /** The first passover of a position that held no place; null if all were valid. */
  wrong: number | null;
}

const positions: Shape<number[]> = listOf(integer(0));

/** The places of a result after these positions were passed over in turn; null if the result has no winners. */
export function standingOf(result: Record<string, unknown>, passed: Iterable<number>): Standing | null {
  const held: (number | null)[] | null = winnersIn(result);
  if (!held) return null;
  const at = new Map(held.map((position, place) => [position, place]));
  const alternates = Array.isArray(result.alternates) ? positions.read(result.alternates).values() : [].values();
  const next: (number | null)[] = [];
  for (const position of passed) {
    const place = at.get(position);
    if (place === undefined) return { held, next, wrong: next.length };
    at.delete(position);
    const { value = null } = alternates.next();
    held[place] = value;
    if (value !== null) at.set(value, place);
    next.push(value);
  }
  return { held, next, wrong: null };
}

function winnersIn({ winners, prizes }: Record<string, unknown>): number[] | null {
  if (Array.isArray(winners)) return [...positions.read(winners)];
  if (!Array.isArray(prizes)) return null;
  return prizes.flatMap(({ winners }) => positions.read(winners));
}
