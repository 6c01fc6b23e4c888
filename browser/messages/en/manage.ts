import { counter } from "../language.ts";

const count = counter("en");

/** The organiser's page. */
export const manage = {
  title: "Manage a draw",
  description: "For the organiser of a draw.",
  heading: "Manage this draw",
  key: "The manage key of the draw",
  keyHelp: "The key is what stands behind the # of your manage link.",
  open: "Open",
  public: "The public page of this draw",
  typed: "What you typed",
  made: {
    heading: "Keep this link",
    text: "It is the only way to manage this draw, and nobody can recover it. Everybody else gets the public link.",
    manageLink: "Your manage link",
    publicLink: "The public link",
    qr: "QR code of the public link",
    save: "Save both as a file",
    file: (title: string, publicLink: string, manageLink: string) =>
      `Fairhat draw: ${title}\nPublic link: ${publicLink}\nManage link, keep it secret: ${manageLink}\n`,
  },
  draw: {
    heading: "Draw it",
    final: "The lock is final:",
    finalText: "after it, neither list nor rule can be changed by anyone.",
    at: "Draw by itself at this time, UTC",
    byHand: "(leave it empty to draw by hand)",
    local: (time: string) => `That is ${time} for you.`,
    lock: "Lock now, draw later",
    now: "Lock and draw in one go",
    nowText: "Drawn in one go, the draw is not announced in advance, and its page will say so.",
  },
  list: {
    heading: "Change the list",
    entries: "The list, one entry a line",
    help: (number: number) =>
      `There ${number === 1 ? "is 1 entry" : `are ${count(number, { other: "entries" })}`} now. What you save here takes their place. If the field is empty, the list is too long to be edited here.`,
    save: "Save this list",
  },
  locked: {
    heading: "Locked",
    begun: "The draw has begun and is finished as soon as both services answer.",
    byHand: "It is drawn when you say so.",
    announced: "It draws itself at the time that you set:",
    unannounced:
      "Hardly anyone can have seen this list yet. If you draw now, the page will say that the draw was not announced in advance. Share the link first, then wait a minute.",
    short:
      "The list is locked less than a minute before the time that you set. The page will say that the draw was not announced in advance.",
    draw: "Draw now",
    fixed: "Both numbers are out; the result is fixed. The draw is finished as soon as it is computed.",
    again: "Look again",
  },
  void: {
    heading: "Make it void",
    reason: "The reason, which everybody will read",
    void: "Make this draw void, for ever",
  },
  over: {
    drawn: "This draw is drawn; nothing is left to do.",
    void: "This draw is void; nothing is left to do.",
    see: "See what everybody sees",
  },
  redraw: {
    heading: "Draw it again",
    text: "A new draw takes its place and names it; both pages lead to each other. This one stays void.",
    redraw: "Draw again, as a new draw",
    sealLost: "Make it anew, with everything filled in",
  },
};
