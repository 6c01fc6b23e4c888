// How much of a long proof runs: everything with FAIRHAT_FULL, as `.ci/run --full` sets it; otherwise a share with a
// different start in each run, so that several runs cover everything.

export const isFull = Boolean(process.env.FAIRHAT_FULL);
const STRIDE = isFull ? 1 : 4;
const FIRST = Math.floor(Math.random() * STRIDE);

/** Numbers from 1, each `step`th of them or a quarter of those; the first is at most 4. */
export function* counting(step = 1): Generator<number, never> {
  for (let n = 1 + FIRST; ; n += STRIDE * step) yield n;
}

/** All of the items, or every fourth. */
export function some<Item>(items: readonly Item[]): Item[] {
  return items.filter((_, at) => at % STRIDE === FIRST);
}

/** Whether an item runs in this one of several variants: in one of them, another in each run, or in all. */
export function isTurn(item: number, variant: number, variants: number): boolean {
  return isFull || (item + FIRST) % variants === variant;
}

/** This count, or a quarter of it. */
export function share(count: number): number {
  return Math.ceil(count / STRIDE);
}
