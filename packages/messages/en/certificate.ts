/** The draw's page on paper. */
export const certificate = {
  word: "Certificate",
  title: "Certificate of a draw",
  check: "Anyone can check this draw, for as long as its page is there, and afterwards with its record:",
  sealed: "Both numbers sealed",
  locked: "List and rule locked",
  drawn: "Drawn",
  announced: "Announced",
  lead: (lead: string) => `${lead} before the draw`,
  atOnce: "no: made at once",
  manifest: "M, the fingerprint of all that was fixed",
  list: "The list",
  root: "Fingerprint of the list",
  passed: "Passed over",
  seed: "Seed of the result",
};
