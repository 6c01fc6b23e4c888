// The time until an event, for display and for screen readers.

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
// Each unit is used from two on, to be accurate: "in 90 minutes", not "in 1 hour".
const UNITS = [
  ["day", DAY],
  ["hour", HOUR],
  ["minute", MINUTE],
] as const;
const STEP = 10 * SECOND; // spoken text must not change every second

/** Milliseconds as a countdown in a language: "2 days 03:04:05", "3:04:05", "04:05". */
export function clockOf(left: number, language: string): string {
  const seconds = Math.ceil(left / SECOND);
  const [days, hours, minutes] = [DAY, HOUR, MINUTE].map((unit) => Math.floor((seconds * SECOND) / unit)) as Three;
  const parts = [minutes % 60, seconds % 60].map(twoDigits);
  if (days > 0) return `${unitOf(days, language)} ${[twoDigits(hours % 24), ...parts].join(":")}`;
  return (hours > 0 ? [hours, ...parts] : parts).join(":");
}

type Three = [number, number, number];

function twoDigits(number: number): string {
  return String(number).padStart(2, "0");
}

function unitOf(days: number, language: string): string {
  return new Intl.NumberFormat(language, { style: "unit", unit: "day", unitDisplay: "long" }).format(days);
}

/** The same in words that change seldom: "in 5 minutes". */
export function wordsOf(left: number, language: string): string {
  const format = new Intl.RelativeTimeFormat(language, { numeric: "always" });
  for (const [unit, length] of UNITS) if (left >= 2 * length) return format.format(Math.floor(left / length), unit);
  return format.format((Math.ceil(left / STEP) * STEP) / SECOND, "second");
}

const MARKS = [10 * MINUTE, MINUTE, 10 * SECOND];

/** Whether a moment worth announcing lies between the previous and the present remaining time. */
export function passesMark(before: number, now: number): boolean {
  return MARKS.some((mark) => now <= mark && mark < before);
}
