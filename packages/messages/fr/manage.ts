import type { Messages } from "../en/index.ts";
import { counter } from "../language.ts";

const count = counter("fr");

export const manage: Messages["manage"] = {
  title: "Gérer un tirage",
  description: "Pour l’organisateur d’un tirage.",
  heading: "Gérer ce tirage",
  key: "La clé de gestion du tirage",
  keyHelp: "La clé est la partie après le # dans votre lien de gestion.",
  open: "Ouvrir",
  public: "La page publique de ce tirage",
  typed: "Votre saisie",
  made: {
    heading: "Enregistrez votre lien de gestion",
    manage: "Gérer ce tirage",
    keep: "Le retenir dans ce navigateur",
    kept: "Ce navigateur le retient sous « Tirages ».",
    text: "C’est le seul moyen de revenir à cette page, et nous ne pouvons pas le retrouver. Partagez le lien public avec tous les autres.",
    manageLink: "Votre lien de gestion",
    publicLink: "Le lien public",
    qr: "Code QR du lien public",
    save: "Enregistrer les deux dans un fichier",
    file: (title, publicLink, manageLink) =>
      `Tirage Fairhat : ${title}\nLien public : ${publicLink}\nLien de gestion, à garder secret : ${manageLink}\n`,
  },
  draw: {
    heading: "Tirer au sort",
    final: "Le verrouillage est définitif :",
    finalText: "ensuite, plus personne ne peut changer ni la liste ni la règle.",
    at: "Tirer automatiquement le",
    byHand: "(laissez vide pour lancer le tirage vous-même)",
    lock: "Verrouiller maintenant, tirer plus tard",
    now: "Verrouiller et tirer maintenant",
    nowText: "Un tirage en une seule étape n’est pas annoncé à l’avance, et sa page le dira.",
  },
  details: {
    heading: "Changer le titre ou l’organisateur",
    save: "Enregistrer",
  },
  more: "Plus",
  copy: {
    copy: "Créer un tirage semblable",
    real: "Faire le vrai tirage",
    text: "Le formulaire s’ouvre avec la même liste et la même règle.",
  },
  newKey: {
    replace: "Remplacer le lien de gestion",
    text: "Si quelqu’un d’autre a pu le voir : vous en recevez un nouveau, et l’ancien cesse aussitôt de fonctionner.",
  },
  remove: {
    remove: "Supprimer ce tirage",
    text: "Le tirage et sa liste disparaissent pour de bon. Une fois verrouillé, ce n’est plus possible.",
    done: "Le tirage et sa liste ont été supprimés.",
  },
  list: {
    heading: "Changer la liste",
    entries: "Participants, un par ligne",
    help: (number) =>
      `La liste compte ${count(number, { one: "participant", other: "participants" })}. Enregistrer la remplace. Si le champ est vide, la liste est trop longue pour être modifiée ici.`,
    save: "Enregistrer cette liste",
  },
  locked: {
    heading: "Verrouillé",
    begun: "Le tirage a commencé et se terminera dès que les deux services répondront.",
    byHand: "C’est vous qui lancez le tirage.",
    announced: "Le tirage aura lieu automatiquement à l’heure que vous avez fixée :",
    unannounced:
      "Presque personne n’a encore pu voir cette liste. Si vous tirez maintenant, la page dira que le tirage n’a pas été annoncé à l’avance. Partagez d’abord le lien, puis attendez une minute.",
    short:
      "La liste est verrouillée moins d’une minute avant l’heure que vous avez fixée. La page dira que le tirage n’a pas été annoncé à l’avance.",
    draw: "Tirer maintenant",
    fixed: "Les deux nombres sont ouverts ; le résultat est fixé. Le tirage se terminera dès qu’il sera calculé.",
    again: "Actualiser",
  },
  void: {
    heading: "Annuler le tirage",
    reason: "Motif, visible par tous",
    void: "Annuler ce tirage définitivement",
  },
  passover: {
    heading: "Remplacer un gagnant",
    who: "Qui ne peut pas recevoir son lot ?",
    usual: "Ne s’est pas présenté",
    pass: "Remplacer par le suppléant suivant",
    text: "Tout le monde voit les deux noms et le motif. C’est irréversible.",
  },
  followUp: {
    heading: "Tirer d’autres gagnants",
    text: "Un nouveau tirage parmi ceux qui n’ont pas gagné : la même liste, et chacun peut le vérifier. Qui a gagné ici ne peut pas gagner à nouveau.",
    winners: "Combien de gagnants",
    draw: "Tirer parmi le reste de la liste",
  },
  over: {
    drawn: "Le tirage est terminé.",
    void: "Ce tirage est annulé et ne peut plus être tiré.",
    see: "Voir la page publique",
  },
  redraw: {
    heading: "Refaire le tirage",
    text: "Un nouveau tirage prend sa place et le désigne ; leurs pages renvoient l’une à l’autre. Celui-ci reste annulé.",
    redraw: "Refaire, comme nouveau tirage",
    sealLost: "Refaire avec tout déjà rempli",
  },
};
