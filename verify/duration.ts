// A time span in words.
const MINUTE = 60_000; // milliseconds
const UNITS = [
  ["d", 1_440 * MINUTE],
  ["h", 60 * MINUTE],
  ["min", MINUTE],
  ["s", MINUTE / 60],
] as const;

/**
 * Milliseconds in their two largest units, rounded down: 3 h 12 min; below a minute in hundredths of a second: 0.04 s.
 */
export function duration(span: number): string {
  if (span < MINUTE) return `${(Math.floor(span / 10) / 100).toFixed(2)} s`;
  const largest = UNITS.findIndex(([, size]) => span >= size);
  let left = span;
  const parts = UNITS.slice(largest, largest + 2).map(([unit, size]) => {
    const count = Math.floor(left / size);
    left -= count * size;
    return count > 0 ? `${count} ${unit}` : "";
  });
  return parts.join(" ").trim();
}
