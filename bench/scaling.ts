// The processors that a rate of draws needs, from the cost of one: docs/scaling.md.
const BUSY = 0.6; // of a processor: above this, requests queue

/** Processors per process for this many draws per second. */
export function processorsFor(figures: Record<string, number>, drawsPerSecond: number): Record<string, number> {
  const prefix = "draws.cpu_us_";
  const parts = Object.entries(figures).filter(([name]) => name.startsWith(prefix) && !name.endsWith("calibrated"));
  return Object.fromEntries(
    parts.map(([name, cpu]) => [name.slice(prefix.length), (cpu * drawsPerSecond) / 1e6 / BUSY]),
  );
}
