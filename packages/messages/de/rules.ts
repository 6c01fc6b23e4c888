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

interface Pairs {
  forbidden: unknown[];
}

interface Bracket {
  seeds: number;
}

interface RoundRobin {
  twice: boolean;
}

interface Numbers {
  from: number;
  to: number;
  count: number;
  repeat: boolean;
}

const counted = counter("de");
const entries = (count: number) => counted(count, { one: "Eintrag wird", other: "Einträge werden" });
const ofEntries = (count: number) => counted(count, { one: "Eintrag", other: "Einträgen" });
const withTickets = (tickets: number) => `mit zusammen ${counted(tickets, { one: "Los", other: "Losen" })}`;

/** `3 von 300 Einträgen gewinnen, 1 wird als Nachrücker gezogen` */
function drawn(winners: number, list: string, alternates: number): string {
  const win = `${counted(winners, { other: "von" })} ${list} ${winners === 1 ? "gewinnt" : "gewinnen"}`;
  if (alternates === 0) return win;
  return `${win}, ${counted(alternates, { one: "wird", other: "werden" })} als Nachrücker gezogen`;
}

interface Limits {
  limit: number | null;
  excluded: number[];
}

/** What version 2 says behind version 1. */
const LIMITS =
  "Einträge können ausgeschlossen sein, zum Beispiel wer vorher gewonnen hat: Sie können nicht gezogen werden. Eine " +
  "Verlosung, die auf eine andere folgt, schließt alle aus, die dort gewonnen haben, und nennt die erste, damit niemand " +
  "dazwischen die Liste ändern kann. Gibt es eine Obergrenze, dann bekommt eine Gruppe, etwa ein Haushalt, ein Team oder " +
  "ein Verein, nicht mehr Plätze als das; ein ausgeschlossener Eintrag zählt dabei mit. Wer gezogen wird, wenn die " +
  "Gruppe alle ihre Plätze hat, scheidet ohne Platz aus, und es wird weiter gezogen. Mit einer Obergrenze ist die " +
  "Chance eines Eintrags aus einer großen Gruppe kleiner als die aus einer kleinen.";

const EVERY_ENTRY = "jeder Eintrag, der";
const EVERY_TICKET = "jedes Los, das";

/** The sentence of version 2 behind how many are drawn from what. */
function withinLimits(start: string, unit: string, { excluded, limit }: Limits): string {
  const out = counted(excluded.length, { one: "Eintrag ist", other: "Einträge sind" });
  const most =
    limit === null ? "" : `; keine Gruppe bekommt mehr als ${counted(limit, { one: "Platz", other: "Plätze" })}`;
  return `${start}; bei jedem Schritt hat ${unit} noch da ist, dieselbe Chance${excluded.length === 0 ? "" : `; ${out} ausgeschlossen`}${most}.`;
}

const NO_TICKETS = "Jeder Eintrag zählt einmal: Diese Regel kennt keine Lose.";
const TWICE = "Ein Name, der zweimal auf der Liste steht, zählt als zwei Einträge.";
const ALTERNATES =
  "Danach werden auf dieselbe Weise Nachrücker gezogen: Sie haben nicht gewonnen, sind aber an der Reihe, wenn jemand " +
  "ausfällt, der gewonnen hat; wer zuerst gezogen wurde, zuerst.";

const FIRST = {
  "winners/1": {
    title: "Gewinner ziehen",
    text:
      "Es wird nacheinander gezogen, wer gewinnt. Jedes Mal hat jeder Eintrag, der noch da ist, dieselbe Chance; ein " +
      "Eintrag, der gezogen wurde, scheidet aus, und so gewinnt keiner zweimal. Gewinnen 3 von 300 Einträgen, dann " +
      `liegt die Chance jedes Eintrags bei 3 von 300. ${ALTERNATES} ${NO_TICKETS} ${TWICE}`,
    sentence: ({ winners, alternates }: Winners, { count }) =>
      `${drawn(winners, ofEntries(count), alternates)}; jeder Eintrag hat dieselbe Chance.`,
  },
  "raffle/1": {
    title: "Tombola mit Losen",
    text:
      "Jeder Eintrag hat ein Los oder mehrere. Für jeden Gewinn wird ein Los aus allen gezogen, die noch da sind, und " +
      "jedes Los hat dieselbe Chance: Wer doppelt so viele hat, wird doppelt so wahrscheinlich als Nächstes gezogen. " +
      "Der Eintrag dieses Loses gewinnt und scheidet mit allen seinen Losen aus, und so gewinnt keiner zweimal. " +
      `${ALTERNATES} ${TWICE}`,
    sentence: ({ winners, alternates }: Winners, { count, tickets }) =>
      `${drawn(winners, `${ofEntries(count)} ${withTickets(tickets)}`, alternates)}; jedes Los hat dieselbe Chance.`,
  },
  "prizes/1": {
    title: "Preise",
    text:
      "Für jeden Preis, den es gibt, wird ein Eintrag gezogen, der ihn gewinnt, einer nach dem anderen. Die Preise werden " +
      "in der Reihenfolge vergeben, in der sie aufgeführt sind: Wer zuerst gezogen wird, bekommt den ersten Preis, bis " +
      "keiner davon mehr da ist, wer danach gezogen wird, den zweiten, und so weiter. Jedes Mal hat jeder Eintrag, der " +
      "noch da ist, dieselbe Chance; zählen Lose, dann hat jedes Los, das noch da ist, dieselbe Chance, und ein Eintrag " +
      `scheidet mit allen seinen Losen aus. Keiner gewinnt zweimal. ${ALTERNATES} Ohne Lose zählt jeder Eintrag einmal. ${TWICE}`,
    sentence({ prizes, tickets: byTickets, alternates }: Prizes, { count, tickets }) {
      const winners = prizes.reduce((sum, { quantity }) => sum + quantity, 0);
      const list = byTickets ? `${ofEntries(count)} ${withTickets(tickets)}` : ofEntries(count);
      const chance = `${byTickets ? "jedes Los" : "jeder Eintrag"} hat dieselbe Chance`;
      const order = prizes.length > 1 ? ", und die Preise werden in ihrer Reihenfolge vergeben" : "";
      return `${drawn(winners, list, alternates)}; ${chance}${order}.`;
    },
  },
} satisfies Messages["rules"];

export const rules: Messages["rules"] = {
  ...FIRST,
  "winners/2": {
    title: `${FIRST["winners/1"].title}, mit Obergrenze oder als Folge`,
    text: `${FIRST["winners/1"].text} ${LIMITS}`,
    sentence: (params: Winners & Limits, { count }) =>
      withinLimits(drawn(params.winners, ofEntries(count), params.alternates), EVERY_ENTRY, params),
  },
  "raffle/2": {
    title: `${FIRST["raffle/1"].title}, mit Obergrenze oder als Folge`,
    text: `${FIRST["raffle/1"].text} ${LIMITS}`,
    sentence: (params: Winners & Limits, { count, tickets }) =>
      withinLimits(
        drawn(params.winners, `${ofEntries(count)} ${withTickets(tickets)}`, params.alternates),
        EVERY_TICKET,
        params,
      ),
  },
  "prizes/2": {
    title: `${FIRST["prizes/1"].title}, mit Obergrenze oder als Folge`,
    text: `${FIRST["prizes/1"].text} ${LIMITS}`,
    sentence(params: Prizes & Limits, { count, tickets }) {
      const winners = params.prizes.reduce((sum, { quantity }) => sum + quantity, 0);
      const list = params.tickets ? `${ofEntries(count)} ${withTickets(tickets)}` : ofEntries(count);
      return withinLimits(drawn(winners, list, params.alternates), params.tickets ? EVERY_TICKET : EVERY_ENTRY, params);
    },
  },
  "order/1": {
    title: "Zufällige Reihenfolge",
    text:
      "Die ganze Liste wird in eine zufällige Reihenfolge gebracht. Einer von allen Einträgen bekommt den ersten Platz, " +
      "einer der übrigen den zweiten, und so weiter; jedes Mal hat jeder Eintrag, der noch da ist, dieselbe Chance. So " +
      `hat jeder Eintrag auf jeden Platz dieselbe Chance. ${NO_TICKETS} ${TWICE}`,
    sentence: (_, { count }) =>
      `${entries(count)} in eine zufällige Reihenfolge gebracht; jeder Eintrag hat auf jeden Platz dieselbe Chance.`,
  },
  "groups/1": {
    title: "Gruppen",
    text:
      "Die Liste wird in eine zufällige Reihenfolge gebracht, in der jeder Eintrag auf jeden Platz dieselbe Chance hat. " +
      "Dann wird sie ausgeteilt wie Karten: einer in die erste Gruppe, einer in die zweite, und so weiter, immer reihum. " +
      "So unterscheiden sich zwei Gruppen um höchstens einen Eintrag, und jeder Eintrag hat dieselbe Chance wie jeder " +
      "andere, in eine bestimmte Gruppe zu kommen. Festgelegt wird, wie viele Gruppen es gibt, oder wie groß sie sein " +
      `dürfen; dann gibt es so wenige, wie damit möglich ist. ${NO_TICKETS} ${TWICE}`,
    sentence({ groups, size }: Groups, { count }) {
      const number = groups ?? Math.ceil(count / Number(size));
      const small = Math.floor(count / number);
      const sizes = count % number === 0 ? small : `${small} oder ${small + 1}`;
      const into = counted(number, { one: "Gruppe", other: "Gruppen" });
      return `${entries(count)} in ${into} zu ${sizes} eingeteilt; jeder Eintrag hat auf jeden Platz dieselbe Chance.`;
    },
  },
  "bracket/1": {
    title: "Turnierbaum",
    text:
      "Die Einträge werden auf einen Turnierbaum verteilt: Wer verliert, scheidet aus. Die ersten Einträge der Liste " +
      "sind gesetzt, so viele wie angegeben: Sie stehen so, dass der erste und der zweite erst im Finale aufeinander " +
      "treffen können, die ersten vier erst im Halbfinale, und so weiter. Alle anderen kommen in eine zufällige " +
      "Reihenfolge, in der jeder auf jeden freien Platz dieselbe Chance hat. Ist die Zahl der Einträge keine " +
      "Zweierpotenz, dann haben einige in der ersten Runde keinen Gegner. Diese Freilose bekommen zuerst die gesetzten, " +
      `in ihrer Reihenfolge, dann andere durch die Auslosung. ${NO_TICKETS} ${TWICE}`,
    sentence({ seeds }: Bracket, { count }) {
      const size = 2 ** Math.ceil(Math.log2(count));
      const byes = size === count ? "" : ` und ${counted(size - count, { one: "Freilos", other: "Freilosen" })}`;
      const placed = `${entries(count)} auf einen Turnierbaum mit ${size} Plätzen${byes} verteilt`;
      if (seeds === 0) return `${placed}; jeder Eintrag hat auf jeden Platz dieselbe Chance.`;
      const first = seeds === 1 ? "der erste ist gesetzt" : `die ersten ${seeds} sind gesetzt`;
      return `${placed}; ${first}, und jeder andere hat auf jeden freien Platz dieselbe Chance.`;
    },
  },
  "roundrobin/1": {
    title: "Spielplan, jeder gegen jeden",
    text:
      "Alle treffen auf alle anderen, in Runden, in denen jeder einmal spielt. Die Liste wird in eine zufällige " +
      "Reihenfolge gebracht, in der jeder Eintrag auf jeden Platz dieselbe Chance hat. In dieser Reihenfolge sitzen alle " +
      "um einen Tisch: Der erste bleibt sitzen, die anderen rücken von Runde zu Runde um einen Platz weiter, und wer " +
      "einander gegenüber sitzt, spielt gegeneinander. Ist die Zahl der Einträge ungerade, dann setzt in jeder Runde " +
      `einer aus. Auf Wunsch treffen alle zweimal aufeinander, mit vertauschten Seiten. ${NO_TICKETS} ${TWICE}`,
    sentence({ twice }: RoundRobin, { count }) {
      const rounds = (count + (count % 2) - 1) * (twice ? 2 : 1);
      const meet = counted(count, { one: "Eintrag trifft", other: "Einträge treffen" });
      const each = `${meet} ${twice ? "zweimal" : "einmal"} aufeinander`;
      return `${each}, in ${counted(rounds, { one: "Runde", other: "Runden" })}; jeder Eintrag hat auf jeden Platz im Spielplan dieselbe Chance.`;
    },
  },
  "panel/1": {
    title: "Gremium aus einer Lotterie",
    text:
      "Jemand hat eine Lotterie veröffentlicht: Gremien aus Einträgen der Liste, jedes mit einem Gewicht. Eines davon wird " +
      "gezogen, mit einer Chance im Verhältnis zu seinem Gewicht: Ein Gremium vom Gewicht 3 ist dreimal so wahrscheinlich " +
      "wie eines vom Gewicht 1. Die Gewichte werden in der Reihenfolge der Gremien aneinandergelegt, und eine Zahl unter " +
      "ihrer Summe fällt in eines von ihnen. Die Chance eines Eintrags ist die Summe der Gewichte seiner Gremien, geteilt " +
      "durch alle Gewichte. Ob die Lotterie gerecht ist, muss zeigen, wer sie gemacht hat; diese Ziehung wählt nur aus " +
      `ihr aus. ${NO_TICKETS} ${TWICE}`,
    sentence({ panels }: { panels: unknown[] }, { count }) {
      const lottery = `${counted(panels.length, { one: "Gremium", other: "Gremien" })} einer veröffentlichten Lotterie über ${ofEntries(count)}`;
      return `1 Gremium wird gezogen, aus ${lottery}; jedes mit einer Chance im Verhältnis zu seinem Gewicht.`;
    },
  },
  "pairs/1": {
    title: "Wichteln",
    text:
      "Alle beschenken genau eine Person und werden von genau einer beschenkt. Die Liste wird gemischt: Wer auf Ihrem " +
      "Platz landet, wird von Ihnen beschenkt. Müsste jemand sich selbst beschenken oder ist ein Paar ausgeschlossen, " +
      "dann wird die ganze Liste noch einmal gemischt, bis alles passt. So hat jede erlaubte Zuordnung dieselbe Chance. " +
      "Ein ausgeschlossenes Paar sagt, wer wen nicht beschenkt; sollen zwei einander nicht ziehen, sind das zwei Paare. " +
      "Ist kaum eine Zuordnung erlaubt, dann würde das Mischen zu lange dauern: Dann werden die erlaubten gezählt und " +
      "eine davon gewählt, auch so jede mit derselben Chance. Das Ergebnis ist öffentlich wie bei jeder Verlosung: Wer " +
      `den Link hat, sieht, wer wen beschenkt. Diese Regel kennt keine Lose. ${TWICE}`,
    sentence({ forbidden }: Pairs, { count }) {
      const none = forbidden.length === 0;
      const excluded = counted(forbidden.length, { one: "Paar ist", other: "Paare sind" });
      const give = counted(count, { one: "Eintrag beschenkt", other: "Einträge beschenken" });
      return `${give} einander, niemand sich selbst${none ? "" : `, und ${excluded} ausgeschlossen`}; jede erlaubte Zuordnung hat dieselbe Chance.`;
    },
  },
  "numbers/1": {
    title: "Zahlen",
    text:
      "Ganze Zahlen werden aus einem Bereich gezogen, beide Enden eingeschlossen, eine nach der anderen, und in der " +
      "Reihenfolge gezeigt, in der sie gezogen wurden. Ohne Wiederholung scheidet eine gezogene Zahl aus, und jedes Mal " +
      "hat jede Zahl, die noch da ist, dieselbe Chance. Mit Wiederholung hat jedes Mal jede Zahl des Bereichs dieselbe " +
      "Chance, und eine kann noch einmal kommen. Diese Regel braucht keine Liste und kennt keine Lose.",
    sentence({ from, to, count, repeat }: Numbers) {
      const range = `von ${from} bis ${to}`;
      if (count === 1) return `1 Zahl ${range} wird gezogen; jede Zahl hat dieselbe Chance.`;
      const many = counted(count, { other: repeat ? "Zahlen" : "verschiedene Zahlen" });
      if (!repeat) return `${many} ${range} werden gezogen; jede Zahl hat dieselbe Chance.`;
      return `${many} ${range} werden gezogen; jedes Mal hat jede Zahl dieselbe Chance, und eine kann noch einmal kommen.`;
    },
  },
};
