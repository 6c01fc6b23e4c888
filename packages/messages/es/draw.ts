import type { Messages } from "../en/index.ts";
import { counter } from "../language.ts";

const count = counter("es");
const entries = (number: number) => count(number, { one: "participante", other: "participantes" });

export const draw: Messages["draw"] = {
  description: (title) => `Un sorteo que cualquiera puede comprobar: ${title}`,
  by: "Organiza",
  test: { title: "Esto es una prueba.", text: "Alguien ha probado cómo funciona. Este resultado no cuenta." },
  result: "El resultado",
  void: {
    title: "Este sorteo está anulado",
    text: "Se detuvo antes de sortear nada. No tiene resultado ni lo tendrá.",
    oneOut: "Se detuvo después de abrir uno de los dos números. Quien tuviera el otro ya podía conocer el resultado.",
    bothOut:
      "Se detuvo después de abrir los dos números, así que cualquiera podía calcular ya el resultado. Ese resultado no cuenta.",
    would: "El resultado habría sido",
    uncomputed: "Una comprobación del acta calcula cuál habría sido el resultado.",
    unsigned: "Nadie firma que un sorteo está anulado: solo lo dice este sitio.",
    unbound: "Ningún servicio confirmó esta lista: quien tenga los dos sellos podría habérsela inventado.",
    reason: "Motivo:",
  },
  replaces: "Se hizo en lugar de un sorteo anulado:",
  replacedBy: "Se repitió, como sorteo nuevo:",
  followUp: {
    follows: (excluded) =>
      `Sigue a un sorteo sobre la misma lista; ${excluded === 1 ? `queda excluido el ${excluded} participante que ya había ganado` : `quedan excluidos los ${excluded} participantes que ya habían ganado`}:`,
    followed: "Se sortearon más ganadores entre el resto de la lista:",
  },
  waiting: {
    open: "Aún no está cerrado: la lista todavía puede cambiar.",
    locked: "La lista y la regla están cerradas. Quien organiza inicia el sorteo.",
    announced: "La lista y la regla están cerradas. El sorteo será automático el",
    begun: "El sorteo ha empezado. Uno de los servicios no responde ahora; el sorteo terminará en cuanto responda.",
    fixed: "Los dos números están abiertos; el resultado está fijado. Aparecerá aquí en cuanto se calcule.",
    live: "Esta página se actualiza sola.",
  },
  how: { done: "Cómo se hizo", before: "Cómo funciona" },
  steps: {
    sealed: "Sellado",
    sealedText:
      "Dos servicios eligieron cada uno un número secreto, lo sellaron y publicaron una huella que demuestra que no se puede cambiar.",
    locked: "Cerrado",
    lockedText:
      "Después quedaron fijadas la lista y la regla, junto con los dos sobres. Ya nadie puede cambiar nada, ni sustituir un sobre.",
    lockedBy: "Los dos servicios lo confirmaron.",
    lockedByOne: "Los dos servicios aún no lo han confirmado.",
    notLocked: "Todavía no. Hasta entonces la lista puede cambiar.",
    drawn: "Sorteado",
    drawnText:
      "Se abrieron los dos sobres. Los dos números y la lista dan el resultado según una regla publicada; nadie elige nada.",
    never: "Nunca: el sorteo está anulado.",
    notDrawn: "Todavía no.",
    announced: "Se sorteará el",
    begun: "Ha empezado, y terminará en cuanto respondan los dos servicios.",
    fixed: "Los dos sobres están abiertos. El resultado se está calculando.",
  },
  details: {
    seals: "Las huellas de los sobres",
    lock: "La huella de todo lo que quedó fijado",
    opened: "Los números abiertos, y quién los tenía",
    service: (side) => `Servicio ${side}`,
    manifest: "M, la huella de la lista, la regla y los dos sellos",
    operator: "Gestionado por",
    nobody: "sin indicar",
    generator: "Generador",
    key: "Clave del servicio",
    number: "Su número",
    commitment: "Su huella",
  },
  passovers: {
    title: "Ganadores sustituidos",
    text: "El resultado sigue siendo el que salió. Este sitio firmó cada uno de estos pasos.",
    file: "Descargar los pasos firmados",
    reason: "Motivo:",
    nobody: "no queda ningún suplente",
  },
  rule: "La regla",
  know: "Hasta dónde puedes fiarte de este sorteo",
  parties: {
    one: "Una sola parte tenía los dos secretos: podría haber dirigido este sorteo, y nadie más.",
    two: "Dos partes, según declaran, tenían un secreto cada una: ninguna podía dirigir sola este sorteo.",
  },
  ask: "Puedes preguntar a cada servicio qué selló, vinculó y abrió para este sorteo:",
  atOnce: {
    single:
      "Se hizo al momento: cerrado y sorteado en un solo paso, sin que nadie más pudiera ver antes la lista. Nada muestra si hubo otros intentos.",
    short:
      "Se hizo al momento: la lista y la regla se cerraron menos de un minuto antes del sorteo, así que casi nadie pudo verlas. Nada muestra si hubo otros intentos.",
  },
  announced: {
    drawn: (lead) =>
      `Se anunció ${lead} antes del sorteo: durante ese tiempo la lista y la regla estuvieron cerradas y a la vista.`,
    locked:
      "La lista y la regla están cerradas y a la vista antes del sorteo. Pasado un minuto cuenta como anunciado, y esta página dirá con cuánta antelación.",
  },
  keep: {
    title: "Guardar la lista cerrada",
    text: "Este archivo contiene todo lo que quedó cerrado, firmado por los dos servicios. Después del sorteo muestra si algo ha cambiado.",
    file: "Descargar el cierre",
    noted: "Este navegador ha anotado la huella de la lista. La compara cuando compruebas el sorteo.",
  },
  erased: "La lista se ha borrado. Lo que se cerró y se sorteó permanece, por posiciones en la lista. Borrada el",
  notDurable:
    "Se hizo con la base de datos integrada, pensada para pruebas y sorteos locales pequeños: puede perderse con un corte de luz.",
  check: {
    title: "Compruébalo tú",
    byHand: "O descarga el acta y compruébala con uno de dos programas que no comparten código:",
    record: "Descargar el acta",
  },
  share: {
    title: "Compartir",
    text: "Con este enlace cualquiera puede ver y comprobar el sorteo.",
    link: "El enlace público",
    qr: "Código QR del enlace público",
    send: "Compartir…",
    calendar: "Añadir a mi calendario",
    more: "Para las bases del sorteo y para tu web",
    rules: "Texto para las bases del sorteo",
    rulesText: (url) =>
      `El sorteo sigue una regla publicada. La lista y la regla se cierran antes de abrir los dos números sellados. Cualquiera puede comprobarlo: ${url}`,
    embed: "Código para tu web",
    check: "Ver y comprobar este sorteo",
    csv: "El resultado en CSV",
    print: "Imprimir un certificado",
    slips: "Papeletas para doblar, una por persona",
    present: "Mostrar en pantalla grande",
  },
  preview: {
    alt: (title) => `Estado y resultado del sorteo «${title}»`,
    foot: (host) => `Cualquiera puede comprobarlo: ${host}`,
    more: (number) => `y ${number} más`,
    due: (time) => `Se sortea el ${time}`,
    untitled: "Un sorteo que cualquiera puede comprobar",
  },
  bracket: {
    picture: "El cuadro; su primera ronda figura debajo.",
    versus: "contra",
    bye: "pasa sin jugar",
    rest: "descansa",
  },
  slips: {
    text: "Una papeleta por persona: corta por el marco, dobla la parte vacía sobre el nombre y pégala. En pantalla esos nombres están ocultos; solo figuran en el papel.",
    print: "Imprimir las papeletas",
    back: "Volver al sorteo",
    outside: "Para",
    inside: "Regalas a",
  },
  list: (entries) => `La lista: ${entries}`,
  search: {
    label: "¿Estoy en la lista?",
    button: "Buscar",
    none: "No está en la lista:",
    found: (number) => `En la lista: ${entries(number)}`,
    many: (most) => `Los ${count(most, { other: "primeros participantes" })} con este texto`,
    chance: (winners, all) =>
      `${count(winners, { one: "ganador", other: "ganadores" })} entre ${entries(all)}; todos con la misma probabilidad.`,
    whole: "Mostrar toda la lista",
  },
  listEnds: "La lista termina antes de este puesto.",
  pages: "Páginas de la lista",
  before: "Anterior",
  next: "Siguiente",
  position: (position) => `n.º ${position} de la lista`,
  odds: (tickets, all) => `${tickets} de ${count(all, { one: "boleto", other: "boletos" })}`,
  sorted: "En orden:",
  cut: (most) =>
    `Las listas largas terminan aquí tras ${count(most, { one: "puesto", other: "puestos" })}; el acta lo tiene todo.`,
  parts: {
    winners: "Ganadores",
    alternates: "Suplentes, en este orden",
    order: "El orden",
    numbers: "Los números",
    pairs: "Quién regala a quién",
    bracket: "Primera ronda",
    panel: "El panel",
  },
  gives: "regala a",
  round: (number) => `Ronda ${number}`,
  group: (number) => `Grupo ${number}`,
};
