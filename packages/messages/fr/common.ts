import type { Messages } from "../en/index.ts";
import { counter } from "../language.ts";

const count = counter("fr");

export const common: Messages["common"] = {
  motto: "Des tirages au sort que personne ne peut truquer",
  skip: "Aller au contenu",
  nav: {
    label: "Menu principal",
    make: "Créer",
    draws: "Tirages",
    rules: "Règles",
    verify: "Vérifier",
    api: "API",
  },
  footer: "Chaque tirage laisse un procès-verbal que chacun peut vérifier, sans devoir faire confiance à ce site.",
  language: "Langue",
  problems: "Veuillez vérifier votre saisie",
  problemIn: (title) => `Problème : ${title}`,
  toTheStart: "Accueil",
  site: { imprint: "Mentions légales", contact: "Contact", source: "Code source" },
  connection: {
    lost: "Vous êtes hors ligne. Rien n’a été envoyé, et rien de ce que vous avez saisi n’est perdu.",
    down: "Le site ne répond pas. Rien de ce que vous avez saisi n’est perdu.",
    again: "Réessayer",
  },
  copy: "Copier",
  copied: "Copié",
  yes: "oui",
  no: "non",
  utc: (time) => `${time} UTC`,
  entries: (number) => count(number, { one: "participant", other: "participants" }),
  tickets: (number) => count(number, { one: "billet", other: "billets" }),
  states: { open: "ouvert", locked: "verrouillé", drawn: "tiré", void: "annulé" },
  params: {
    winners: "Gagnants",
    alternates: "Suppléants",
    groups: "Groupes",
    size: "Personnes par groupe",
    from: "De",
    to: "À",
    count: "Combien",
    repeat: "Répétitions possibles",
    prizes: "Lots",
    tickets: "Avec des billets",
    panels: "Panels, avec leur poids",
    forbidden: "Paires exclues",
    seeds: "Têtes de série",
    twice: "Matchs aller et retour",
  },
};
