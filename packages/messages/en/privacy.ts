/** The page that says what this site keeps of whom. */
export const privacy = {
  title: "Privacy",
  description: "What this site keeps, where, for how long, and who is responsible.",
  lead: "There are no accounts, no trackers and no third parties. This page says what is kept all the same.",
  who: "Who is responsible",
  operator: "Operator",
  contact: "Contact",
  unnamed: "not stated by this site",
  kept: "What is kept",
  what: [
    {
      name: "Draws",
      text: "Title, organiser's name, rule, list and result of each draw, with its times and signatures. Everyone who has the link can see them. An open draw can be deleted by its organiser. Once it is drawn or void, its organiser can erase the list; the rest stays as the proof.",
    },
    {
      name: "Names in a private draw",
      text: "Your browser hides them before anything is sent. This site keeps a salted fingerprint, a short form such as initials, and the tickets. It gets a name only when the organiser publishes a winner. From programs, and from browsers without JavaScript, this site gets the names; it hides them, and keeps them encrypted under the organiser's key.",
    },
    {
      name: "Receipts",
      text: "A receipt lies in its link behind the #, which browsers send to nobody. It is checked on your device.",
    },
    {
      name: "Organisers' keys",
      text: "A fingerprint of each key. The key itself is in the organiser's link only.",
    },
    {
      name: "Logs",
      text: "Time, kind of request, status and duration. They contain no names, no keys and no network addresses.",
    },
    {
      name: "Your browser",
      text: "A cookie for the language that you choose. A draft until the draw is made, and the fingerprints of lists that you saw. Organisers' links only if you ask for it.",
    },
  ],
  long: "For how long",
  longText: (days: number) =>
    `${days === 0 ? "Lists are kept until the organiser erases them; nothing is erased automatically." : `The list of a draw, with all names in it, is erased ${days} days after the draw, or earlier by its organiser.`} The proof of a locked draw stays. Backups follow the operator's own schedule.`,
  services: "Who else gets something",
  servicesText:
    "The two random services get the title, the organiser, the rule and the fingerprint of the list, never the list itself. They are run by:",
  rights: "Your data",
  rightsText: "To see or remove what a draw says about you, ask its organiser or the operator.",
};
