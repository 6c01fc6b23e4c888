import type { Messages } from "../en/index.ts";

export const privacy: Messages["privacy"] = {
  title: "Confidentialité",
  description: "Ce que ce site conserve, où, combien de temps, et qui en est responsable.",
  lead: "Pas de compte, pas de traceur, pas de tiers. Cette page dit ce qui est malgré tout conservé.",
  who: "Qui est responsable",
  operator: "Exploitant",
  contact: "Contact",
  unnamed: "non précisé par ce site",
  kept: "Ce qui est conservé",
  what: [
    {
      name: "Tirages",
      text: "Titre, nom de l’organisateur, règle, liste et résultat de chaque tirage, avec ses dates et ses signatures. Quiconque a le lien peut les voir. L’organisateur peut supprimer un tirage ouvert. Une fois le tirage fait ou annulé, il peut effacer la liste ; le reste demeure comme preuve.",
    },
    {
      name: "Noms d’un tirage privé",
      text: "Votre navigateur les masque avant tout envoi. Ce site conserve une empreinte salée, une forme abrégée comme des initiales, et les billets. Il ne reçoit un nom que si l’organisateur publie un gagnant. Les programmes et les navigateurs sans JavaScript lui envoient les noms ; il les masque et les conserve chiffrés avec la clé de l’organisateur.",
    },
    {
      name: "Justificatifs",
      text: "Un justificatif se trouve dans son lien, après le #, que les navigateurs n’envoient à personne. Il est vérifié sur votre appareil.",
    },
    {
      name: "Clés des organisateurs",
      text: "Une empreinte de chaque clé. La clé elle-même n’est que dans le lien de l’organisateur.",
    },
    {
      name: "Journaux",
      text: "Heure, type de requête, statut et durée. Ils ne contiennent ni nom, ni clé, ni adresse réseau.",
    },
    {
      name: "Votre navigateur",
      text: "Un cookie pour la langue choisie. Un brouillon jusqu’à la création du tirage, et les empreintes des listes que vous avez vues. Les liens de gestion, seulement si vous le demandez.",
    },
  ],
  long: "Combien de temps",
  longText: (days) =>
    `${days === 0 ? "Les listes sont conservées jusqu’à ce que l’organisateur les efface ; rien n’est effacé automatiquement." : `La liste d’un tirage, avec tous ses noms, est effacée ${days} jours après le tirage, ou plus tôt par l’organisateur.`} La preuve d’un tirage verrouillé demeure. Les sauvegardes suivent le calendrier de l’exploitant.`,
  services: "Qui d’autre reçoit quelque chose",
  servicesText:
    "Les deux services de hasard reçoivent le titre, l’organisateur, la règle et l’empreinte de la liste, jamais la liste elle-même. Ils sont gérés par :",
  rights: "Vos données",
  rightsText:
    "Pour consulter ou faire retirer ce qu’un tirage dit de vous, adressez-vous à son organisateur ou à l’exploitant.",
};
