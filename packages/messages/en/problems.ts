import { EXPECTED, FOUND, type Translated } from "@fairhat/protocol";
import { REFUSALS, type RefusalWords } from "@fairhat/protocol/refusals";
import { counter, sentenceFrom } from "../language.ts";
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

type Most = { most: number };

const count = counter("en");
const entries = (number: number) => count(number, { one: "entry", other: "entries" });

function refusalSentences(): RefusalWords {
  const sentences = Object.entries(REFUSALS).flatMap(([reason, { detail }]) => {
    if (detail === null) return [];
    if (typeof detail === "string") return [[reason, sentenceFrom(detail)]];
    const words: (params: never) => string = detail;
    return [[reason, (params: never) => sentenceFrom(words(params))]];
  });
  return Object.fromEntries(sentences);
}

/** What is wrong with what was typed or asked for. */
export const problems = {
  /** The title of an error page, of an HTTP status. */
  title: (status: number, english: string): string | null => TITLES[status] ?? english,
  /** What a field has to be, by its code: as programs read it, but for what people do not know. */
  expected: {
    ...EXPECTED,
    groups_or_size: "either the number of groups or their size",
    integer: ({ min, max }) => `a whole number from ${min} to ${max}`,
  } as Translated<typeof EXPECTED>,
  /** What it is instead, by its code. */
  found: {
    ...FOUND,
    typed: ({ text }) => (text === '""' || text === "null" ? "nothing" : text),
  } as Translated<typeof FOUND>,
  /** Sentences that say why something cannot be done, by the reason. */
  refusals: refusalSentences(),
  /** Problems that have a plainer sentence than the one below, by what was expected. */
  sentences: {
    one_entry: () => "The list is empty: add at least one entry.",
    two_entries: () => "The list has one entry: this draw needs at least two.",
    winners_at_most: ({ most }: Most, found: string) => `You asked for ${found} but have ${entries(most)}.`,
    prizes_at_most: ({ most }: Most, found: string) => `You asked for ${found} but have ${entries(most)}.`,
  },
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
