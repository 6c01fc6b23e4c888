import { common } from "./common.ts";

const TITLES: Record<number, string> = {
  400: "That cannot be read",
  401: "Key missing",
  403: "Not allowed",
  404: "Page not found",
  408: "The upload was too slow",
  409: "The draw has changed",
  413: "Too large",
  415: "Unsupported content type",
  422: "Invalid input",
  429: "Too many requests",
  500: "Something went wrong on our side",
  503: "Temporarily unavailable",
};

const GROUPS = "either groups or size, and null for the other";
const ANY_NUMBER = /^a whole number at least (-?\d+) and at most 2\^53-1$/;

function sentenceFrom(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
}

/**
 * What is wrong with what was typed or asked for. It is found below in English, for programs; a language answers what it
 * makes of that, or null where it does not know it: then the English stands there, whole.
 */
export const problems = {
  /** The title of an error page, of an HTTP status. */
  title: (status: number, english: string): string | null => TITLES[status] ?? english,
  /** What had to stand in a field. */
  expected: (english: string): string | null =>
    english === GROUPS
      ? "either the number of groups or their size"
      : english.replace(ANY_NUMBER, "a whole number from $1 to 9007199254740991"),
  /** What stood there: a word of ours, or what was typed. */
  found: (english: string): string => (english === '""' || english === "null" ? "nothing" : english),
  /** A sentence that says why something cannot be done, by the reason. */
  refusal: (_reason: string, english: string): string | null => sentenceFrom(english),
  sentence: (place: string, expected: string, found: string) => `${place}: expected ${expected}, found ${found}.`,
  /** Places as people see them on the form. One that is not here is shown by its name. */
  places: {
    title: "What the draw is for",
    organiser: "Organiser",
    entries: "The list",
    "entries.count": "The list",
    "entries.tickets": "Tickets",
    drawAfter: "The time",
    reason: "The reason",
    position: "The winner",
    rule: "The rule",
    draw: "When",
    from: "The place in the list",
    after: "The place among the draws",
    "Idempotency-Key": "The key of the form",
  } as Readonly<Record<string, string>>,
  /** Parameters of the rules, one of a list by the list's name, and what an entry or a prize has: likewise. */
  params: {
    ...common.params,
    pool: "Size of the pool",
    picks: "Number of picks",
    sources: "Numbers",
    seed: "Seed",
  } as Readonly<Record<string, string>>,
  oneOf: {
    entries: "Entry",
    prizes: "Prize",
    sources: "Source",
    forbidden: "Excluded pair",
    panels: "Panel",
  } as Readonly<Record<string, string>>,
  members: { label: "name", tickets: "tickets", name: "name", quantity: "quantity", weight: "weight" } as Readonly<
    Record<string, string>
  >,
  chooseRule: "Choose a rule.",
  oneForm: "This form has made a draw already, from other input. Send it once more to make another draw.",
};
