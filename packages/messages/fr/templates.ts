import type { Messages } from "../en/index.ts";

export const templates: Messages["templates"] = {
  more: "Les tirages les plus demandés",
  about: "Comment ça marche ici",
  pages: {
    raffle: {
      name: "Tombola",
      title: "Tirage au sort de tombola en ligne",
      heading: "Une tombola que chacun peut vérifier",
      description:
        "Collez les noms avec leurs billets, tirez les gagnants et partagez une page où chacun peut vérifier la tombola.",
      text: "Écrivez un nom par ligne, suivi d’une virgule et du nombre de billets. Avec deux fois plus de billets, on a deux fois plus de chances d’être tiré ensuite ; qui gagne quitte le tirage avec tous ses billets. Tirez devant tout le monde, ou programmez le tirage : la liste est alors verrouillée avant.",
      example: "Camille, 3\nHugo\nInès, 10",
    },
    giveaway: {
      name: "Jeu-concours",
      title: "Tirage au sort de jeu-concours",
      heading: "Un jeu-concours dont personne ne doute",
      description:
        "Collez les noms des participants, tirez les gagnants au sort et montrez à tous que personne n’a choisi le résultat.",
      text: "Collez les noms de votre publication ou de votre formulaire, un par ligne. Prévoyez des suppléants pour les gagnants qui ne répondent pas : ils sortent du même tirage, vous ne retirez donc jamais au sort. Mettez le lien du tirage sous votre publication.",
      example: "@camille\n@hugo\n@ines",
    },
    "prize-draw": {
      name: "Tirage de lots",
      title: "Tirage au sort de plusieurs lots",
      heading: "Un gagnant pour chaque lot",
      description:
        "Indiquez vos lots et vos participants : chaque lot trouve son gagnant, personne ne gagne deux fois, chacun peut vérifier.",
      text: "Écrivez les lots dans l’ordre où ils sont tirés, avec leur quantité. Des suppléants prennent le relais si un gagnant ne peut pas participer. Programmez le tirage pour l’annoncer dans le règlement de votre jeu.",
      example: "Camille\nHugo\nInès\nYanis",
    },
    teams: {
      name: "Équipes",
      title: "Créer des équipes au hasard",
      heading: "Répartir une liste en équipes au hasard",
      description:
        "Collez des noms et formez des équipes ou des groupes au hasard. Chacun peut vérifier que personne n’a choisi son équipe.",
      text: "Indiquez le nombre d’équipes, ou leur taille. Les noms sont mélangés puis distribués comme des cartes : les équipes ne diffèrent que d’une personne au plus.",
      example: "Camille\nHugo\nInès\nYanis\nChloé\nMehdi",
    },
    "random-order": {
      name: "Ordre aléatoire",
      title: "Mélanger une liste : ordre aléatoire",
      heading: "Mettre une liste dans un ordre aléatoire",
      description:
        "Mélangez une liste : exposés, ordre de passage, file d’attente. Chacun peut vérifier que personne n’a choisi sa place.",
      text: "Chaque participant a la même chance d’obtenir chaque place. Pratique pour l’ordre des exposés, les têtes de série d’un tournoi ou une liste d’attente.",
      example: "Premier exposé\nDeuxième exposé\nTroisième exposé",
    },
    "secret-santa": {
      name: "Père Noël secret",
      title: "Tirage au sort du Père Noël secret",
      heading: "Tirer au sort qui offre à qui",
      description:
        "Collez les noms et tirez au sort l’échange de cadeaux : chacun offre à une personne, et personne ne se tire soi-même.",
      text: "Chacun offre un cadeau à une personne et en reçoit un d’une autre. Vous pouvez exclure les paires qui ne doivent pas se tirer.",
      example: "Camille\nHugo\nInès\nYanis",
    },
    "lottery-numbers": {
      name: "Numéros de loto",
      title: "Numéros de loto au hasard : 6 sur 49",
      heading: "Tirer six numéros de 1 à 49",
      description:
        "Tirez des numéros de loto, par défaut 6 sur 49 sans répétition, avec un procès-verbal que chacun peut vérifier.",
      text: "Changez l’intervalle ou la quantité de numéros. Sans répétition, chaque numéro sort au plus une fois. Aucune liste n’est nécessaire.",
      example: "",
    },
    dice: {
      name: "Dés",
      title: "Lancer des dés que personne ne peut piper",
      heading: "Lancer deux dés",
      description: "Lancez deux dés, ou autant que vous voulez, et prouvez à tous que le lancer était honnête.",
      text: "Chaque lancer est un nombre de 1 à 6, et un nombre peut revenir. Pour un seul dé, mettez la quantité à 1 ; pour un pile ou face, tirez un nombre de 0 à 1.",
      example: "",
    },
  },
};
