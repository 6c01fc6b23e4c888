import type { Messages } from "../en/index.ts";
import { counter } from "../language.ts";

const count = counter("fr");

export const names: Messages["names"] = {
  form: {
    keep: "Garder les noms privés",
    text: "Tout le monde voit une forme abrégée de chaque nom. Avec un justificatif, chacun prouve qu’il est sur la liste.",
    mask: "Ce que tout le monde voit d’un nom",
    masks: {
      initials: "Initiales : A. L.",
      mail: "Adresse e-mail : a…@e….org",
      nothing: "Rien",
    },
    none: "rien",
    sample: "De votre liste :",
    here: "Les noms ne quittent jamais ce navigateur : il n’envoie que des empreintes. Vous recevez un fichier des noms. Sans ce fichier, personne ne peut établir de justificatif ni nommer les gagnants, et nous ne pouvons pas le retrouver.",
    kept: "Sans JavaScript, c’est ce site qui masque les noms. Il les garde chiffrés, et seul votre lien de gestion les ouvre. Si vous perdez le lien, personne ne peut établir de justificatif ni nommer les gagnants.",
    repeated: "Dans une liste privée, tous les noms doivent différer. Ceux-ci figurent plusieurs fois :",
    remedy: "Ajoutez de quoi les distinguer, par exemple une classe ou une année.",
    unclear: "Un point de la liste est d’abord à préciser. Voyez sous la liste.",
    file: {
      heading: "Enregistrez d’abord les noms",
      text: "Ce fichier contient les noms et ce qui les masque. Il vous le faut pour les justificatifs et pour nommer les gagnants. Si vous le perdez, personne ne peut le retrouver, et les gagnants restent sans nom.",
      save: "Enregistrer le fichier des noms",
      saved: "Enregistré. Gardez-le en lieu sûr, et ne le partagez avec personne.",
      first: "Enregistrez le fichier des noms, puis continuez.",
    },
    confirm: {
      browser: (number) =>
        `${count(number, { one: "participant", other: "participants" })}, noms masqués par votre navigateur`,
      shown: "Tout le monde verra la liste ainsi :",
    },
  },
  draw: {
    list: "Les noms sont privés. Qui figure sur la liste peut le prouver avec un justificatif.",
    receipt: "Ouvrir un justificatif",
    nothing: "non affiché",
  },
  manage: {
    heading: "Justificatifs",
    text: "Chaque personne de la liste reçoit un justificatif. Il montre à elle seule qu’elle est sur la liste, et si elle a gagné. N’envoyez chaque lien qu’à la personne concernée : il contient le nom.",
    kept: "Ce site garde les noms chiffrés avec votre lien de gestion.",
    needsScript: "Les justificatifs sont établis dans votre navigateur et nécessitent JavaScript.",
    file: "Votre fichier des noms",
    ready: (number) => `${count(number, { one: "justificatif prêt", other: "justificatifs prêts" })}.`,
    csv: "Tout télécharger en CSV, pour le publipostage",
    cards: "Cartes avec codes QR, à imprimer",
    print: "Imprimer les cartes",
    card: "Scannez pour voir votre justificatif",
    disclose: {
      heading: "Nommer les gagnants",
      text: "Tout le monde verra ces noms dans le résultat. C’est irréversible.",
      publish: "Publier ces noms",
    },
    tooMany: (most) =>
      `Les cartes sont prévues pour ${count(most, { other: "participants" })} au plus. Pour une liste plus longue, utilisez le CSV.`,
    fixed:
      "Les noms d’un tirage privé sont masqués, la liste ne peut donc pas être modifiée ici. Pour la changer, supprimez ce tirage et créez-en un nouveau.",
    refused: {
      not_names: "Ce n’est pas un fichier de noms, ou il a été modifié.",
      salt_twice: "Ce fichier a été modifié : deux noms ont le même sel.",
      another_draw: "Ce fichier appartient à un autre tirage, ou il a été modifié.",
    },
    at: (place) => `L’endroit : ${place}`,
    lost: "La liste verrouillée n’a pas pu être chargée. Réessayez dans un instant.",
    working: "Établissement des justificatifs…",
  },
  erase: {
    heading: "Effacer la liste",
    text: "Tous les noms, leurs formes abrégées et les billets de ce tirage sont effacés de ce site. C’est irréversible. Ce qui a été verrouillé et tiré reste, par positions dans la liste ; les justificatifs et procès-verbaux enregistrés ailleurs restent vérifiables.",
    erase: "Effacer la liste définitivement",
  },
};
