import type { RefusalWords } from "@fairhat/protocol/refusals";
import { counter } from "../language.ts";

const count = counter("fr");

const NOT_BOUND = {
  open: "Ce tirage n’est pas encore verrouillé ; sa liste peut encore changer.",
  void: "Ce tirage a été annulé avant que les deux services de hasard aient confirmé son verrou.",
  waiting: "Les deux services de hasard n’ont pas encore confirmé le verrou ; réessayez dans un instant.",
};

/** Why something cannot be done, by the reason. */
export const refusals: RefusalWords = {
  already_drawn: "Ce tirage est fait ; son résultat est définitif.",
  already_locked: "Ce tirage est verrouillé ; plus rien ne peut y être changé.",
  already_passed_over: "Ce participant a déjà été remplacé.",
  already_void: "Ce tirage est annulé ; créez-en un nouveau.",
  bad_address: "Ce n’est pas une adresse de ce site ; rouvrez-la depuis la page qui l’indique.",
  busy: "D’autres longues listes sont en cours de réception ; renvoyez la vôtre dans un instant.",
  changed_meanwhile:
    "Le tirage a été modifié au même moment par une autre requête ; regardez ce qui a changé et réessayez.",
  closing: "Ce service est en train de s’arrêter ; réessayez dans un instant.",
  database_unavailable: "La base de données ne répond pas ; réessayez dans un instant.",
  draw_begun:
    "Le tirage a commencé, ses nombres sont donc peut-être connus ; il ne peut plus être annulé. Il se terminera dès que tous les services répondront.",
  duplicate_id: "Un autre tirage de cette requête porte le même nom ; celui-ci n’a pas été créé.",
  duplicate_member: ({ name }) => `${name} figure deux fois dans le même objet ; n’en gardez qu’un.`,
  from_elsewhere: "Ce formulaire vient d’un autre site ; ouvrez-le ici et envoyez-le à nouveau.",
  idempotency_key_reused: "Cette Idempotency-Key appartient à une autre requête ; envoyez-en une nouvelle.",
  internal_error: "Une erreur s’est produite de notre côté. Rien n’est perdu ; réessayez.",
  key_replaced: "La clé de ce tirage a été remplacée par une autre requête ; utilisez le nouveau lien de gestion.",
  list_erased: "La liste de ce tirage a été effacée ; ce qui en reste figure dans son procès-verbal.",
  list_not_saved:
    "La liste est modifiée mais pas enregistrée : enregistrez-la d’abord, ou rouvrez votre lien de gestion pour la revoir comme elle était.",
  list_unclear: ({ sheets }) =>
    sheets === undefined
      ? "Un point de la liste n’est pas clair."
      : `Le fichier a plusieurs feuilles : ${sheets}. Indiquez-en une, par exemple ?sheet=1.`,
  names_are_open: "Les noms de ce tirage sont visibles ; il n’y a rien à publier.",
  names_not_kept:
    "Ce site ne conserve pas les noms de ce tirage ; les justificatifs s’établissent à partir du fichier des noms.",
  no_body: "Le formulaire est arrivé vide ; remplissez-le et envoyez-le à nouveau.",
  no_create_token: "Sur ce site, il faut un code d’accès pour créer un tirage ; c’est l’exploitant qui le donne.",
  no_list: "Ce tirage n’a pas de liste ; il n’y a rien à effacer.",
  no_manage_key: "La clé de gestion du tirage manque.",
  no_place: "Personne n’a de place à cette position de la liste.",
  no_record_yet: "Ce tirage n’est ni fait ni annulé ; il n’a pas encore de procès-verbal.",
  no_result_yet: "Ce tirage n’est pas encore fait ; il n’a pas de résultat.",
  no_such_draw: ({ deleted }) =>
    deleted
      ? "Ce tirage a été supprimé au même moment par une autre requête ; il n’existe plus."
      : "Aucun tirage n’a cet identifiant ; un identifiant compte 32 caractères, 0-9 et a-f.",
  no_such_webhook: "Ce tirage n’a pas de webhook avec cet identifiant.",
  no_winners: "Cette règle ne tire pas de gagnants, personne ne peut donc être remplacé.",
  not_announced: "Ce tirage n’attend pas d’heure fixée.",
  not_bound: ({ state }) => NOT_BOUND[state],
  not_drawn: "Ce tirage n’est pas encore fait ; personne n’y a de place.",
  not_found: "Il n’y a rien à cette adresse.",
  not_json: "Le contenu n’est pas du JSON.",
  not_locked: "Ce tirage n’est pas encore verrouillé ; verrouillez-le d’abord.",
  not_over:
    "Ce tirage n’est pas terminé. Tant qu’il est ouvert, vous pouvez le supprimer ; sa liste, seulement une fois le tirage fait ou annulé.",
  not_utf8: ({ what }) =>
    what === "form"
      ? "Le formulaire n’est pas encodé en UTF-8 avec %xx."
      : "Le texte n’est pas de l’UTF-8 valide ; enregistrez-le ou envoyez-le dans cet encodage.",
  not_void: "Ce tirage n’est pas annulé ; seul un tirage annulé peut être refait.",
  positions_would_move:
    "Les réglages du tirage désignent des participants par leur position. Laissez-les à leur place et ajoutez les autres à la suite, ou créez un nouveau tirage.",
  seal_lost:
    "Un service de hasard a perdu son nombre pour ce tirage, qui ne pourra donc jamais avoir lieu ; refaites-le.",
  service_unavailable: ({ service }) =>
    `Le service ${service} ne répond pas comme il faut ; le tirage reste tel quel. Réessayez dans un instant.`,
  service_unreachable: ({ service }) =>
    `Le service ${service} ne répond pas. Un tirage ne peut être annulé qu’une fois que les deux services de hasard ont confirmé n’avoir rien ouvert. Réessayez dans un instant.`,
  time_given: "Une heure est indiquée : verrouillez le tirage pour cette heure, ou videz le champ pour tirer aussitôt.",
  time_has_passed: "Cette heure est déjà passée ; indiquez-en une plus tardive, ou aucune pour tirer à la main.",
  time_skipped: ({ time, zone }) =>
    `${time} n’existe pas ce jour-là (${zone}), car les horloges avancent ; choisissez une autre heure.`,
  time_twice: ({ time, zone }) =>
    `${time} arrive deux fois ce jour-là (${zone}), car les horloges reculent ; choisissez une heure avant ou après.`,
  time_is_full: "Trop de grands tirages sont déjà prévus à cette heure ; indiquez-en une autre.",
  too_deep: ({ most }) => `Les listes et objets peuvent s’imbriquer sur ${most} niveaux au plus.`,
  too_early: "Ce tirage est annoncé pour plus tard ; il ne peut pas avoir lieu avant l’heure.",
  too_large: ({ what, most }) => {
    if (what === "list of a batch") {
      return "La liste est trop longue pour plusieurs tirages dans une même requête ; créez-les un par un.";
    }
    const bytes = count(most, { one: "octet", other: "octets" });
    const isBeside = what.endsWith("beside its list");
    return isBeside
      ? `À côté de la liste, ${bytes} au plus peuvent être envoyés.`
      : `On peut envoyer ${bytes} au plus.`;
  },
  too_many_draws: ({ burst, perSecond }) =>
    `Une même adresse peut créer ${burst} tirages d’un coup, puis ${perSecond} par seconde ; renvoyez celui-ci dans dix secondes.`,
  too_many_fields: ({ most }) => `Un formulaire peut avoir ${most} champs au plus.`,
  too_many_large:
    "Trop de grands tirages attendent en ce moment ; réessayez dans une minute, ou verrouillez le tirage pour plus tard.",
  too_many_members: ({ most }) => `Un objet peut avoir ${most} membres au plus.`,
  too_many_pictures: "Trop d’images sont en cours de création ; réessayez dans un instant.",
  too_many_values: ({ most }) => `On peut envoyer ${count(most, { other: "noms et valeurs" })} au plus en une fois.`,
  too_many_watch: "Trop de personnes suivent ce tirage en ce moment ; réessayez dans un instant.",
  too_many_webhooks: ({ most }) => `Un tirage a ${most} webhooks au plus ; supprimez-en un d’abord.`,
  too_slow: ({ least }) =>
    `L’envoi doit arriver à ${least} Kio par seconde au moins ; renvoyez-le avec une connexion plus rapide.`,
  unknown_action: ({ action }) => `Un tirage ne connaît aucune action nommée ${action}.`,
  unknown_rule: ({ known }) => `Cette méthode n’existe pas ; les méthodes connues sont : ${known}.`,
  unsupported_media_type: ({ what, type }) => `Envoyez ${what === "form" ? "le formulaire" : "le contenu"} en ${type}.`,
  wrong_create_token: "Ce code d’accès ne permet pas de créer des tirages ici ; demandez-en un à l’exploitant.",
  wrong_manage_key: "Cette clé n’ouvre pas ce tirage.",
  webhooks_off: "Ce site n’envoie pas de webhooks ; suivez plutôt les événements du tirage.",
};
