import { counter } from "../language.ts";

const count = counter("en");

/** Making a draw: the form and its summary. */
export const make = {
  title: "Make a draw",
  description: "Draw winners, orders, groups or numbers at random, with a record that anyone can check.",
  heading: "Random draws that anyone can check",
  lead: "Paste your list and draw.",
  redraw: {
    heading: "Draw again, as a new draw",
    text: "The new draw names the one that is void, and both pages lead to each other. Everything is filled in; change what you need.",
    longList: "That draw's list is too long to show here. Please paste it again.",
  },
  what: "What's the draw for?",
  more: "Organiser and listing",
  who: "Organiser",
  optional: "(optional)",
  entries: "Entries, one per line",
  entriesHelp: "Blank lines are ignored. For extra tickets, add a number:",
  entriesExample: "Anna, 3",
  entriesTwice: "A name listed twice counts twice. Drawing numbers needs no list.",
  rule: "What do you want to draw?",
  how: "How it works",
  /** What a rule is called here, by its name without a version. One that is not here has its published title. */
  kinds: {
    winners: { name: "Pick winners", hint: "One or more from a list", title: "Draw" },
    raffle: { name: "Raffle", hint: "More tickets, more chances", title: "Raffle" },
    prizes: { name: "Prizes", hint: "Each prize finds a winner", title: "Prize draw" },
    order: { name: "Shuffle", hint: "A random order", title: "Random order" },
    groups: { name: "Teams", hint: "Split a list into groups", title: "Teams" },
    pairs: { name: "Secret Santa", hint: "Who gives to whom", title: "Secret Santa" },
    numbers: { name: "Numbers", hint: "Like lottery or dice", title: "Random numbers" },
  } as Readonly<Record<string, { name: string; hint: string; title: string }>>,
  listed: "List it under Recent draws",
  go: "Draw now",
  schedule: {
    open: "Schedule…",
    at: "Draw automatically at",
    zone: "(UTC)",
    lock: "Lock and announce",
    lockText: "The list is locked now and drawn at that time. Everyone can watch.",
    later: "Keep it open",
    laterText: "You can still change the list. You lock it and start the draw yourself.",
  },
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
    locked: "The list is locked now and drawn automatically on",
    lockedFinal: "After that nothing can be changed any more.",
    open: "The draw stays open: you can change the list until you lock it.",
    openFinal: "After the lock nothing can be changed any more.",
    final: "This is final.",
    atOnce:
      "List, rule and numbers are locked and drawn in a single step; nothing can be changed or drawn again. Nobody can see the list before, so the page will say that the draw was made at once.",
    listed: "It will appear under Recent draws.",
    unlisted: "Only people with the link will find it.",
    make: "Make this draw",
    lock: "Lock and announce",
    draw: "Lock and draw now",
    change: "Edit",
  },
  retry: { title: "Temporarily unavailable", kept: "Your input is not lost.", again: "Try again" },
};
