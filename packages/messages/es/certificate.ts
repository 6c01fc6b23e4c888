import type { Messages } from "../en/index.ts";

export const certificate: Messages["certificate"] = {
  word: "Certificado",
  title: "Certificado de un sorteo",
  check: "Cualquiera puede comprobar este sorteo mientras exista su página, y después con su acta:",
  sealed: "Dos números sellados",
  locked: "Lista y regla cerradas",
  drawn: "Sorteado",
  announced: "Anunciado",
  lead: (lead) => `${lead} antes del sorteo`,
  atOnce: "no: hecho al momento",
  manifest: "M, la huella de todo lo que quedó fijado",
  list: "La lista",
  root: "Huella de la lista",
  passed: "Sustituidos",
  seed: "Semilla del resultado",
};
