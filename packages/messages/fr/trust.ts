import type { Messages } from "../en/index.ts";

export const trust: Messages["trust"] = {
  title: "Pourquoi vous fier au résultat",
  description:
    "Qui détient les nombres secrets d’un tirage, ce que chacun pourrait faire seul, et comment vérifier vous-même.",
  lead: "Deux personnes écrivent chacune un nombre secret et le scellent dans une enveloppe. Puis la liste des noms est verrouillée. Alors seulement les deux enveloppes sont ouvertes, et les deux nombres désignent le gagnant.",
  picture:
    "Deux enveloppes scellées et une liste verrouillée ; les deux enveloppes s’ouvrent ensemble et donnent le résultat.",
  labels: { a: "Secret A", b: "Secret B", list: "Liste verrouillée", result: "Résultat" },
  why: "Personne ne connaissait les deux nombres tant que la liste pouvait encore changer. Personne n’a donc pu composer une liste gagnante, ni choisir un nombre qui arrange.",
  who: "Qui gère les deux services ici",
  one: "Une seule partie gère ici les deux services. Elle pourrait orienter un tirage ; personne d’autre. Pour monter d’un niveau, confiez l’un des deux à quelqu’un d’indépendant.",
  two: "Deux parties, selon leurs déclarations, gèrent chacune un service. Aucune ne peut orienter seule un tirage :",
  unknown: "Un des services ne répond pas pour le moment ; cette page ne peut donc pas dire qui les gère.",
  nobody: "non précisé",
  service: (side) => `Service ${side}`,
  alone: "Ce que chacun pourrait faire seul",
  could: [
    {
      who: "L’organisateur",
      text: "ne peut pas choisir qui gagne. Il pourrait faire plusieurs tirages et n’en montrer qu’un. Un tirage annoncé à l’avance l’exclut, et sa page dit combien de temps il l’a été.",
    },
    {
      who: "Un service",
      text: "ne peut pas viser un résultat, car il ne connaît pas l’autre nombre. Il pourrait refuser d’ouvrir son enveloppe. Le tirage est alors annulé, et tout le monde le voit.",
    },
    {
      who: "Ce site",
      text: "ne peut pas changer la liste une fois verrouillée. Il pourrait vous montrer une fausse page. C’est pourquoi votre propre appareil vérifie le tirage, ou un programme venu d’ailleurs.",
    },
    {
      who: "Les deux services ensemble",
      text: "pourraient choisir le résultat. C’est pourquoi la page de chaque tirage dit qui les gérait.",
    },
  ],
  never: "Aucun tirage ne peut montrer que les personnes d’une liste existent, ni que le lot a été remis.",
  check: "Vérifiez vous-même",
  checkText:
    "Ouvrez un tirage et appuyez sur « Vérifier ce tirage ». Puis appuyez sur « Tricher », et voyez qu’un procès-verbal modifié est repéré.",
  recent: "Voir les tirages récents",
};
