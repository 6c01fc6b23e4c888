import type { Messages } from "../en/index.ts";
import { counter } from "../language.ts";

const count = counter("fr");

export const help: Messages["help"] = {
  entries: (number) => count(number, { one: "participant", other: "participants" }),
  tickets: (number) => count(number, { one: "billet", other: "billets" }),
  blank: (number) => count(number, { one: "ligne vide", other: "lignes vides" }),
  looking: "Lecture de la liste…",
  what: "Ce qui va se passer",
  preview: "Ce que fera le tirage s’affiche ici.",
  open: "Un point de la liste est d’abord à préciser ; voyez plus haut.",
  notYet: "Ce n’est pas encore possible",
  times: (label, times) => `${label} (${times} fois)`,
  andMore: (number) => `et ${count(number, { one: "autre", other: "autres" })}`,
  tidy: "Supprimer les lignes vides et les espaces en trop",
  fixed: "La liste a été modifiée.",
  unwritable: "Cette liste ne peut pas s’écrire sous forme de texte. Modifiez-la à la main.",
  undo: "Annuler",
  tooLarge: "Cette liste dépasse 60 Mo. Raccourcissez-la ; une liste peut compter jusqu’à un million de participants.",
  file: {
    choose: "Choisir un fichier",
    drop: "Texte, CSV, XLSX ou ODS. Ou déposez-le n’importe où sur cette page.",
    tooLarge: "Ce fichier dépasse 60 Mo.",
    encoding: (name) => `Ce fichier a été lu en ${name}. Si des noms s’affichent mal, choisissez un autre encodage :`,
    read: (name, rows) => `${name} : ${count(rows, { one: "ligne", other: "lignes" })}`,
    column: (number) => `Colonne ${number}`,
    columns: "Choisir les colonnes",
    pasted: (rows) => `La liste : ${count(rows, { one: "ligne", other: "lignes" })}`,
    names: "Quelle colonne contient les noms ?",
    joined: "Avec",
    tickets: "Laquelle contient les billets ?",
    none: "aucune",
    header: "La première ligne contient les titres",
    sheet: "Quelle feuille contient la liste ?",
    withoutHidden: (rows) => `Ignorer ${count(rows, { one: "ligne masquée", other: "lignes masquées" })}`,
    put: {
      fill: "Ajouter à la liste",
      append: "Ajouter à la fin de la liste",
      replace: "Remplacer la liste",
      without: "Retirer ces personnes de la liste",
    },
    removed: (people) => `${count(people, { one: "participant retiré", other: "participants retirés" })} de la liste.`,
    filter: "Ignorer les lignes où cette colonne indique :",
    says: "Le texte en question (vide : n’importe lequel)",
    cancel: "Annuler",
  },
  draft: {
    restored: "Votre brouillon a été rétabli.",
    afresh: "Recommencer",
    tooLong:
      "Cette liste est trop longue pour être conservée dans ce navigateur ; gardez-la dans un fichier jusqu’à la création du tirage.",
  },
};
