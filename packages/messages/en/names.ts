import { counter } from "../language.ts";

const count = counter("en");

/** Lists whose names only the organiser and the entrants know. */
export const names = {
  form: {
    keep: "Keep names private",
    text: "Everyone sees a short form of each name. People prove with a receipt that they are on the list.",
    mask: "What everyone sees of a name",
    masks: {
      initials: "Initials: A. L.",
      mail: "E-mail address: a…@e….org",
      nothing: "Nothing",
    },
    none: "nothing",
    sample: "From your list:",
    here: "The names never leave this browser: it sends fingerprints only. You get a file with the names. Without that file nobody can make receipts or name the winners, and we can't recover it.",
    there:
      "Without JavaScript, this site hides the names. It keeps them encrypted under your organiser key, to make receipts.",
    repeated: "In a private list all names must differ. These come more than once:",
    remedy: "Add something that tells them apart, such as a class or a year.",
    unclear: "Something in the list needs an answer first. See below the list.",
    down: "The site does not answer. Nothing was sent but fingerprints; try again in a moment.",
    file: {
      heading: "Save the names first",
      text: "This file has the names and what hides them. You need it for receipts and to name winners. If you lose it, nobody can recover it, and the winners stay unnamed.",
      save: "Save the file of names",
      saved: "Saved. Keep it somewhere safe, and share it with nobody.",
      first: "Save the file of names, then continue.",
    },
    confirm: {
      browser: (number: number) => `${count(number, { one: "entry", other: "entries" })}, names hidden by your browser`,
      shown: "Everyone will see the list like this:",
    },
  },
  /** The public page of a draw. */
  draw: {
    list: "Names are private. People who are on the list can prove it with a receipt.",
    receipt: "Open a receipt",
    nothing: "not shown",
  },
};
