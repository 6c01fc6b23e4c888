// What can be wrong with a value, as codes with parameters. English is here, for programs, logs and the command line; every other
// language has a table of the same type in packages/messages. A code keeps its parameters: other parameters get another code.

const MAX = Number.MAX_SAFE_INTEGER;

/** The kinds of entries. */
export type Kind = "open" | "private";

const KINDS: Record<Kind, string> = { open: "an open entry", private: "a private entry" };

/** What a value has to be. */
export const EXPECTED = {
  another_draw: "another draw than this one",
  another_key: ({ side }: { side: string }) => `another key than that of ${side}`,
  as_many_as_entries: ({ most }: { most: number }) => `at most ${most}, as many as there are entries`,
  as_many_as_pool: ({ most }: { most: number }) => `at most ${most}, as many as the pool has`,
  as_many_as_range: ({ most }: { most: number }) => `at most ${most}, as many as there are in the range`,
  ascending_pairs: "pairs in ascending order, each once",
  ascending_positions: "positions in ascending order, each once",
  ascii: "digits, letters or other ASCII characters",
  at_most: ({ most }: { most: number }) => `at most ${most}`,
  boolean: "true or false",
  canonical: "the canonical form (RFC 8785)",
  canonical_values: "values that have a canonical form (RFC 8785)",
  constant: ({ value }: { value: string | null }) => JSON.stringify(value),
  cursor: "the `next` of a page before",
  entries_at_most: ({ most }: { most: number }) => `at most ${most} entries`,
  drawn_position: "the position of an entry that was drawn",
  entry_bytes: ({ most }: { most: number }) => `an entry of at most ${most} bytes`,
  entry_like_first: "an entry like the first: all have a label, or all are hidden",
  exactly: ({ text }: { text: string }) => text,
  fewer_choices: ({ most }: { most: number }) => `fewer pairs: at most ${most} random choices on average`,
  finding_codes: "codes of findings with commas between them",
  from_range_on: ({ min }: { min: number }) => `at least ${min}, where the range begins`,
  future_time: "a time to come, or none to draw by hand",
  groups_of: ({ entries }: { entries: number }) => `groups of ${entries} entries`,
  groups_or_size: "either groups or size, and null for the other",
  grouped_entries: "entries with a group, for the limit is for each group",
  half_of_pool: "at most half of the pool where none repeats",
  held_position: "the position of an entry that has a place now",
  hex: ({ length }: { length: number }) => `${length} lower-case hexadecimal characters`,
  integer: ({ min, max }: { min: number; max: number }) =>
    max === MAX ? `a whole number at least ${min} and at most 2^53-1` : `a whole number from ${min} to ${max}`,
  items_at_most: ({ most }: { most: number }) => `at most ${most} items`,
  json_length: ({ most }: { most: number }) => `at most ${most} characters of JSON`,
  label_and_salt: "label and salt: this site does not keep the names",
  like_first: ({ entry }: { entry: Kind }) => `${KINDS[entry]}, like the first`,
  list: "a list",
  list_lines: "a list, one entry a line",
  list_of_at_least: ({ min }: { min: number }) => `a list of at least ${min}`,
  name_and_salt: "the name and the salt of the entry at this position",
  named: ({ names }: { names: string[] }) => `one of ${names.join(", ")}`,
  no_control: "text without control characters, everywhere",
  no_entries: "no entries, for this rule draws without a list",
  no_member: "no member of this name",
  no_tickets: ({ count }: { count: number }) => `${count}, for this rule has no tickets`,
  number_or_digits: 'a number from 0 on, or its digits as text, like "08285182" or "1.50"',
  numbers_in_range: "at most 2^53-1 numbers in the range",
  object: "an object",
  not_followed: "null, for a follow-up draw is made from the first one",
  one_draw: "at least one draw",
  one_entry: "at least one entry",
  one_of: ({ values }: { values: string[] }) => values.map((value) => JSON.stringify(value)).join(" or "),
  one_reading: "a list with one reading",
  panel: "a weight and its entries, as 3: Ada, Grace or 3: #1, #4 on the form, by their positions in JSON",
  panel_places: ({ most }: { most: number }) => `at most ${most} places in all panels together`,
  panel_weights: "weights of at most 2^53-1 together",
  panels_at_most: ({ most }: { most: number }) => `at most ${most} panels`,
  open_label: "a label, which is hidden here",
  pair: "two entries, as Ada - Grace, Ada > Grace or #1 - #4 on the form, by their positions in JSON",
  passovers_file: "a file of passovers in canonical form",
  position: ({ min, max }: { min: number; max: number }) => `a position in the list, from ${min} to ${max}`,
  positions: ({ max }: { max: number }) => `positions from 0 to ${max}`,
  possible_pairs: "pairs that leave a receiver for everybody",
  private_list: '"private": true beside it',
  prizes_at_most: ({ most }: { most: number }) =>
    `at most ${most} prizes and alternates together, as many as there are entries`,
  public_https: "an https address on the public internet, without a user name",
  quiet_time: "a time at which fewer large draws are due",
  rule_name: "the name of a rule, like winners/1",
  sheet: "the number of a sheet",
  sheet_number: ({ min, max }: { min: number; max: number }) => `the number of a sheet, from ${min} to ${max}`,
  text: ({ min, max }: { min: number; max: number }) =>
    `text of ${min} to ${max} characters, without control characters`,
  tickets_of: ({ tickets, entries }: { tickets: number; entries: number }) =>
    `${tickets} tickets of ${entries} entries`,
  time: "a time like 2026-01-31T23:59:59.000Z, from 1970 to 9999",
  two_entries: "at least 2 entries",
  two_positions: "two different positions",
  unguessable: ({ min, max }: { min: number; max: number }) =>
    `${min} to ${max} visible ASCII characters that nobody can guess`,
  unique_hash: "a hash that no other entry has",
  unique_label:
    "a label that no other entry of a private list has; add something that tells them apart, such as a class",
  unique_name: "a name that no other draw of this batch has",
  utf8: "text in UTF-8",
  value: "a value",
  visible: "at least one visible character",
  room: ({ most }: { most: number }) => `at most ${most} places, for no more entries can be drawn`,
  winners_at_most: ({ most }: { most: number }) =>
    `at most ${most} winners and alternates together, as many as there are entries`,
  zoned_time: "a time like 2026-01-31T23:59:59Z or 2026-01-31T23:59:59+01:00, from 1970 to 9999",
} as const;

/** What a value is instead. What somebody typed is `typed`: it has no words of ours in it. */
export const FOUND = {
  a_value: "a value",
  about: ({ number }: { number: string }) => `about ${number}`,
  blank: "only spaces or invisible characters",
  another_address: "another address",
  both: "both",
  control: "one of them",
  entry: ({ entry }: { entry: Kind }) => KINDS[entry],
  entry_before: "one of an entry before",
  groups_of: ({ entries }: { entries: number }) => `groups of ${entries} entries`,
  hidden_entry: "an entry that is hidden already",
  label_before: "the label of another entry",
  more: "more",
  none: "none",
  none_of_them: "none of them",
  nothing: "nothing",
  open_list: "a list that is not private",
  other_bytes: "other bytes",
  other_kind: "one of the other kind",
  other_file: "another file",
  other_form: ({ from }: { from: number }) => `another form, from character ${from} on`,
  pairs: ({ named, more }: { named: string; more: number }) => `${named} and ${more} more`,
  range: ({ from, to }: { from: number; to: number }) => `the range from ${from} to ${to}`,
  something_else: "something else",
  tickets_of: ({ tickets, entries }: { tickets: number; entries: number }) =>
    `${tickets} tickets of ${entries} entries`,
  typed: ({ text }: { text: string }) => text,
  places: ({ places }: { places: number }) => `${places} ${places === 1 ? "place" : "places"}`,
  winners: ({ winners, alternates }: { winners: number; alternates: number }) =>
    winnersAndAlternates(winners, alternates),
} as const;

function winnersAndAlternates(winners: number, alternates: number): string {
  const first = `${winners} ${winners === 1 ? "winner" : "winners"}`;
  return alternates === 0 ? first : `${first} and ${alternates} ${alternates === 1 ? "alternate" : "alternates"}`;
}

type Entry = string | ((params: never) => string);

/** The codes of a table, each with its parameters. */
export type PhraseOf<T> = {
  [C in keyof T]: T[C] extends (params: infer P) => string ? { code: C } & P : { code: C };
}[keyof T];

/** The same codes in another language. A code that is missing, or has other parameters, is a type error. */
export type Translated<T> = {
  readonly [C in keyof T]: T[C] extends (params: infer P) => string ? string | ((params: P) => string) : string;
};

export type Expected = PhraseOf<typeof EXPECTED>;
export type Found = PhraseOf<typeof FOUND>;

/** A phrase in the words of a table. */
export function phraseIn<C extends string>(table: Readonly<Record<C, Entry>>, phrase: { code: C }): string {
  const entry = table[phrase.code];
  return typeof entry === "function" ? entry(phrase as never) : entry; // the type of a phrase ties its parameters to its code
}

/** What somebody typed or sent, as it is. */
export function typed(value: string | number): Found {
  return { code: "typed", text: String(value) };
}
