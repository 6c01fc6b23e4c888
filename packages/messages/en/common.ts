import { counter } from "../language.ts";

const count = counter("en");

export const common = {
  motto: "Draws nobody can rig",
  skip: "Skip to the content",
  nav: {
    label: "Main",
    make: "Make a draw",
    draws: "Recent draws",
    rules: "Rules",
    verify: "Check a draw",
    api: "API",
  },
  footer: "Every draw leaves a record that anyone can check, without trusting this site.",
  language: "Language",
  problems: "There is a problem",
  /** The title of a window whose form has a problem. */
  problemIn: (title: string) => `Problem: ${title}`,
  toTheStart: "Home",
  site: { imprint: "Imprint", contact: "Contact", source: "Source code" },
  connection: {
    lost: "You are offline. Nothing was sent, and nothing you typed is lost.",
    down: "The site does not answer. Nothing you typed is lost.",
    again: "Try again",
  },
  copy: "Copy",
  copied: "Copied",
  yes: "yes",
  no: "no",
  utc: (time: string) => `${time} UTC`,
  entries: (number: number) => count(number, { one: "entry", other: "entries" }),
  tickets: (number: number) => count(number, { one: "ticket", other: "tickets" }),
  states: { open: "open", locked: "locked", drawn: "drawn", void: "void" },
  /** The parameters of the rules, by their names in the protocol. One that is not here is shown by that name. */
  params: {
    winners: "Winners",
    alternates: "Alternates",
    groups: "Groups",
    size: "People in a group",
    from: "From",
    to: "To",
    count: "How many",
    repeat: "Repeats allowed",
    prizes: "Prizes",
    tickets: "Uses tickets",
    panels: "Panels, with their weights",
    forbidden: "Excluded pairs",
    seeds: "Seeded entries",
    twice: "Everybody meets twice",
  },
};
