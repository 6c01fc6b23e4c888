import { counter } from "../language.ts";

const count = counter("en");

/** The organiser's page. */
export const manage = {
  title: "Manage a draw",
  description: "For the organiser of a draw.",
  heading: "Manage this draw",
  key: "The manage key of the draw",
  keyHelp: "The key is the part after # in your organiser link.",
  open: "Open",
  public: "The public page of this draw",
  typed: "What you typed",
  made: {
    heading: "Save your organiser link",
    manage: "Manage this draw",
    keep: "Remember it in this browser",
    kept: "This browser remembers it under Recent draws.",
    text: "It's the only way back to this page, and we can't recover it. Share the public link with everyone else.",
    manageLink: "Your organiser link",
    publicLink: "The public link",
    qr: "QR code of the public link",
    save: "Save both as a file",
    file: (title: string, publicLink: string, manageLink: string) =>
      `Fairhat draw: ${title}\nPublic link: ${publicLink}\nOrganiser link, keep it secret: ${manageLink}\n`,
  },
  draw: {
    heading: "Draw it",
    final: "The lock is final:",
    finalText: "after it, neither list nor rule can be changed by anyone.",
    at: "Draw automatically at",
    byHand: "(leave empty to start the draw yourself)",
    lock: "Lock now, draw later",
    now: "Lock and draw now",
    nowText: "A draw in a single step is not announced in advance, and its page will say so.",
  },
  details: {
    heading: "Change title or organiser",
    save: "Save these",
  },
  more: "More",
  copy: {
    copy: "Make another draw like this",
    real: "Make the real draw",
    text: "The form opens with the same list and rule.",
  },
  newKey: {
    replace: "Replace the organiser link",
    text: "For when somebody else may have seen it: you get a new one, and the old one stops working at once.",
  },
  remove: {
    remove: "Delete this draw",
    text: "The draw and its list are gone for good. After the lock this is no longer possible.",
    done: "The draw and its list were deleted.",
  },
  list: {
    heading: "Change the list",
    entries: "Entries, one per line",
    help: (number: number) =>
      `There ${number === 1 ? "is 1 entry" : `are ${count(number, { other: "entries" })}`} now. Saving replaces them. If the field is empty, the list is too long to edit here.`,
    save: "Save this list",
  },
  locked: {
    heading: "Locked",
    begun: "The draw has begun and is finished as soon as both services answer.",
    byHand: "You start the draw.",
    announced: "The draw runs automatically at the time you set:",
    unannounced:
      "Hardly anyone can have seen this list yet. If you draw now, the page will say that the draw was not announced in advance. Share the link first, then wait a minute.",
    short:
      "The list is locked less than a minute before the time that you set. The page will say that the draw was not announced in advance.",
    draw: "Draw now",
    fixed: "Both numbers are out; the result is fixed. The draw is finished as soon as it is computed.",
    again: "Refresh",
  },
  void: {
    heading: "Cancel the draw",
    reason: "Reason, shown to everyone",
    void: "Cancel this draw permanently",
  },
  passover: {
    heading: "Replace a winner",
    who: "Who can't take the prize?",
    usual: "Did not come",
    pass: "Pass over, next one moves up",
    text: "Everyone sees both names and the reason. This can't be undone.",
  },
  followUp: {
    heading: "Draw more winners",
    text: "A new draw among those who have not won: the same list, and everybody can check that. Nobody who has won here can win again.",
    winners: "How many winners",
    draw: "Draw from the rest of the list",
  },
  over: {
    drawn: "The draw is finished.",
    void: "This draw is void and can no longer be drawn.",
    see: "View the public page",
  },
  redraw: {
    heading: "Draw it again",
    text: "A new draw takes its place and names it; both pages lead to each other. This one stays void.",
    redraw: "Draw again, as a new draw",
    sealLost: "Redraw with everything filled in",
  },
};
