import { counter } from "../language.ts";

const count = counter("en");

/** What helps while somebody types the form that makes a draw. */
export const help = {
  entries: (number: number) => count(number, { one: "entry", other: "entries" }),
  tickets: (number: number) => count(number, { one: "ticket", other: "tickets" }),
  blank: (number: number) => count(number, { one: "blank line", other: "blank lines" }),
  looking: "Checking the list…",
  what: "What will happen",
  notYet: "This cannot work yet",
  repeated: (names: number) => `${count(names, { one: "name is", other: "names are" })} listed more than once`,
  times: (label: string, times: number) => `${label} (${times} times)`,
  entry: (number: number, text: string) => `entry ${number}: ${text}`,
  andMore: (number: number) => `and ${count(number, { other: "more" })}`,
  /** What is odd about some lines, by its kind. */
  odd: {
    long: (number: number) =>
      `${count(number, { one: "line has", other: "lines have" })} more than 200 characters, the most that a name may have`,
    hidden: (number: number) =>
      `${count(number, { one: "line has", other: "lines have" })} characters that cannot be seen`,
    alike: (number: number) =>
      `${count(number, { one: "name differs from another", other: "names differ from others" })} only in capitals, spaces or the kind of characters`,
    header: () => "The first line looks like a heading; it would take part in the draw",
    separators: (number: number) => `${count(number, { one: "line ends", other: "lines end" })} with a separator`,
    columns: (number: number) =>
      `${count(number, { one: "line has", other: "lines have" })} other columns than the rest`,
    tickets: (number: number) =>
      `${count(number, { one: "line has tickets that are", other: "lines have tickets that are" })} no whole number from 1 on`,
    uncounted: (number: number) =>
      `${count(number, { one: "line ends", other: "lines end" })} in a number; this rule counts no tickets, so the number is part of the name`,
  },
  fixes: {
    tidy: "Remove blank lines and spaces at the ends",
    repeats: (number: number) =>
      `Remove ${count(number, { one: "line that repeats another", other: "lines that repeat others" })}`,
    hidden: "Remove these characters",
    header: "Remove the first line",
    separators: "Remove these separators",
  },
  fixed: "The list was changed.",
  undo: "Undo",
  file: {
    choose: "Choose a file",
    drop: "Text, CSV or TSV; or drop it on the list.",
    spreadsheet: "Spreadsheet files cannot be read here: save the sheet as CSV there, and choose that file.",
    tooLarge: "This file is larger than 60 MB.",
    unreadable: "This file is not text.",
    oldEncoding:
      "This file is not in UTF-8. It was read as Windows text; please look whether all names are written as they should be.",
    read: (name: string, rows: number) => `${name}: ${count(rows, { one: "line", other: "lines" })}`,
    column: (number: number) => `Column ${number}`,
    names: "Which column has the names?",
    tickets: "Which one has the tickets?",
    none: "none",
    header: "The first line is a heading",
    take: "Add to list",
    cancel: "Cancel",
  },
  draft: {
    restored: "We restored your draft.",
    afresh: "Start over",
    tooLong: "This list is too long to be kept in this browser; save it in a file until the draw is made.",
  },
};
