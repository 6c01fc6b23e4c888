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
    kept: "Without JavaScript, this site hides the names. It keeps them encrypted, and only your organiser link opens them. If you lose the link, nobody can make receipts or name the winners.",
    repeated: "In a private list all names must differ. These come more than once:",
    remedy: "Add something that tells them apart, such as a class or a year.",
    unclear: "Something in the list needs an answer first. See below the list.",
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
  /** The organiser's page. */
  manage: {
    heading: "Receipts",
    text: "Each person on the list gets a receipt. It shows only them that they are on the list, and whether they won. Send each link to its person only: it holds the name.",
    kept: "This site keeps the names encrypted under your organiser link.",
    needsScript: "Receipts are made in your browser and need JavaScript.",
    file: "Your file of names",
    ready: (number: number) => `${count(number, { one: "receipt", other: "receipts" })} ready.`,
    csv: "Download all as CSV, for mail merge",
    cards: "Cards with QR codes, to print",
    print: "Print the cards",
    card: "Scan to see your receipt",
    disclose: {
      heading: "Name the winners",
      text: "Everyone will see these names in the result. This can't be undone.",
      publish: "Publish these names",
    },
    tooMany: (most: number) =>
      `Cards are for up to ${count(most, { other: "entries" })}. Use the CSV for a longer list.`,
    fixed:
      "The names of a private draw are hidden, so the list can't be changed here. To change it, delete this draw and make a new one.",
    refused: {
      not_names: "This is not a file of names, or it was changed.",
      salt_twice: "This file was changed: two names have the same salt.",
      another_draw: "This file belongs to another draw, or it was changed.",
    },
    at: (place: string) => `The place: ${place}`,
    lost: "The locked list could not be fetched. Try again in a moment.",
    working: "Making the receipts…",
  },
  erase: {
    heading: "Erase the list",
    text: "All names, masks and tickets of this draw are erased from this site. This can't be undone. What was locked and drawn stays, by positions in the list; receipts and records that somebody saved can still be checked.",
    erase: "Erase the list permanently",
  },
};
