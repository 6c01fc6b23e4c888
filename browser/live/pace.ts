// How long things take that a page does by itself.

const SHORTEST_PAUSE = 500; // milliseconds
const LONGEST_PAUSE = 15_000;

/** The pause before trying to connect after so many failures. `chance` (from 0 to 1) keeps visitors from coming all at once. */
export function pauseAfter(failures: number, chance: number): number {
  const longest = Math.min(LONGEST_PAUSE, SHORTEST_PAUSE * 2 ** failures);
  return longest / 2 + (longest / 2) * chance;
}
