import type { Messages } from "../en/index.ts";
import { counter } from "../language.ts";

const count = counter("fr");
const entries = (number: number) => count(number, { one: "participant", other: "participants" });

export const draw: Messages["draw"] = {
  description: (title) => `Un tirage au sort que chacun peut vérifier : ${title}`,
  by: "Organisé par",
  test: {
    title: "Ceci est un essai.",
    text: "Quelqu’un a essayé le fonctionnement. Ce résultat ne compte pas.",
  },
  result: "Le résultat",
  void: {
    title: "Ce tirage est annulé",
    text: "Il a été arrêté avant que quoi que ce soit ne soit tiré. Il n’a pas de résultat et n’en aura jamais.",
    oneOut:
      "Il a été arrêté après l’ouverture d’un des deux nombres. Qui détenait l’autre pouvait déjà connaître le résultat.",
    bothOut:
      "Il a été arrêté après l’ouverture des deux nombres : chacun pouvait déjà calculer le résultat. Ce résultat ne compte pas.",
    would: "Le résultat aurait été",
    uncomputed: "Une vérification du procès-verbal calcule ce qu’aurait été le résultat.",
    unsigned: "Personne ne signe l’annulation d’un tirage : seul ce site l’affirme.",
    unbound: "Aucun service n’a confirmé cette liste : qui détient les deux scellés aurait pu l’inventer.",
    reason: "Motif :",
  },
  replaces: "Il a été créé à la place d’un tirage annulé :",
  replacedBy: "Il a été refait, comme nouveau tirage :",
  followUp: {
    follows: (excluded) =>
      `Il fait suite à un tirage sur la même liste ; ${excluded < 2 ? `le ${excluded} participant qui avait déjà gagné est exclu` : `les ${excluded} participants qui avaient déjà gagné sont exclus`} :`,
    followed: "D’autres gagnants ont été tirés parmi le reste de sa liste :",
  },
  waiting: {
    open: "Pas encore verrouillé : la liste peut encore changer.",
    locked: "La liste et la règle sont verrouillées. L’organisateur lance le tirage.",
    announced: "La liste et la règle sont verrouillées. Le tirage aura lieu automatiquement le",
    begun:
      "Le tirage a commencé. Un des services ne répond pas pour le moment ; le tirage se terminera dès qu’il répondra.",
    fixed: "Les deux nombres sont ouverts ; le résultat est fixé. Il s’affiche ici dès qu’il est calculé.",
    live: "Cette page se met à jour automatiquement.",
  },
  how: { done: "Comment cela s’est passé", before: "Comment ça marche" },
  steps: {
    sealed: "Scellé",
    sealedText:
      "Deux services ont choisi chacun un nombre secret, l’ont scellé et ont publié une empreinte qui prouve qu’il ne peut pas être échangé.",
    locked: "Verrouillé",
    lockedText:
      "Puis la liste et la règle ont été figées, avec les deux enveloppes. Plus personne ne peut rien changer, ni échanger une enveloppe.",
    lockedBy: "Les deux services l’ont confirmé.",
    lockedByOne: "Les deux services ne l’ont pas encore confirmé.",
    notLocked: "Pas encore. D’ici là, la liste peut changer.",
    drawn: "Tiré",
    drawnText:
      "Les deux enveloppes ont été ouvertes. Les deux nombres et la liste donnent le résultat selon une règle publiée ; personne ne choisit rien.",
    never: "Jamais : le tirage est annulé.",
    notDrawn: "Pas encore.",
    announced: "Le tirage aura lieu le",
    begun: "Il a commencé, et se terminera dès que les deux services répondront.",
    fixed: "Les deux enveloppes sont ouvertes. Le résultat est en cours de calcul.",
  },
  details: {
    seals: "Les empreintes des enveloppes",
    lock: "L’empreinte de tout ce qui a été figé",
    opened: "Les nombres ouverts, et qui les détenait",
    service: (side) => `Service ${side}`,
    manifest: "M, l’empreinte de la liste, de la règle et des deux scellés",
    operator: "Géré par",
    nobody: "non précisé",
    generator: "Générateur",
    key: "Clé du service",
    number: "Son nombre",
    commitment: "Son empreinte",
  },
  passovers: {
    title: "Gagnants remplacés",
    text: "Le résultat reste celui du tirage. Ce site a signé chacune de ces étapes.",
    file: "Télécharger les étapes signées",
    reason: "Motif :",
    nobody: "il ne reste aucun suppléant",
  },
  rule: "La règle",
  know: "Jusqu’où se fier à ce tirage",
  parties: {
    one: "Une seule partie détenait les deux secrets : elle aurait pu orienter ce tirage, et personne d’autre.",
    two: "Deux parties, selon leurs déclarations, détenaient chacune un secret : aucune ne pouvait orienter seule ce tirage.",
  },
  ask: "Vous pouvez demander à chaque service ce qu’il a scellé, rattaché et ouvert pour ce tirage :",
  atOnce: {
    single:
      "Il a été fait aussitôt : verrouillé et tiré en une seule étape, sans que personne d’autre ait pu voir la liste avant. Rien ne montre s’il y a eu d’autres essais.",
    short:
      "Il a été fait aussitôt : la liste et la règle ont été verrouillées moins d’une minute avant le tirage, presque personne n’a donc pu les voir. Rien ne montre s’il y a eu d’autres essais.",
  },
  announced: {
    drawn: (lead) =>
      `Il a été annoncé ${lead} avant le tirage : pendant ce temps, la liste et la règle étaient verrouillées et visibles.`,
    locked:
      "La liste et la règle sont verrouillées et visibles avant le tirage. Au bout d’une minute, il compte comme annoncé, et cette page dira depuis combien de temps.",
  },
  keep: {
    title: "Garder la liste verrouillée",
    text: "Ce fichier contient tout ce qui a été verrouillé, signé par les deux services. Après le tirage, il montre si quelque chose a changé.",
    file: "Télécharger le verrou",
    noted: "Ce navigateur a noté l’empreinte de la liste. Il la compare quand vous vérifiez le tirage.",
  },
  erased: "La liste a été effacée. Ce qui a été verrouillé et tiré reste, par positions dans la liste. Effacée le",
  notDurable:
    "Il a été fait avec la base de données embarquée, prévue pour les essais et les petits tirages locaux : une coupure de courant peut le faire disparaître.",
  check: {
    title: "Vérifiez vous-même",
    byHand:
      "Ou téléchargez le procès-verbal et vérifiez-le avec l’un de deux programmes qui n’ont aucun code en commun :",
    record: "Télécharger le procès-verbal",
  },
  share: {
    title: "Partager",
    text: "Avec ce lien, chacun peut voir et vérifier le tirage.",
    link: "Le lien public",
    qr: "Code QR du lien public",
    send: "Partager…",
    calendar: "Ajouter à mon agenda",
    more: "Pour le règlement du jeu et pour votre site web",
    rules: "Texte pour le règlement du jeu",
    rulesText: (url) =>
      `Le tirage au sort suit une règle publiée. La liste et la règle sont verrouillées avant l’ouverture des deux nombres scellés. Chacun peut le vérifier : ${url}`,
    embed: "Code pour votre site web",
    check: "Voir et vérifier ce tirage",
    csv: "Le résultat en CSV",
    print: "Imprimer un certificat",
    slips: "Billets à plier, un par personne",
    present: "Présenter sur grand écran",
  },
  preview: {
    alt: (title) => `État et résultat du tirage « ${title} »`,
    foot: (host) => `Chacun peut le vérifier : ${host}`,
    more: (number) => `et ${number} de plus`,
    due: (time) => `Tirage prévu le ${time}`,
    untitled: "Un tirage que chacun peut vérifier",
  },
  bracket: {
    picture: "Le tableau ; son premier tour est listé ci-dessous.",
    versus: "contre",
    bye: "est exempt",
    rest: "est au repos",
  },
  slips: {
    text: "Un billet par personne : coupez le long du cadre, repliez la partie vide sur le nom et collez. À l’écran, ces noms sont cachés ; ils ne figurent que sur le papier.",
    print: "Imprimer les billets",
    back: "Retour au tirage",
    outside: "Pour",
    inside: "Vous offrez à",
  },
  list: (entries) => `La liste : ${entries}`,
  search: {
    label: "Suis-je sur la liste ?",
    button: "Chercher",
    none: "Absent de la liste :",
    found: (number) => `Sur la liste : ${entries(number)}`,
    many: (most) => `Les ${count(most, { other: "premiers participants" })} avec ce texte`,
    chance: (winners, all) =>
      `${count(winners, { one: "gagnant", other: "gagnants" })} sur ${entries(all)} ; chacun a la même chance.`,
    whole: "Afficher toute la liste",
  },
  listEnds: "La liste s’arrête avant cette place.",
  pages: "Pages de la liste",
  before: "Précédente",
  next: "Suivante",
  position: (position) => `n° ${position} de la liste`,
  odds: (tickets, all) => `${tickets} sur ${count(all, { one: "billet", other: "billets" })}`,
  sorted: "Dans l’ordre :",
  cut: (most) =>
    `Les longues listes s’arrêtent ici après ${count(most, { other: "places" })} ; le procès-verbal contient tout.`,
  parts: {
    winners: "Gagnants",
    alternates: "Suppléants, dans cet ordre",
    order: "L’ordre",
    numbers: "Les nombres",
    pairs: "Qui offre à qui",
    bracket: "Premier tour",
    panel: "Le panel",
  },
  gives: "offre à",
  round: (number) => `Tour ${number}`,
  group: (number) => `Groupe ${number}`,
};
