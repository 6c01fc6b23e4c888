import { counter } from "../language.ts";

const count = counter("en");

/** Making a draw: the form and its summary. */
export const make = {
  title: "Make a draw",
  description: "Draw winners, orders, groups or numbers at random, with a record that anyone can check.",
  heading: "Draws nobody can rig",
  lead: "Paste a list, choose a rule, share the link. Anyone can check that nobody fixed the result – not even you.",
  redraw: {
    heading: "Draw again, as a new draw",
    text: "The new draw names the one that is void, and both pages lead to each other. Everything is filled in; change what you need.",
    longList: "That draw's list is too long to show here. Please paste it again.",
  },
  what: "What's the draw for?",
  who: "Organiser",
  optional: "(optional)",
  entries: "Entries, one per line",
  entriesHelp: "Blank lines are ignored. For extra tickets, add a number:",
  entriesExample: "Anna, 3",
  entriesTwice: "A name listed twice counts twice. Drawing numbers needs no list.",
  rule: "Rule",
  when: "When",
  now: "Draw at once",
  later: "Announce first, draw later",
  listed: "List it under Recent draws",
  go: "Review",
  /** The parameters of the rules as the form asks for them. One that is not here is shown by its name. */
  params: {
    winners: "Winners",
    alternates: "Alternates, in case a winner cannot take part",
    groups: "Number of groups",
    size: "or people in a group",
    from: "From",
    to: "To",
    count: "How many numbers",
    repeat: "A number may come more than once",
    prizes: "Prizes, one a line: name, quantity",
    tickets: "Entries may have several tickets",
    seeds: "Seeded: how many of the first entries in the list",
    forbidden:
      "Not these two, one pair per line. Ada - Grace: neither draws the other. Ada > Grace: Ada does not draw Grace. A whole household: Ada - Grace - Bob",
  },
  confirm: {
    title: "Summary",
    description: "The summary of a draw before it is made.",
    heading: "Is this right?",
    by: "Drawn by",
    replaces: "It replaces a void draw:",
    list: (number: number) => `The list: ${count(number, { one: "entry", other: "entries" })}`,
    blank: (number: number) => `${count(number, { one: "blank line was", other: "blank lines were" })} left out.`,
    repeated: (number: number) =>
      `${number === 1 ? "One name is" : count(number, { other: "names are" })} listed more than once. Each time counts as an entry:`,
    times: (times: number) => count(times, { one: "time", other: "times" }),
    more: (number: number) => `and ${count(number, { other: "more" })}, in your order.`,
    open: "The draw stays open: you can change the list until you lock it.",
    openFinal: "After the lock nothing can be changed any more.",
    final: "This is final.",
    atOnce:
      "List, rule and numbers are locked and drawn in a single step; nothing can be changed or drawn again. Nobody can see the list before, so the page will say that the draw was made at once.",
    listed: "It will appear under Recent draws.",
    unlisted: "Only people with the link will find it.",
    make: "Make this draw",
    draw: "Lock and draw now",
    change: "Edit",
  },
  retry: { title: "Temporarily unavailable", kept: "Your input is not lost.", again: "Try again" },
};
