import type { Messages } from "../en/index.ts";
import { counter } from "../language.ts";

interface Winners {
  winners: number;
  alternates: number;
}

interface Prizes {
  prizes: { quantity: number }[];
  tickets: boolean;
  alternates: number;
}

interface Groups {
  groups: number | null;
  size: number | null;
}

interface Limits {
  limit: number | null;
  excluded: number[];
}

interface Numbers {
  from: number;
  to: number;
  count: number;
  repeat: boolean;
}

const counted = counter("fr");
const entries = (count: number) => counted(count, { one: "participant", other: "participants" });
const withTickets = (count: number, tickets: number) =>
  `${entries(count)} avec ${counted(tickets, { one: "billet", other: "billets" })} en tout`;

/** `3 gagnants et 1 suppléant sont tirés parmi 300 participants` */
function drawn(winners: number, alternates: number, list: string): string {
  const first = counted(winners, { one: "gagnant", other: "gagnants" });
  const then = alternates === 0 ? "" : ` et ${counted(alternates, { one: "suppléant", other: "suppléants" })}`;
  return `${first}${then} ${winners + alternates < 2 ? "est tiré" : "sont tirés"} parmi ${list}`;
}

const quantityOf = ({ prizes }: Prizes) => prizes.reduce((sum, { quantity }) => sum + quantity, 0);

/** What version 2 says behind version 1. */
const LIMITS =
  "Des participants peuvent être exclus, par exemple ceux qui ont déjà gagné : ils ne peuvent pas être tirés. Un tirage " +
  "qui fait suite à un autre exclut tous ceux qui y ont gagné et désigne le premier, afin que personne ne change la " +
  "liste entre les deux. S’il y a une limite, un groupe, comme un foyer, une équipe ou un club, n’obtient pas plus de " +
  "places que cela ; un participant exclu compte aussi. Qui est tiré alors que son groupe a toutes ses places sort sans " +
  "place, et le tirage continue. Avec une limite, la chance d’un participant d’un grand groupe est plus faible que " +
  "celle d’un participant d’un petit groupe.";

const EVERY_ENTRY = "participant restant";
const EVERY_TICKET = "billet restant";

/** The sentence of version 2 behind how many are drawn from what. */
function withinLimits(start: string, unit: string, { excluded, limit }: Limits): string {
  const out = counted(excluded.length, { one: "participant est exclu", other: "participants sont exclus" });
  const most =
    limit === null ? "" : ` ; aucun groupe n’obtient plus de ${counted(limit, { one: "place", other: "places" })}`;
  return `${start} ; à chaque étape, chaque ${unit} a la même chance${excluded.length === 0 ? "" : ` ; ${out}`}${most}.`;
}

const NO_TICKETS = "Chaque participant compte une fois : cette règle ne connaît pas de billets.";
const TWICE = "Un nom inscrit deux fois sur la liste compte pour deux participants.";
const ALTERNATES =
  "Des suppléants sont ensuite tirés de la même façon : ils n’ont pas gagné, mais prennent la place d’un gagnant qui " +
  "se désiste, le premier tiré d’abord.";

const FIRST = {
  "winners/1": {
    title: "Gagnants",
    text:
      "Les gagnants sont tirés l’un après l’autre. Chaque fois, chaque participant restant a la même chance, et qui a " +
      "été tiré sort de la liste : personne ne gagne deux fois. Avec 3 gagnants sur 300 participants, chacun gagne avec " +
      `une chance de 3 sur 300. ${ALTERNATES} ${NO_TICKETS} ${TWICE}`,
    sentence: ({ winners, alternates }: Winners, { count }) =>
      `${drawn(winners, alternates, entries(count))} ; chaque participant a la même chance.`,
  },
  "raffle/1": {
    title: "Tombola avec billets",
    text:
      "Chaque participant a un ou plusieurs billets. Pour chaque gagnant, un billet est tiré parmi tous ceux qui " +
      "restent, et chaque billet a la même chance : avec deux fois plus de billets, on a deux fois plus de chances " +
      "d’être tiré ensuite. Le propriétaire du billet gagne ; ses autres billets sont retirés, et personne ne gagne deux " +
      `fois. ${ALTERNATES} ${TWICE}`,
    sentence: ({ winners, alternates }: Winners, { count, tickets }) =>
      `${drawn(winners, alternates, withTickets(count, tickets))} ; chaque billet a la même chance.`,
  },
  "prizes/1": {
    title: "Lots",
    text:
      "Pour chaque lot disponible, un participant est tiré et le gagne, l’un après l’autre. Les lots sont attribués dans " +
      "l’ordre où ils sont indiqués : qui est tiré d’abord reçoit le premier lot, jusqu’à ce qu’il n’en reste plus, " +
      "puis viennent le deuxième et les suivants. Chaque fois, chaque participant restant a la même chance ; si les " +
      "billets comptent, chaque billet restant a la même chance, et qui a été tiré sort avec tous ses billets. Personne " +
      `ne gagne deux fois. ${ALTERNATES} Sans billets, chaque participant compte une fois. ${TWICE}`,
    sentence(params: Prizes, { count, tickets }) {
      const list = params.tickets ? withTickets(count, tickets) : entries(count);
      const chance = `chaque ${params.tickets ? "billet" : "participant"} a la même chance`;
      const order = params.prizes.length > 1 ? ", et les lots sont attribués dans leur ordre" : "";
      return `${drawn(quantityOf(params), params.alternates, list)} ; ${chance}${order}.`;
    },
  },
} satisfies Messages["rules"];

export const rules: Messages["rules"] = {
  ...FIRST,
  "winners/2": {
    title: `${FIRST["winners/1"].title}, avec une limite ou à la suite d’un tirage`,
    text: `${FIRST["winners/1"].text} ${LIMITS}`,
    sentence: (params: Winners & Limits, { count }) =>
      withinLimits(drawn(params.winners, params.alternates, entries(count)), EVERY_ENTRY, params),
  },
  "raffle/2": {
    title: `${FIRST["raffle/1"].title}, avec une limite ou à la suite d’un tirage`,
    text: `${FIRST["raffle/1"].text} ${LIMITS}`,
    sentence: (params: Winners & Limits, { count, tickets }) =>
      withinLimits(drawn(params.winners, params.alternates, withTickets(count, tickets)), EVERY_TICKET, params),
  },
  "prizes/2": {
    title: `${FIRST["prizes/1"].title}, avec une limite ou à la suite d’un tirage`,
    text: `${FIRST["prizes/1"].text} ${LIMITS}`,
    sentence(params: Prizes & Limits, { count, tickets }) {
      const list = params.tickets ? withTickets(count, tickets) : entries(count);
      const start = drawn(quantityOf(params), params.alternates, list);
      return withinLimits(start, params.tickets ? EVERY_TICKET : EVERY_ENTRY, params);
    },
  },
  "order/1": {
    title: "Ordre aléatoire",
    text:
      "Toute la liste est mise dans un ordre aléatoire. Un des participants obtient la première place, un des autres la " +
      "deuxième, et ainsi de suite ; chaque fois, chaque participant restant a la même chance. Ainsi, chacun a la même " +
      `chance d’obtenir chaque place. ${NO_TICKETS} ${TWICE}`,
    sentence: (_, { count }) =>
      `${entries(count)} dans un ordre aléatoire ; chaque participant a la même chance d’obtenir chaque place.`,
  },
  "groups/1": {
    title: "Groupes",
    text:
      "La liste est mise dans un ordre aléatoire, où chaque participant a la même chance d’obtenir chaque place. Puis " +
      "elle est distribuée comme des cartes : un dans le premier groupe, un dans le deuxième, et ainsi de suite, tour " +
      "après tour. Deux groupes diffèrent ainsi d’un participant au plus, et chacun a la même chance que les autres de " +
      "se retrouver dans un groupe donné. On fixe le nombre de groupes, ou leur taille maximale ; il y en a alors aussi " +
      `peu que possible. ${NO_TICKETS} ${TWICE}`,
    sentence({ groups, size }: Groups, { count }) {
      const number = groups ?? Math.ceil(count / Number(size));
      const small = Math.floor(count / number);
      const sizes = count % number === 0 ? small : `${small} ou ${small + 1}`;
      const put = `${counted(count, { one: "participant est réparti", other: "participants sont répartis" })}`;
      return `${put} en ${counted(number, { one: "groupe", other: "groupes" })} de ${sizes} ; chaque participant a la même chance d’obtenir chaque place.`;
    },
  },
  "bracket/1": {
    title: "Tableau à élimination directe",
    text:
      "Les participants sont placés dans un tableau : qui perd est éliminé. Les premiers de la liste sont têtes de " +
      "série, autant qu’indiqué : ils sont placés de sorte que le premier et le deuxième ne puissent se rencontrer " +
      "qu’en finale, les quatre premiers qu’en demi-finale, et ainsi de suite. Tous les autres sont mis dans un ordre " +
      "aléatoire, où chacun a la même chance d’obtenir chaque place libre. Si leur nombre n’est pas une puissance de " +
      "deux, certains n’ont pas d’adversaire au premier tour. Ces exemptions vont d’abord aux têtes de série, dans leur " +
      `ordre, puis à d’autres par le tirage. ${NO_TICKETS} ${TWICE}`,
    sentence({ seeds }: { seeds: number }, { count }) {
      const size = 2 ** Math.ceil(Math.log2(count));
      const byes = size === count ? "" : ` avec ${counted(size - count, { one: "exemption", other: "exemptions" })}`;
      const put = counted(count, { one: "participant est placé", other: "participants sont placés" });
      const placed = `${put} dans un tableau de ${size}${byes}`;
      if (seeds === 0) return `${placed} ; chaque participant a la même chance d’obtenir chaque place.`;
      const first = seeds === 1 ? "le premier est tête de série" : `les ${seeds} premiers sont têtes de série`;
      return `${placed} ; ${first}, et tous les autres ont la même chance d’obtenir chaque place libre.`;
    },
  },
  "roundrobin/1": {
    title: "Calendrier, chacun contre tous",
    text:
      "Chacun rencontre tous les autres, en journées où chacun joue une fois. La liste est mise dans un ordre aléatoire, " +
      "où chaque participant a la même chance d’obtenir chaque place. Dans cet ordre, tous s’assoient autour d’une " +
      "table : le premier reste assis, les autres avancent d’une place d’une journée à l’autre, et ceux qui se font face " +
      "jouent l’un contre l’autre. Si leur nombre est impair, quelqu’un est au repos à chaque journée. Au choix, tous " +
      `se rencontrent deux fois, en inversant les côtés. ${NO_TICKETS} ${TWICE}`,
    sentence({ twice }: { twice: boolean }, { count }) {
      const rounds = (count + (count % 2) - 1) * (twice ? 2 : 1);
      const meet = counted(count, { one: "participant se rencontre", other: "participants se rencontrent" });
      const each = `${meet} ${twice ? "deux" : "une"} fois en ${counted(rounds, { one: "journée", other: "journées" })}`;
      return `${each} ; chaque participant a la même chance d’obtenir chaque place du calendrier.`;
    },
  },
  "panel/1": {
    title: "Panel tiré d’une loterie",
    text:
      "Quelqu’un a publié une loterie : des panels composés de participants de la liste, chacun avec un poids. L’un " +
      "d’eux est tiré, avec une chance proportionnelle à son poids : un panel de poids 3 est trois fois plus probable " +
      "qu’un panel de poids 1. Les poids sont mis bout à bout dans l’ordre des panels, et un nombre inférieur à leur " +
      "somme tombe sur l’un d’eux. La chance d’un participant est la somme des poids de ses panels, divisée par tous les " +
      "poids. Que la loterie soit équitable, c’est à ses auteurs de le montrer ; ce tirage ne fait que choisir parmi " +
      `ses panels. ${NO_TICKETS} ${TWICE}`,
    sentence({ panels }: { panels: unknown[] }, { count }) {
      const lottery = `${counted(panels.length, { one: "panel", other: "panels" })} d’une loterie publiée sur ${entries(count)}`;
      return `1 panel est tiré parmi ${lottery} ; chacun avec une chance proportionnelle à son poids.`;
    },
  },
  "pairs/1": {
    title: "Père Noël secret",
    text:
      "Chacun offre un cadeau à exactement une personne et en reçoit d’exactement une. La liste est mélangée : qui " +
      "arrive à votre place reçoit votre cadeau. Si quelqu’un devait s’offrir un cadeau, ou si une paire est exclue, " +
      "toute la liste est mélangée à nouveau, jusqu’à ce que tout convienne. Ainsi, chaque répartition permise a la même " +
      "chance. Une paire exclue dit qui n’offre pas à qui ; pour que deux personnes ne se tirent pas, il faut deux " +
      "paires. Si presque aucune répartition n’est permise, mélanger serait trop long : on compte alors les répartitions " +
      "permises et on en choisit une, toujours avec la même chance. Le résultat est public comme pour tout tirage : qui a " +
      `le lien voit qui offre à qui. Cette règle ne connaît pas de billets. ${TWICE}`,
    sentence({ forbidden }: { forbidden: unknown[] }, { count }) {
      const out = counted(forbidden.length, { one: "paire est exclue", other: "paires sont exclues" });
      const give = counted(count, { one: "participant offre", other: "participants s’offrent" });
      return `${give} un cadeau, personne à soi-même${forbidden.length === 0 ? "" : `, et ${out}`} ; chaque répartition permise a la même chance.`;
    },
  },
  "numbers/1": {
    title: "Nombres",
    text:
      "Des nombres entiers sont tirés d’un intervalle, ses deux bornes comprises, l’un après l’autre, et affichés dans " +
      "l’ordre du tirage. Sans répétition, un nombre tiré ne peut plus sortir, et chaque fois chaque nombre restant a la " +
      "même chance. Avec répétition, chaque nombre de l’intervalle a chaque fois la même chance, et un nombre peut " +
      "revenir. Cette règle n’a pas besoin de liste et ne connaît pas de billets.",
    sentence({ from, to, count, repeat }: Numbers) {
      const range = `de ${from} à ${to}`;
      if (count === 1) return `1 nombre ${range} est tiré ; chaque nombre a la même chance.`;
      const many = counted(count, { other: repeat ? "nombres" : "nombres différents" });
      if (!repeat) return `${many} ${range} sont tirés ; chaque nombre a la même chance.`;
      return `${many} ${range} sont tirés ; chaque fois, chaque nombre a la même chance, et un nombre peut revenir.`;
    },
  },
};
