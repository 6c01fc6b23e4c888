import type { Messages } from "../en/index.ts";

export const certificate: Messages["certificate"] = {
  word: "Urkunde",
  title: "Urkunde über eine Verlosung",
  check: "Alle können diese Verlosung prüfen, solange es ihre Seite gibt, und danach mit ihrem Protokoll:",
  sealed: "Beide Zahlen versiegelt",
  locked: "Liste und Regel festgeschrieben",
  drawn: "Gezogen",
  announced: "Angekündigt",
  lead: (lead) => `${lead} vor der Ziehung`,
  atOnce: "nein: sofort gezogen",
  manifest: "M, der Fingerabdruck von allem, was festgelegt wurde",
  list: "Die Liste",
  root: "Fingerabdruck der Liste",
  passed: "Nachgerückt",
  seed: "Startwert des Ergebnisses",
};
