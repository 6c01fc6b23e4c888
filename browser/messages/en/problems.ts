/**
 * What is wrong with what was typed or asked for. It is found below in English, for programs; a language answers what it
 * makes of that, or null where it does not know it: then the English stands there, whole.
 */
export const problems = {
  /** The title of an error page, of an HTTP status. */
  title: (_status: number, english: string): string | null => english,
  /** What had to stand in a field. */
  expected: (english: string): string | null => english,
  /** What stood there: a word of ours, or what was typed. */
  found: (english: string): string => english,
  /** A sentence that says why something cannot be done, by the reason. */
  refusal: (_reason: string, english: string): string | null => `${english}.`,
  sentence: (place: string, expected: string, found: string) => `${place}: expected ${expected}, found ${found}.`,
  /** Places as people see them on the form. One that is not here is shown by its name. */
  places: {
    title: "What is drawn",
    organiser: "Who draws",
    entries: "The list",
    "entries.count": "The list",
    "entries.tickets": "Tickets",
    drawAfter: "The time",
    reason: "The reason",
  } as Readonly<Record<string, string>>,
  /** Parameters of the rules, one of a list by the list's name, and what an entry or a prize has: likewise. */
  params: {} as Readonly<Record<string, string>>,
  oneOf: { entries: "Entry", prizes: "Prize" } as Readonly<Record<string, string>>,
  members: {} as Readonly<Record<string, string>>,
  chooseRule: "Choose a rule.",
  oneForm: "This form has made a draw already, from other input. Send it once more to make another draw.",
};
