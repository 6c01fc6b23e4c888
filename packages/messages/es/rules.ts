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

const counted = counter("es");
const entries = (count: number) => counted(count, { one: "participante", other: "participantes" });
const withTickets = (count: number, tickets: number) =>
  `${entries(count)} con ${counted(tickets, { one: "boleto", other: "boletos" })} en total`;

/** `Se sortean 3 ganadores y 1 suplente entre 300 participantes` */
function drawn(winners: number, alternates: number, list: string): string {
  const first = counted(winners, { one: "ganador", other: "ganadores" });
  const then = alternates === 0 ? "" : ` y ${counted(alternates, { one: "suplente", other: "suplentes" })}`;
  return `${winners + alternates === 1 ? "Se sortea" : "Se sortean"} ${first}${then} entre ${list}`;
}

const quantityOf = ({ prizes }: Prizes) => prizes.reduce((sum, { quantity }) => sum + quantity, 0);

/** What version 2 says behind version 1. */
const LIMITS =
  "Puede haber participantes excluidos, por ejemplo quienes ganaron antes: no pueden salir. Un sorteo que sigue a otro " +
  "excluye a todos los que ganaron en él y nombra al primero, para que nadie cambie la lista entre los dos. Si hay un " +
  "límite, un grupo, como un hogar, un equipo o un club, no obtiene más puestos que esos; un participante excluido " +
  "también cuenta. Quien sale cuando su grupo ya tiene todos sus puestos queda fuera sin puesto, y se sigue sorteando. " +
  "Con un límite, la probabilidad de un participante de un grupo grande es menor que la de uno de un grupo pequeño.";

const EVERY_ENTRY = "participante que queda";
const EVERY_TICKET = "boleto que queda";

/** The sentence of version 2 behind how many are drawn from what. */
function withinLimits(start: string, unit: string, { excluded, limit }: Limits): string {
  const out = counted(excluded.length, {
    one: "participante está excluido",
    other: "participantes están excluidos",
  });
  const most =
    limit === null ? "" : `; ningún grupo obtiene más de ${counted(limit, { one: "puesto", other: "puestos" })}`;
  return `${start}; en cada paso, cada ${unit} tiene la misma probabilidad${excluded.length === 0 ? "" : `; ${out}`}${most}.`;
}

const NO_TICKETS = "Cada participante cuenta una vez: esta regla no usa boletos.";
const TWICE = "Un nombre que aparece dos veces en la lista cuenta como dos participantes.";
const ALTERNATES =
  "Después se sacan suplentes de la misma manera: no han ganado, pero entran cuando un ganador se retira, el primero en " +
  "salir primero.";

const FIRST = {
  "winners/1": {
    title: "Ganadores",
    text:
      "Los ganadores se sacan uno tras otro. Cada vez, todos los participantes que quedan tienen la misma probabilidad, y " +
      "quien ha salido queda fuera: nadie gana dos veces. Con 3 ganadores entre 300 participantes, cada uno gana con una " +
      `probabilidad de 3 entre 300. ${ALTERNATES} ${NO_TICKETS} ${TWICE}`,
    sentence: ({ winners, alternates }: Winners, { count }) =>
      `${drawn(winners, alternates, entries(count))}; cada participante tiene la misma probabilidad.`,
  },
  "raffle/1": {
    title: "Rifa con boletos",
    text:
      "Cada participante tiene uno o varios boletos. Para cada ganador se saca un boleto de todos los que quedan, y cada " +
      "boleto tiene la misma probabilidad: con el doble de boletos hay el doble de posibilidades de salir a continuación. " +
      `Gana el dueño del boleto; sus demás boletos se retiran, y nadie gana dos veces. ${ALTERNATES} ${TWICE}`,
    sentence: ({ winners, alternates }: Winners, { count, tickets }) =>
      `${drawn(winners, alternates, withTickets(count, tickets))}; cada boleto tiene la misma probabilidad.`,
  },
  "prizes/1": {
    title: "Premios",
    text:
      "Para cada premio disponible se saca un participante que lo gana, uno tras otro. Los premios se reparten en el orden " +
      "en que figuran: quien sale primero recibe el primer premio, hasta que no quede ninguno de él, y después van el " +
      "segundo y los siguientes. Cada vez, todos los participantes que quedan tienen la misma probabilidad; si cuentan los " +
      "boletos, la tiene cada boleto que queda, y quien ha salido se va con todos sus boletos. Nadie gana dos veces. " +
      `${ALTERNATES} Sin boletos, cada participante cuenta una vez. ${TWICE}`,
    sentence(params: Prizes, { count, tickets }) {
      const list = params.tickets ? withTickets(count, tickets) : entries(count);
      const chance = `cada ${params.tickets ? "boleto" : "participante"} tiene la misma probabilidad`;
      const order = params.prizes.length > 1 ? ", y los premios se reparten en su orden" : "";
      return `${drawn(quantityOf(params), params.alternates, list)}; ${chance}${order}.`;
    },
  },
} satisfies Messages["rules"];

export const rules: Messages["rules"] = {
  ...FIRST,
  "winners/2": {
    title: `${FIRST["winners/1"].title}, con límite o como continuación`,
    text: `${FIRST["winners/1"].text} ${LIMITS}`,
    sentence: (params: Winners & Limits, { count }) =>
      withinLimits(drawn(params.winners, params.alternates, entries(count)), EVERY_ENTRY, params),
  },
  "raffle/2": {
    title: `${FIRST["raffle/1"].title}, con límite o como continuación`,
    text: `${FIRST["raffle/1"].text} ${LIMITS}`,
    sentence: (params: Winners & Limits, { count, tickets }) =>
      withinLimits(drawn(params.winners, params.alternates, withTickets(count, tickets)), EVERY_TICKET, params),
  },
  "prizes/2": {
    title: `${FIRST["prizes/1"].title}, con límite o como continuación`,
    text: `${FIRST["prizes/1"].text} ${LIMITS}`,
    sentence(params: Prizes & Limits, { count, tickets }) {
      const list = params.tickets ? withTickets(count, tickets) : entries(count);
      const start = drawn(quantityOf(params), params.alternates, list);
      return withinLimits(start, params.tickets ? EVERY_TICKET : EVERY_ENTRY, params);
    },
  },
  "order/1": {
    title: "Orden al azar",
    text:
      "Toda la lista se pone en un orden al azar. Uno de los participantes ocupa el primer puesto, otro de los demás el " +
      "segundo, y así sucesivamente; cada vez, todos los que quedan tienen la misma probabilidad. Así, cada participante " +
      `tiene la misma probabilidad de ocupar cada puesto. ${NO_TICKETS} ${TWICE}`,
    sentence: (_, { count }) =>
      `${entries(count)} en un orden al azar; cada participante tiene la misma probabilidad de ocupar cada puesto.`,
  },
  "groups/1": {
    title: "Grupos",
    text:
      "La lista se pone en un orden al azar, en el que cada participante tiene la misma probabilidad de ocupar cada " +
      "puesto. Después se reparte como cartas: uno al primer grupo, uno al segundo, y así sucesivamente, vuelta tras " +
      "vuelta. Así, dos grupos se diferencian como mucho en un participante, y todos tienen la misma probabilidad que los " +
      "demás de acabar en un grupo determinado. Se fija cuántos grupos hay, o de qué tamaño como mucho; entonces hay tan " +
      `pocos como sea posible. ${NO_TICKETS} ${TWICE}`,
    sentence({ groups, size }: Groups, { count }) {
      const number = groups ?? Math.ceil(count / Number(size));
      const small = Math.floor(count / number);
      const sizes = count % number === 0 ? small : `${small} o ${small + 1}`;
      const put = counted(count, { one: "participante se reparte", other: "participantes se reparten" });
      return `${put} en ${counted(number, { one: "grupo", other: "grupos" })} de ${sizes}; cada participante tiene la misma probabilidad de ocupar cada puesto.`;
    },
  },
  "bracket/1": {
    title: "Cuadro de eliminatorias",
    text:
      "Los participantes se colocan en un cuadro: quien pierde queda eliminado. Los primeros de la lista son cabezas de " +
      "serie, tantos como se indique: se colocan de modo que el primero y el segundo solo puedan encontrarse en la final, " +
      "los cuatro primeros solo en semifinales, y así sucesivamente. Todos los demás se ponen en un orden al azar, en el " +
      "que cada uno tiene la misma probabilidad de ocupar cada puesto libre. Si el número de participantes no es una " +
      "potencia de dos, algunos no tienen rival en la primera ronda. Esos pases son primero para las cabezas de serie, en " +
      `su orden, y después para otros según el sorteo. ${NO_TICKETS} ${TWICE}`,
    sentence({ seeds }: { seeds: number }, { count }) {
      const size = 2 ** Math.ceil(Math.log2(count));
      const byes = size === count ? "" : ` con ${counted(size - count, { one: "pase", other: "pases" })}`;
      const put = counted(count, { one: "participante se coloca", other: "participantes se colocan" });
      const placed = `${put} en un cuadro de ${size}${byes}`;
      if (seeds === 0) return `${placed}; cada participante tiene la misma probabilidad de ocupar cada puesto.`;
      const first = seeds === 1 ? "el primero es cabeza de serie" : `los ${seeds} primeros son cabezas de serie`;
      return `${placed}; ${first}, y todos los demás tienen la misma probabilidad de ocupar cada puesto libre.`;
    },
  },
  "roundrobin/1": {
    title: "Calendario, todos contra todos",
    text:
      "Todos se enfrentan a todos, en jornadas en las que cada uno juega una vez. La lista se pone en un orden al azar, en " +
      "el que cada participante tiene la misma probabilidad de ocupar cada puesto. En ese orden se sientan alrededor de " +
      "una mesa: el primero se queda sentado, los demás avanzan un puesto de una jornada a otra, y quienes quedan frente a " +
      "frente juegan entre sí. Si el número de participantes es impar, en cada jornada descansa uno. Si se quiere, todos " +
      `se enfrentan dos veces, con los lados cambiados. ${NO_TICKETS} ${TWICE}`,
    sentence({ twice }: { twice: boolean }, { count }) {
      const rounds = (count + (count % 2) - 1) * (twice ? 2 : 1);
      const meet = counted(count, { one: "participante se enfrenta", other: "participantes se enfrentan" });
      const each = `${meet} entre sí ${twice ? "dos veces" : "una vez"} en ${counted(rounds, { one: "jornada", other: "jornadas" })}`;
      return `${each}; cada participante tiene la misma probabilidad de ocupar cada puesto del calendario.`;
    },
  },
  "panel/1": {
    title: "Panel de una lotería",
    text:
      "Alguien ha publicado una lotería: paneles de participantes de la lista, cada uno con un peso. Se saca uno de ellos, " +
      "con una probabilidad proporcional a su peso: un panel de peso 3 es tres veces más probable que uno de peso 1. Los " +
      "pesos se ponen uno detrás de otro en el orden de los paneles, y un número menor que su suma cae en uno de ellos. La " +
      "probabilidad de un participante es la suma de los pesos de sus paneles, dividida entre todos los pesos. Que la " +
      "lotería sea justa tiene que demostrarlo quien la hizo; este sorteo solo elige uno de sus paneles. " +
      `${NO_TICKETS} ${TWICE}`,
    sentence({ panels }: { panels: unknown[] }, { count }) {
      const lottery = `${counted(panels.length, { one: "panel", other: "paneles" })} de una lotería publicada sobre ${entries(count)}`;
      return `Se saca 1 panel de entre ${lottery}; cada uno con una probabilidad proporcional a su peso.`;
    },
  },
  "pairs/1": {
    title: "Amigo invisible",
    text:
      "Cada persona hace un regalo a exactamente una y recibe otro de exactamente una. La lista se baraja: quien cae en tu " +
      "puesto recibe tu regalo. Si alguien tuviera que regalarse a sí mismo, o hay una pareja excluida, se baraja otra vez " +
      "toda la lista, hasta que todo encaje. Así, cada reparto permitido tiene la misma probabilidad. Una pareja excluida " +
      "dice quién no regala a quién; para que dos personas no se toquen entre sí hacen falta dos parejas. Si casi ningún " +
      "reparto está permitido, barajar tardaría demasiado: entonces se cuentan los permitidos y se elige uno, también con " +
      "la misma probabilidad. El resultado es público como en cualquier sorteo: quien tiene el enlace ve quién regala a " +
      `quién. Esta regla no usa boletos. ${TWICE}`,
    sentence({ forbidden }: { forbidden: unknown[] }, { count }) {
      const out = counted(forbidden.length, { one: "pareja está excluida", other: "parejas están excluidas" });
      const give = counted(count, { one: "participante regala", other: "participantes se regalan" });
      return `${give} entre sí, nadie a sí mismo${forbidden.length === 0 ? "" : `, y ${out}`}; cada reparto permitido tiene la misma probabilidad.`;
    },
  },
  "numbers/1": {
    title: "Números",
    text:
      "Se sacan números enteros de un intervalo, con sus dos extremos, uno tras otro, y se muestran en el orden en que " +
      "salen. Sin repetición, un número que ha salido queda fuera, y cada vez todos los que quedan tienen la misma " +
      "probabilidad. Con repetición, todos los números del intervalo tienen cada vez la misma probabilidad, y uno puede " +
      "volver a salir. Esta regla no necesita lista ni usa boletos.",
    sentence({ from, to, count, repeat }: Numbers) {
      const range = `de ${from} a ${to}`;
      if (count === 1) return `Se saca 1 número ${range}; cada número tiene la misma probabilidad.`;
      const many = counted(count, { other: repeat ? "números" : "números distintos" });
      if (!repeat) return `Se sacan ${many} ${range}; cada número tiene la misma probabilidad.`;
      return `Se sacan ${many} ${range}; cada vez, todos los números tienen la misma probabilidad, y uno puede volver a salir.`;
    },
  },
};
