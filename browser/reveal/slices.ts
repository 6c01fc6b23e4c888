// The wheel's geometry: slices of a circle in turns from 0 to 1, proportional to tickets.

export interface Slice {
  /** Counted from 1. */
  entry: number;
  label: string;
  from: number;
  to: number;
}

export interface WheelEntry {
  entry: number;
  label: string;
  tickets: number;
}

export function slicesOf(entries: WheelEntry[]): Slice[] {
  const all = entries.reduce((sum, { tickets }) => sum + tickets, 0);
  let before = 0;
  return entries.map(({ entry, label, tickets }) => {
    const from = before / all;
    before += tickets;
    return { entry, label, from, to: before / all };
  });
}

const EDGE = 0.15; // of a slice, on each side, so that the pointer is never ambiguous

/**
 * The rotation that stops a wheel with a slice under the pointer at turn 0, after at least `turns` more. `chance` (from
 * 0 to 1) selects the point in the slice.
 */
export function restOn({ from, to }: Pick<Slice, "from" | "to">, now: number, turns: number, chance: number): number {
  const under = from + (to - from) * (EDGE + (1 - 2 * EDGE) * chance);
  const rest = Math.floor(now) + turns + 1 - under;
  return rest - now < turns ? rest + 1 : rest;
}

/** The slice under the pointer of a rotated wheel. */
export function under(slices: Slice[], turned: number): Slice | undefined {
  const at = ((-turned % 1) + 1) % 1;
  return slices.find(({ from, to }) => from <= at && at < to);
}
