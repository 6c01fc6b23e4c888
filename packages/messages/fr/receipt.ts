import type { Messages } from "../en/index.ts";
import { counter } from "../language.ts";

const count = counter("fr");
const number = new Intl.NumberFormat("fr");

export const receipt: Messages["receipt"] = {
  title: "Votre justificatif",
  description:
    "Vérifiez un justificatif : si vous êtes dans la liste verrouillée d’un tirage privé, et ce que vous avez gagné.",
  lead: "Un justificatif prouve que vous êtes dans la liste verrouillée d’un tirage privé.",
  stays: "Il est vérifié sur cet appareil. Votre nom reste ici : il n’est jamais envoyé à ce site.",
  needsScript: "La vérification d’un justificatif nécessite JavaScript.",
  other: "Ouvrir un autre justificatif",
  file: "Un justificatif sous forme de fichier",
  paste: "Ou collez son lien ou son texte",
  go: "Vérifier",
  working: "Vérification de votre justificatif…",
  yes: "Vous êtes dans la liste verrouillée",
  where: (place, all) => `Place ${number.format(place)} sur ${number.format(all)}`,
  tickets: (tickets) => `avec ${count(tickets, { one: "billet", other: "billets" })}`,
  group: (group) => `dans le groupe ${group}`,
  won: "Vous avez gagné",
  notWon: "Vous n’avez pas gagné cette fois",
  alternate: (place) => `Vous êtes suppléant de rang ${place}`,
  alternateText: "Si un gagnant ne peut pas participer, les suppléants prennent sa place dans cet ordre.",
  standing: "Votre place dans le résultat",
  standingAs: {
    winners: (_name, place) => `Gagnant n° ${place}`,
    prizes: (name, _place) => `Lot : ${name}`,
    order: (_name, place) => `Rang ${place} dans l’ordre`,
    groups: (name, _place) => `Groupe ${name}`,
    other: (_name, place) => `N° ${place}`,
  },
  waiting: "Pas encore tiré",
  waitingText: "La liste et la règle sont verrouillées. Rouvrez ce justificatif après le tirage.",
  void: "Le tirage a été annulé",
  voidText: "Il n’a pas de gagnants. Sa page en donne le motif.",
  erased: "La liste a été effacée depuis. Votre justificatif prouve toujours que vous y figuriez.",
  checked: "Ce qui a été vérifié",
  checks: {
    name: "Ce nom, avec son sel secret, est bien l’inscription qui a été verrouillée.",
    proof: (all) => `Elle figure dans la liste verrouillée de ${number.format(all)} participants, à cette place.`,
    record: "Le procès-verbal du tirage a été recalculé sur cet appareil, et il est valide.",
    lock: "Le verrou est signé par les deux services, et il est valide jusqu’ici.",
  },
  draw: "Le tirage",
  passed: "Un gagnant qui ne se présente pas peut être remplacé. La page du tirage le montre.",
  no: "Ce justificatif n’est pas valide",
  nothing: "Choisissez un fichier, ou collez un lien.",
  noDraw: "Ce tirage n’existe pas sur ce site. Ouvrez le justificatif sur le site qui vous l’a fourni.",
  lost: "Le procès-verbal du tirage n’a pas pu être chargé. Êtes-vous en ligne ? Rien n’a été décidé.",
  broken: "Le vérificateur ne s’est pas chargé ou s’est arrêté. Rien n’a été décidé. Réessayez.",
  badRecord: "Le procès-verbal de ce tirage n’est pas valide : un justificatif pour lui ne prouve donc rien.",
  reasons: {
    not_a_receipt:
      "Ce n’est pas un justificatif, ou il en manque une partie. Copiez tout le lien, ou ouvrez le fichier.",
    another_draw: "Il appartient à un autre tirage.",
    another_lock:
      "Il appartient à un autre verrou : la liste verrouillée pour ce tirage n’est pas celle du justificatif.",
    index_out_of_range: "La liste verrouillée est plus courte que la place indiquée.",
    label_in_another_form: "Le nom est écrit dans une autre forme Unicode que dans la liste verrouillée.",
    label_not_hidden_so: "Le nom et le sel ne sont pas ceux de l’inscription.",
    proof_of_another_length: "Sa preuve n’a pas la longueur que la liste exige.",
    not_in_the_list: "L’inscription ne figure pas à cette place dans la liste verrouillée.",
  },
};
