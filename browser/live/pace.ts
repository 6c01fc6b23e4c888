// How long things take that a page does by itself.

const LONGEST = 7_000; // milliseconds from the first place to the last one
const SLOWEST = 900; // between two places
const MOST = 40; // places that come one after the other; the eye follows no more

/** How a result of so many places is revealed: the first ones `apart` milliseconds after each other, then the rest at once. */
export function revealPace(places: number): { first: number; apart: number } {
  const first = Math.min(places, MOST);
  return { first, apart: Math.min(SLOWEST, Math.floor(LONGEST / Math.max(first, 1))) };
}

const SHORTEST_PAUSE = 500; // milliseconds
const LONGEST_PAUSE = 15_000;

/** The pause before trying to connect after so many failures. `chance` (from 0 to 1) keeps visitors from coming all at once. */
export function pauseAfter(failures: number, chance: number): number {
  const longest = Math.min(LONGEST_PAUSE, SHORTEST_PAUSE * 2 ** failures);
  return longest / 2 + (longest / 2) * chance;
}
