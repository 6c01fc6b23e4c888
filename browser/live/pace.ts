// Timing of automatic actions of a page.

const SHORTEST_PAUSE = 500; // milliseconds
const LONGEST_PAUSE = 15_000;

/** The pause before reconnecting after this many failures. `chance` (from 0 to 1) spreads visitors out. */
export function pauseAfter(failures: number, chance: number): number {
  const longest = Math.min(LONGEST_PAUSE, SHORTEST_PAUSE * 2 ** failures);
  return longest / 2 + (longest / 2) * chance;
}
