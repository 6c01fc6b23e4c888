import { counter } from "../language.ts";

const count = counter("en");

/** What helps while somebody types the form that makes a draw. */
export const help = {
  entries: (number: number) => count(number, { one: "entry", other: "entries" }),
  tickets: (number: number) => count(number, { one: "ticket", other: "tickets" }),
  blank: (number: number) => count(number, { one: "blank line", other: "blank lines" }),
  looking: "Checking the list…",
  what: "What will happen",
  preview: "What the draw will do appears here.",
  open: "Something in the list has to be looked at first; see there.",
  notYet: "This cannot work yet",
  times: (label: string, times: number) => `${label} (${times} times)`,
  andMore: (number: number) => `and ${count(number, { other: "more" })}`,
  tidy: "Remove blank lines and spaces at the ends",
  fixed: "The list was changed.",
  unwritable: "This list cannot be written as text. Change it by hand.",
  undo: "Undo",
  tooLarge: "This list is larger than 60 MB. Shorten it; a list can have up to a million entries.",
  file: {
    choose: "Choose a file",
    drop: "Text, CSV, XLSX or ODS. Or drop it anywhere on this page.",
    tooLarge: "This file is larger than 60 MB.",
    encoding: (name: string) => `This file was read as ${name}. If names look wrong, choose another encoding:`,
    read: (name: string, rows: number) => `${name}: ${count(rows, { one: "line", other: "lines" })}`,
    column: (number: number) => `Column ${number}`,
    columns: "Choose the columns",
    pasted: (rows: number) => `The list: ${count(rows, { one: "line", other: "lines" })}`,
    names: "Which column has the names?",
    joined: "Joined with",
    tickets: "Which one has the tickets?",
    none: "none",
    header: "The first line is a heading",
    sheet: "Which sheet has the list?",
    withoutHidden: (rows: number) => `Leave out ${count(rows, { one: "hidden row", other: "hidden rows" })}`,
    put: {
      fill: "Add to list",
      append: "Add to the end of the list",
      replace: "Replace the list",
      without: "Take these people off the list",
    },
    removed: (people: number) => `${count(people, { one: "entry was", other: "entries were" })} taken off the list.`,
    filter: "Leave out rows where this column says:",
    says: "What it says (leave empty for anything)",
    cancel: "Cancel",
  },
  draft: {
    restored: "We restored your draft.",
    afresh: "Start over",
    tooLong: "This list is too long to be kept in this browser; save it in a file until the draw is made.",
  },
};
