import type { Messages } from "../en/index.ts";
import { counter } from "../language.ts";

const count = counter("fr");

export const check: Messages["check"] = {
  begin: "Vérifier ce tirage",
  promise:
    "Votre propre appareil recalcule tout le tirage à partir de son procès-verbal. Pas besoin de croire notre serveur.",
  needsScript:
    "La vérification dans la page nécessite JavaScript. Sans lui, le procès-verbal et l’un des deux programmes font la même chose.",
  stop: "Arrêter",
  again: "Vérifier à nouveau",
  progress: "Progression",
  now: {
    fetching: "Chargement du procès-verbal…",
    fetched: (size) => `Chargement du procès-verbal : ${size} jusqu’ici.`,
    checking: "Vérification…",
    stopped: "Arrêté. Rien n’a été décidé.",
    lost: "Le procès-verbal n’a pas pu être chargé. Êtes-vous en ligne ? Rien n’a été décidé.",
    notDrawn: "Ce tirage n’est pas encore fait ; son procès-verbal arrive avec le résultat.",
    noDraw: "Ce tirage n’existe pas.",
    refused: (status) => `Il n’y a pas de procès-verbal à cette adresse (réponse ${status}).`,
    broken:
      "Le vérificateur ne s’est pas chargé ou s’est arrêté. Rien n’a été décidé. Réessayez, ou utilisez l’un des deux programmes.",
  },
  checks: {
    form: {
      name: "Forme",
      demand: "Le fichier est un procès-verbal ou un verrou complet, exactement tel qu’il a été écrit.",
      wrong: "Le fichier n’est pas un procès-verbal complet, ou a été modifié après coup.",
    },
    signatures: {
      name: "Signatures",
      demand: "Chaque déclaration est signée par le service qu’elle nomme.",
      wrong: "Une déclaration n’a pas été signée par le service qu’elle nomme.",
    },
    keys: {
      name: "Clés",
      demand: "Les deux services ont des clés différentes, et celles que vous avez données, le cas échéant.",
      wrong: "Les deux services ont la même clé, ou une clé n’est pas celle que vous avez donnée.",
    },
    seals: {
      name: "Enveloppes",
      demand: "Les nombres ouverts sont ceux qui ont été scellés pour ce tirage.",
      wrong: "Les nombres ouverts ne sont pas ceux qui ont été scellés pour ce tirage.",
    },
    entries: {
      name: "Liste",
      demand: "La liste est celle qui a été verrouillée, dans le même ordre.",
      wrong: "La liste n’est pas celle qui a été verrouillée.",
    },
    bindings: {
      name: "Verrou",
      demand: "Les deux nombres ont été rattachés à cette liste, à cette règle et à ces deux enveloppes.",
      wrong: "Les deux nombres n’ont pas été rattachés à cette liste, à cette règle et à ces enveloppes.",
    },
    times: {
      name: "Heures",
      demand: "Tout a été scellé, verrouillé puis ouvert, dans cet ordre, et ouvert à l’heure prévue.",
      wrong: "Tout n’a pas été scellé, verrouillé puis ouvert dans cet ordre, ou l’ouverture a eu lieu trop tôt.",
    },
    rule: {
      name: "Règle",
      demand: "La règle est connue, convient à cette liste et ne tire pas plus de suppléants que promis.",
      wrong: "La règle ne convient pas à cette liste, ou tire des suppléants qui n’étaient pas promis.",
    },
    seed: {
      name: "Graine",
      demand: "Le point de départ du tirage vient du verrou et des deux nombres.",
      wrong: "Le tirage ne part pas de ce verrou et de ces deux nombres.",
    },
    result: {
      name: "Résultat",
      demand: "La règle, appliquée à nouveau, donne ce résultat.",
      wrong: "La règle donne un autre résultat que celui-ci.",
    },
  },
  about: { draw: "Tirage", organiser: "Organisateur", more: (number) => `et ${number} de plus` },
  status: {
    waiting: "pas encore",
    running: "en cours",
    passed: "réussie",
    failed: "échouée",
    skipped: "non vérifiée",
  },
  numbers: "Voir les données utilisées",
  expected: "Attendu",
  found: "Trouvé",
  skipped: {
    form: "Il n’y a rien à vérifier, puisque la forme a échoué.",
    notDrawn: "Rien n’a été tiré.",
    needs: "Cela dépend d’une vérification précédente qui a échoué.",
    rule: "Ce vérificateur ne connaît pas la règle.",
    lock: "Un verrou se vérifie jusqu’à ses heures : rien n’y est tiré.",
  },
  facts: {
    bytes: "Octets",
    signatures: "Signatures",
    a: "Clé du service a",
    b: "Clé du service b",
    pinned: "Clés que vous avez données",
    "sealed a": "Empreinte de l’enveloppe a",
    "sealed b": "Empreinte de l’enveloppe b",
    "secret a": "Nombre du service a",
    "secret b": "Nombre du service b",
    count: "Participants",
    tickets: "Billets",
    root: "Empreinte de la liste",
    M: "M, l’empreinte de tout ce qui a été verrouillé",
    "seal a": "Empreinte du scellé a",
    "seal b": "Empreinte du scellé b",
    asked: "Tirage demandé",
    lock: "M du verrou conservé",
    locked: "Verrouillé",
    due: "Prévu",
    "issued a": "Scellé par le service a",
    "issued b": "Scellé par le service b",
    "bound a": "Rattaché par le service a",
    "bound b": "Rattaché par le service b",
    "opened a": "Ouvert par le service a",
    "opened b": "Ouvert par le service b",
    void: "Annulé",
    rule: "Règle",
    params: "Paramètres",
    seed: "Graine",
    result: "Résultat (places dans la liste, comptées à partir de 0)",
  },
  given: { none: "aucune", a: "du service a", b: "du service b", "a and b": "des deux" },
  verdict: {
    holds: {
      title: "Vérifié",
      text: "Les dix vérifications ont réussi : le résultat découle de la liste verrouillée, de la règle publiée et des deux nombres secrets.",
    },
    erased: {
      title: "Liste effacée",
      followed: "Le résultat découle des nombres scellés ; la liste ne peut plus être vérifiée ici.",
      unseen:
        "Les nombres scellés sont ceux qui ont été verrouillés ; la liste et le résultat ne peuvent plus être vérifiés ici.",
    },
    void: {
      title: "Rien n’a été tiré",
      text: (reason) =>
        `Le tirage a été arrêté, et tout ce qui avait été publié jusque-là concorde. Motif donné : « ${reason} »`,
      unbound:
        "Aucun service n’avait confirmé le verrou : qui détient les deux scellés peut avoir fabriqué ce procès-verbal.",
      oneOut: "Un des deux nombres était ouvert : qui détenait l’autre pouvait déjà connaître le résultat.",
      unsigned:
        "Personne ne signe l’annulation d’un tirage. Avec l’identifiant du tirage, demandez aux deux services jusqu’où il est allé.",
    },
    bothOut: {
      title: "Arrêté une fois les deux nombres ouverts",
      text: (reason, result) =>
        `Les deux nombres étaient ouverts avant l’arrêt du tirage : le résultat était fixé, et chacun pouvait le calculer. Il aurait été ${result}. Motif donné : « ${reason} »`,
    },
    soFar: {
      title: "Vérifié jusqu’ici",
      text: "C’est le verrou d’un tirage : liste, règle et scellés, confirmés par les deux services. Rien n’y est tiré. Gardez-le : le procès-verbal doit avoir le même M.",
    },
    failed: {
      title: "Non valide",
      text: (check) => `La vérification « ${check} » a échoué. Ne vous fiez pas à ce résultat.`,
      another: "C’est un autre tirage que celui qui était demandé.",
      otherLock: "Une autre liste que celle conservée a été verrouillée : un autre tirage a été montré à quelqu’un.",
      reformatted:
        "Le contenu est peut-être juste : les éditeurs changent souvent le format d’un fichier en l’enregistrant. Utilisez le procès-verbal exactement tel que téléchargé.",
    },
    undecided: {
      title: "Impossible à décider ici",
      version:
        "Le procès-verbal est d’une version que ce vérificateur ne connaît pas. Cela ne dit rien pour ni contre le tirage.",
      rule: "Tout le reste concorde, mais ce vérificateur ne connaît pas la règle et ne peut donc pas recalculer le résultat.",
    },
    not: {
      title: "Ce n’est pas un procès-verbal",
      empty: "Il est vide.",
      picture:
        "C’est une image. Un procès-verbal est un fichier dont le nom finit par .json ; l’image d’un tirage ne prouve rien.",
      document: "C’est un document ou une archive. Un procès-verbal est un fichier dont le nom finit par .json.",
      page: "C’est une page web. Téléchargez le procès-verbal depuis la page du tirage, et prenez ce fichier.",
      marked:
        "Il commence par une marque invisible que certains éditeurs ajoutent. Utilisez le procès-verbal exactement tel que téléchargé.",
      "not text": "Ce n’est pas du texte en UTF-8.",
      "cut short":
        "Il s’arrête au milieu : le téléchargement a été interrompu, ou le texte n’a pas été copié en entier. Téléchargez-le à nouveau.",
      "not JSON": "C’est du texte, mais pas du JSON.",
      deep: "Il est imbriqué plus profondément qu’un procès-verbal ne peut l’être.",
      other: "C’est du JSON, mais pas un procès-verbal de Fairhat.",
      large: (most) =>
        `Il dépasse ${most}, c’est trop pour une vérification dans un navigateur. Utilisez l’un des deux programmes.`,
    },
  },
  differs: {
    lock: "Le procès-verbal verrouille une autre liste, une autre règle ou d’autres enveloppes que celles de cette page. Ne vous fiez pas à cette page.",
    result: "Le procès-verbal donne un autre résultat que cette page. Ne vous fiez pas à cette page.",
  },
  know: {
    title: "Ce que cette vérification ne peut pas dire",
    pinned: "Les deux services ont signé avec les clés que vous avez données.",
    unknown:
      "Qui a signé : il faudrait connaître par ailleurs les clés des deux services, mais elles viennent du procès-verbal lui-même. Qui invente tout un tirage peut aussi inventer ses services.",
    give: "Vérifier avec des clés que vous connaissez",
    operators: (a, b, parties) =>
      `Les services sont gérés par ${a} et ${b}, d’après eux : ${parties === 2 ? "deux parties" : "une seule partie"}.`,
    unnamed: "Aucun des services ne dit qui le gère : cela compte comme une seule partie.",
    blank: "(vide)",
    announced: (lead) =>
      `Le tirage a été annoncé ${lead} avant : pendant ce temps, la liste et la règle étaient verrouillées et visibles.`,
    atOnce: (lead) =>
      `S’il y a eu d’autres essais : ce tirage a été fait aussitôt (${lead} entre le verrou et l’ouverture), et rien ne montre si d’autres ont été écartés avant.`,
    overlapping: (lead) =>
      `S’il y a eu d’autres essais : ce tirage a été fait aussitôt (un service a ouvert ${lead} avant que l’autre soit rattaché), et rien ne montre si d’autres ont été écartés avant.`,
    list: "Si les bonnes personnes sont sur la liste. Aucun calcul ne peut le dire.",
    page: "Cette page elle-même : elle vient du site qui a fait le tirage, et pourrait mentir. Pour en être sûr, vérifiez le procès-verbal sur un autre appareil, ou avec l’un des deux programmes, qui n’ont aucun code en commun.",
    compare:
      "Si tout le monde a vu le même tirage. Comparez ceci avec d’autres personnes ; un autre M signifie un autre tirage :",
  },
  act: {
    title: "Que faire maintenant",
    distrust: "Ne vous fiez pas à ce résultat, et ne le transmettez pas comme tel.",
    save: "Gardez le procès-verbal : c’est la preuve.",
    ask: "Demandez à l’organisateur comment c’est arrivé, et montrez-lui quelle vérification a échoué.",
    compare:
      "Comparez avec ce que d’autres ont reçu : téléchargez le procès-verbal sur un autre appareil, et comparez M.",
  },
  breaking: {
    title: "Tricher",
    text: "Trichez ! Changez ce que vous voulez dans cette copie du procès-verbal, et voyez quelle vérification vous prend sur le fait. Rien ne quitte votre appareil ; le vrai tirage reste tel quel.",
    tricks: "Quelques vieilles ruses",
    trick: {
      winner: "Faire gagner quelqu’un d’autre",
      swap: "Échanger les deux premiers participants",
      leave: "Retirer le premier participant",
      rename: "Renommer le premier participant",
      secrets: "Échanger les deux nombres secrets",
      secret: "Choisir un autre nombre secret",
      binding: "Retirer un rattachement",
      signature: "Contrefaire une signature",
      both: "Un service joue les deux rôles",
      early: "Ouvrir avant le verrou",
      rule: "Prendre une autre règle",
    },
    fields: "Tout ce que contient le procès-verbal",
    back: "Remettre en place",
    untouched: "Rien n’est encore changé.",
    press: "Vérifier le procès-verbal modifié",
    pressed: "Modifié. Appuyez sur le bouton pour le vérifier.",
    caught: (check) => `Repéré par la vérification « ${check} ».`,
    notRecord: "Repéré aussitôt : ce n’est même plus un procès-verbal.",
    undecided: "Non réussi : ce vérificateur ne peut plus en décider.",
    escaped:
      "Pas repéré. Personne ne signe pourquoi et quand un tirage a été arrêté, et ce qui n’a jamais été publié ne peut pas manquer. Aucun résultat ne peut être fabriqué ainsi.",
    same: "C’était déjà écrit ainsi : tout concorde.",
    one: (path) => `Changer un caractère de ${path}`,
    more: (items) =>
      `${count(items, { one: "autre élément du procès-verbal n’est pas affiché", other: "autres éléments du procès-verbal ne sont pas affichés" })} ici.`,
    groups: {
      record: "Procès-verbal",
      manifest: "Ce qui a été verrouillé",
      entries: "Liste",
      seals: "Enveloppes",
      bindings: "Rattachements",
      openings: "Nombres ouverts",
      outcome: "Résultat",
      void: "Pourquoi il est annulé",
    },
  },
  page: {
    title: "Vérifier un tirage",
    description: "Vérifiez le procès-verbal d’un tirage sur votre propre appareil, même hors ligne.",
    text: "Un procès-verbal contient tout ce qui fait un tirage. Votre propre appareil le recalcule ; rien n’est envoyé nulle part.",
    file: "Le fichier d’un procès-verbal",
    drop: "ou déposez-le n’importe où sur cette page.",
    paste: "ou collez le texte d’un procès-verbal, ou le lien d’un tirage de ce site",
    go: "Vérifier",
    outcome: "Résultat de la vérification",
    keys: "Clés que vous connaissez par ailleurs",
    keysText:
      "Facultatif. Si les exploitants vous ont donné leurs clés, sur papier ou sur une page à eux, la vérification exige précisément celles-là.",
    key: (side) => `Clé du service ${side}`,
    badKey: "Une clé compte 64 caractères, chacun de 0 à 9 ou de a à f.",
    nothing: "Choisissez d’abord un fichier, ou collez quelque chose.",
    elsewhere: (host) =>
      `Ce tirage se trouve sur ${host}. Cette page n’interroge aucun autre site : téléchargez-y le procès-verbal, et prenez le fichier.`,
    notLink: "Ce n’est ni le texte d’un procès-verbal ni le lien d’un tirage.",
    unread: "Le fichier n’a pas pu être lu.",
    offline: "Cette page fonctionne maintenant aussi hors ligne.",
    digest: "SHA-256",
    programs: "La même chose avec un programme, sans cette page",
    programsText:
      "Deux programmes qui n’ont aucun code en commun vérifient un procès-verbal dans un terminal. Comparez leurs empreintes avec celles que d’autres ont reçues.",
    python: "Le vérificateur en Python, un seul fichier sans dépendances",
    node: "Le vérificateur pour Node et Bun, un seul fichier",
    servicesKeys: "Clés publiques des deux services de hasard de ce site",
    keysCompare:
      "Des clés prises sur cette page ne prouvent pas plus que la page elle-même. Comparez-les avec ce que les exploitants publient ailleurs.",
  },
};
