import { counter } from "../language.ts";

const count = counter("en");

/** The public page of a draw. */
export const draw = {
  description: (title: string) => `A draw that anyone can check: ${title}`,
  by: "Drawn by",
  test: { title: "This is a test.", text: "Someone tried out how it works. Its result counts for nothing." },
  result: "The result",
  void: {
    title: "This draw is void",
    text: "It was stopped before anything was drawn. It has no result and never will.",
    oneOut:
      "It was stopped after one of the two numbers was opened. Anyone who held the other one could already know the result.",
    bothOut:
      "It was stopped after both numbers were opened, so anyone could already compute the result. That result never counts.",
    would: "The result would have been",
    uncomputed: "A check of the record computes what the result would have been.",
    unsigned: "Nobody signs that a draw is void: this site alone says so.",
    unbound: "Neither service confirmed this list: anyone who holds the two seals could have made this up.",
    reason: "Reason:",
  },
  replaces: "It was made in the place of a draw that is void:",
  replacedBy: "It was drawn again, as a new draw:",
  followUp: {
    follows: (excluded: number) =>
      `It follows a draw over the same list; ${excluded === 1 ? "the 1 entry that had won before is" : `the ${excluded} entries that had won before are`} excluded:`,
    followed: "More winners were drawn from the rest of its list:",
  },
  waiting: {
    open: "Not locked yet: the organiser can still change the list.",
    locked: "List and rule are locked. The organiser starts the draw.",
    announced: "List and rule are locked. The draw runs automatically on",
    begun:
      "The draw has begun. One of the services does not answer at the moment; the draw is finished as soon as it does.",
    fixed: "Both numbers are out; the result is fixed. It appears here as soon as it is computed.",
    live: "This page updates automatically.",
  },
  how: { done: "How it was done", before: "How it works" },
  steps: {
    sealed: "Sealed",
    sealedText:
      "Two services each chose a secret number, sealed it, and published a fingerprint that proves it can't be swapped.",
    locked: "Locked",
    lockedText:
      "Then list and rule were fixed, together with both envelopes. Nobody can change anything any more, or swap an envelope.",
    lockedBy: "Both services confirmed it.",
    lockedByOne: "The services have not both confirmed it yet.",
    notLocked: "Not yet. Until then the organiser can change the list.",
    drawn: "Drawn",
    drawnText:
      "Both envelopes were opened. The two numbers and the list give the result by a published rule; nobody chooses anything.",
    never: "Never: the draw is void.",
    notDrawn: "Not yet.",
    announced: "It will be drawn on",
    begun: "It has begun, and is finished as soon as both services answer.",
    fixed: "Both envelopes are open. The result is being computed from their numbers.",
  },
  details: {
    seals: "The fingerprints of the envelopes",
    lock: "The fingerprint of all that was fixed",
    opened: "The opened numbers, and who held them",
    service: (side: string) => `Service ${side}`,
    manifest: "M, the digest of list, rule and both fingerprints",
    operator: "Run by",
    nobody: "not stated",
    generator: "Generator",
    key: "Key of the service",
    number: "Its number",
    commitment: "Its fingerprint",
  },
  passovers: {
    title: "Passed over",
    text: "The result stays as it was drawn. This site signed each of these steps.",
    file: "Download the signed steps",
    reason: "Reason:",
    nobody: "no alternate is left",
  },
  rule: "The rule",
  know: "How far you can trust this draw",
  parties: {
    one: "One party held both secrets: it could have steered this draw, nobody else could.",
    two: "Two parties, by their own statement, each held a secret: neither of them could steer this draw alone.",
  },
  ask: "You can ask each service itself what it sealed, bound and opened for this draw:",
  atOnce: {
    single:
      "It was made at once: locked and drawn in a single step, so nobody else could see the list before. Nothing shows whether there were other tries.",
    short:
      "It was made at once: list and rule were locked less than a minute before the draw, so hardly anyone could see them. Nothing shows whether there were other tries.",
  },
  announced: {
    drawn: (lead: string) =>
      `It was announced ${lead} before the draw: for that long, list and rule were locked and could be seen.`,
    locked:
      "List and rule are locked and can be seen before the draw. After a minute it counts as announced, and this page will say how long it was.",
  },
  keep: {
    title: "Keep the locked list",
    text: "This file holds all that was locked, signed by both services. After the draw it shows whether anything was changed.",
    file: "Download the lock",
    noted: "This browser has noted the fingerprint of the list. It compares it when you check the draw.",
  },
  erased: "The list was erased. What was locked and drawn stays, by positions in the list. Erased on",
  notDurable:
    "It was made on the embedded database, which is for trying out and for small local draws: it may be lost in a power cut.",
  check: {
    title: "Check it yourself",
    byHand: "Or download the record and verify it with either of two programs that share no code:",
    record: "Download the record",
  },
  share: {
    title: "Share it",
    text: "Anyone with this link can see and check the draw.",
    link: "The public link",
    qr: "QR code of the public link",
    send: "Share…",
    calendar: "Add to my calendar",
    more: "For the competition's rules, and for your website",
    rules: "Text for the competition's rules",
    rulesText: (url: string) =>
      `The draw follows a published rule. List and rule are locked before the two sealed numbers are opened. Anyone can check it: ${url}`,
    embed: "Code for your website",
    check: "See and check this draw",
    csv: "The result as CSV",
    print: "Print a certificate",
    slips: "Slips to fold, one for each giver",
    present: "Present on a big screen",
  },
  /** The picture of a draw for those who pass its link on. */
  preview: {
    alt: (title: string) => `State and result of the draw “${title}”`,
    foot: (host: string) => `Anyone can check it: ${host}`,
    more: (number: number) => `and ${number} more`,
    due: (time: string) => `To be drawn on ${time}`,
    untitled: "A draw that anyone can check",
  },
  bracket: {
    picture: "The bracket; its first round is listed below.",
    versus: "against",
    bye: "has a bye",
    rest: "has a break",
  },
  slips: {
    text: "One slip for each person: cut along the frame, fold the empty part up over the name, and tape it. On screen those names are hidden; they are only on paper.",
    print: "Print the slips",
    back: "Back to the draw",
    outside: "For",
    inside: "You give to",
  },
  list: (entries: string) => `The list: ${entries}`,
  search: {
    label: "Am I on the list?",
    button: "Search",
    none: "Not on the list:",
    found: (number: number) => `On the list: ${count(number, { one: "entry", other: "entries" })}`,
    many: (most: number) => `The first ${count(most, { other: "entries" })} with this text`,
    chance: (winners: number, all: number) =>
      `${count(winners, { one: "winner", other: "winners" })} among ${count(all, { one: "entry", other: "entries" })}; each has the same chance.`,
    whole: "Show the whole list",
  },
  listEnds: "The list ends before this place.",
  pages: "Pages of the list",
  before: "Before",
  next: "Next",
  position: (position: number) => `entry ${position}`,
  odds: (tickets: number, all: number) => `${tickets} of ${count(all, { one: "ticket", other: "tickets" })}`,
  sorted: "Sorted:",
  cut: (most: number) =>
    `Long lists end here after their first ${count(most, { other: "places" })}; the record has everything.`,
  parts: {
    winners: "Winners",
    alternates: "Alternates, in this order",
    order: "The order",
    numbers: "The numbers",
    pairs: "Who gives to whom",
    bracket: "First round",
    panel: "The panel",
  },
  /** Between the one who gives and the one who receives; spoken in the place of an arrow. */
  gives: "gives to",
  round: (number: number) => `Round ${number}`,
  group: (number: number) => `Group ${number}`,
};
