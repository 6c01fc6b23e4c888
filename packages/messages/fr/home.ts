import type { Messages } from "../en/index.ts";

export const home: Messages["home"] = {
  tryout: {
    title: "Essayez : trente secondes, rien à saisir",
    text: "Douze lectrices et lecteurs, trois livres. Le tirage est fait, et scellé dans ces enveloppes. Ouvrez-les, vérifiez, puis essayez de tricher.",
    begin: "Voir l’exemple",
    open: "Ouvrir les enveloppes",
    opened: (names) => `Les livres vont à ${names}. Mais est-ce bien vrai ? Votre appareil va le dire.`,
    check: "Vérifier",
    verified:
      "Les dix vérifications ont réussi. Votre appareil a refait le tirage à partir du procès-verbal. À vous de tricher : changez quelque chose dans une copie du procès-verbal.",
    caught:
      "Quoi que vous changiez, une vérification le repère. Essayez une autre astuce, ou créez votre propre tirage.",
    own: "Créer mon tirage",
    failed: "L’exemple n’a pas pu être chargé. Êtes-vous en ligne ? Réessayez.",
  },
  title: "Pourquoi personne ne peut tricher",
  steps: [
    { title: "Sceller", text: "Deux services choisissent chacun un nombre secret et en publient l’empreinte." },
    {
      title: "Verrouiller",
      text: "La liste et la règle sont figées. Plus personne ne peut les changer, pas même vous.",
    },
    {
      title: "Tirer",
      text: "Les deux nombres sont ouverts. Avec la liste, ils donnent le résultat, et chacun peut le vérifier.",
    },
  ],
};
