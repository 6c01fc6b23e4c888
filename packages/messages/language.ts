// What every language needs besides its sentences.

/** A count with its noun: counter("en")(3, { one: "entry", other: "entries" }) is "3 entries". */
export function counter(language: string) {
  const plural = new Intl.PluralRules(language);
  const number = new Intl.NumberFormat(language);
  return (count: number, words: Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }): string =>
    `${number.format(count)} ${words[plural.select(count)] ?? words.other}`;
}

const UNITS = [
  ["day", 86_400_000],
  ["hour", 3_600_000],
  ["minute", 60_000],
  ["second", 1_000],
] as const;

/**
 * A duration in its two largest units, rounded down: durations("en")(11_530_000) is "3 hours 12 minutes"; below a
 * second in hundredths of it.
 */
export function durations(language: string): (milliseconds: number) => string {
  const written = (unit: string, number: number, minimumFractionDigits = 0) =>
    new Intl.NumberFormat(language, { style: "unit", unit, unitDisplay: "long", minimumFractionDigits }).format(number);
  return (milliseconds) => {
    if (milliseconds < 1_000) return written("second", Math.floor(milliseconds / 10) / 100, 2);
    const first = UNITS.findIndex(([, length]) => length <= milliseconds);
    let left = milliseconds;
    const parts = UNITS.slice(first, first + 2).flatMap(([unit, length]) => {
      const number = Math.floor(left / length);
      left -= number * length;
      return number > 0 ? written(unit, number) : [];
    });
    return parts.join(" ");
  };
}

/** A point in time in a language and zone: times("en", "UTC")("2026-01-31T18:00:00.000Z"). */
export function times(language: string, timeZone?: string): (time: string) => string {
  const zone = timeZone === undefined ? {} : { timeZone };
  const format = new Intl.DateTimeFormat(language, { dateStyle: "long", timeStyle: "medium", ...zone });
  return (time) => format.format(new Date(time));
}

/** The locale of dates in a language: English ones have the day first. */
export function localeOf(language: string): string {
  return language === "en" ? "en-GB" : language;
}

/** Words as a sentence: "the list is empty" is "The list is empty." */
export function sentenceFrom(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
}
