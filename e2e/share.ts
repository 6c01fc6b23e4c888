// How much of a long proof runs: all of it where FAIRHAT_FULL is set, as `.ci/run --full` does; otherwise a share of it, which
// begins elsewhere in each run, so that all is seen after some of them.

const STRIDE = process.env.FAIRHAT_FULL ? 1 : 4;
const FIRST = Math.floor(Math.random() * STRIDE);

/** Numbers from 1 on, each `step`th of them or a fourth of those; the first is 4 at most. */
export function* counting(step = 1): Generator<number, never> {
  for (let n = 1 + FIRST; ; n += STRIDE * step) yield n;
}

/** All of the items, or every fourth. */
export function some<Item>(items: readonly Item[]): Item[] {
  return items.filter((_, at) => at % STRIDE === FIRST);
}

/** That many, or a fourth. */
export function share(count: number): number {
  return Math.ceil(count / STRIDE);
}
