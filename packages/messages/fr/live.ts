import type { Messages } from "../en/index.ts";

export const live: Messages["live"] = {
  changed: {
    open: "La liste du tirage a changé.",
    locked: "Le tirage est verrouillé.",
    drawn: "Le tirage est fait. Le résultat est sur la page.",
    void: "Le tirage est annulé.",
  },
  lost: "Connexion perdue. Nouvel essai en cours.",
  refresh: "Actualiser",
  back: "Connexion rétablie.",
  countdown: {
    in: (left) => `Le tirage a lieu ${left}.`,
    due: "Tirage en cours…",
  },
  known: {
    distrust: "Ne vous fiez pas à cette page.",
    anotherDraw: "Elle montre un autre tirage que celui de son adresse.",
    anotherList: (time) =>
      `Le ${time}, ce navigateur a vu ce même tirage verrouillé avec une autre liste, une autre règle ou d’autres enveloppes.`,
    before: (time) => `Ce navigateur a vu cette liste verrouillée le ${time}, avant le tirage.`,
  },
  reveal: {
    label: "Le résultat est révélé",
    again: "Révéler à nouveau",
    style: "Afficher avec",
    styles: { envelopes: "Enveloppes", wheel: "Roue", names: "Noms qui défilent" },
    next: "Suivant",
    skip: "Tout afficher",
    close: "Voir le tirage",
    sound: "Son",
    all: "Le résultat",
    winner: "Et c’est gagné pour",
    numbered: {
      winners: (place) => `Gagnant n° ${place}`,
      order: (place) => `Place ${place}`,
      numbers: (place) => `Nombre ${place}`,
    },
  },
  present: {
    description: (title) => `À présenter en salle : ${title}`,
    scan: "Scannez pour vérifier vous-même",
    full: "Plein écran",
    notFull: "Quitter le plein écran",
    leave: "Retour au tirage",
    press: "Appuyez sur espace, ou touchez l’écran, pour tirer",
    failed: "Le tirage n’a pas répondu. Appuyez à nouveau.",
  },
};
