import type { Messages } from "../en/index.ts";

export const certificate: Messages["certificate"] = {
  word: "Certificat",
  title: "Certificat de tirage au sort",
  check: "Chacun peut vérifier ce tirage tant que sa page existe, puis avec son procès-verbal :",
  sealed: "Deux nombres scellés",
  locked: "Liste et règle verrouillées",
  drawn: "Tiré",
  announced: "Annoncé",
  lead: (lead) => `${lead} avant le tirage`,
  atOnce: "non : tiré aussitôt",
  manifest: "M, l’empreinte de tout ce qui a été figé",
  list: "La liste",
  root: "Empreinte de la liste",
  passed: "Remplacés",
  seed: "Graine du résultat",
};
