// What every language needs beside its sentences.

/** A count with the word that goes with it: counter("en")(3, { one: "entry", other: "entries" }) is "3 entries". */
export function counter(language: string) {
  const plural = new Intl.PluralRules(language);
  const number = new Intl.NumberFormat(language);
  return (count: number, words: Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }): string =>
    `${number.format(count)} ${words[plural.select(count)] ?? words.other}`;
}

/** A point in time in a language, of a zone: times("en", "UTC")("2026-01-31T18:00:00.000Z"). */
export function times(language: string, timeZone?: string): (time: string) => string {
  const zone = timeZone === undefined ? {} : { timeZone };
  const format = new Intl.DateTimeFormat(language, { dateStyle: "long", timeStyle: "medium", ...zone });
  return (time) => format.format(new Date(time));
}
