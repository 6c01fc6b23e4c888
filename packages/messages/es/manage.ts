import type { Messages } from "../en/index.ts";
import { counter } from "../language.ts";

const count = counter("es");

export const manage: Messages["manage"] = {
  title: "Gestionar un sorteo",
  description: "Para quien organiza un sorteo.",
  heading: "Gestionar este sorteo",
  key: "La clave de gestión del sorteo",
  keyHelp: "La clave es la parte que sigue a # en tu enlace de gestión.",
  open: "Abrir",
  public: "La página pública de este sorteo",
  typed: "Lo que escribiste",
  made: {
    heading: "Guarda tu enlace de gestión",
    manage: "Gestionar este sorteo",
    keep: "Recordarlo en este navegador",
    kept: "Este navegador lo recuerda en «Sorteos».",
    text: "Es la única forma de volver a esta página, y no podemos recuperarlo. Comparte el enlace público con los demás.",
    manageLink: "Tu enlace de gestión",
    publicLink: "El enlace público",
    qr: "Código QR del enlace público",
    save: "Guardar los dos en un archivo",
    file: (title, publicLink, manageLink) =>
      `Sorteo de Fairhat: ${title}\nEnlace público: ${publicLink}\nEnlace de gestión, mantenlo en secreto: ${manageLink}\n`,
  },
  draw: {
    heading: "Sortear",
    final: "El cierre es definitivo:",
    finalText: "después nadie puede cambiar ni la lista ni la regla.",
    at: "Sortear automáticamente el",
    byHand: "(déjalo vacío para iniciar tú el sorteo)",
    lock: "Cerrar ahora, sortear después",
    now: "Cerrar y sortear ahora",
    nowText: "Un sorteo en un solo paso no está anunciado de antemano, y su página lo dirá.",
  },
  details: {
    heading: "Cambiar el título o el organizador",
    save: "Guardar",
  },
  more: "Más",
  copy: {
    copy: "Crear otro sorteo como este",
    real: "Hacer el sorteo de verdad",
    text: "El formulario se abre con la misma lista y la misma regla.",
  },
  newKey: {
    replace: "Cambiar el enlace de gestión",
    text: "Por si alguien más ha podido verlo: recibes uno nuevo, y el antiguo deja de funcionar al instante.",
  },
  remove: {
    remove: "Eliminar este sorteo",
    text: "El sorteo y su lista desaparecen para siempre. Después del cierre ya no es posible.",
    done: "El sorteo y su lista se han eliminado.",
  },
  list: {
    heading: "Cambiar la lista",
    entries: "Participantes, uno por línea",
    help: (number) =>
      `Ahora hay ${count(number, { one: "participante", other: "participantes" })}. Al guardar se sustituyen. Si el campo está vacío, la lista es demasiado larga para editarla aquí.`,
    save: "Guardar esta lista",
  },
  locked: {
    heading: "Cerrado",
    begun: "El sorteo ha empezado y terminará en cuanto respondan los dos servicios.",
    byHand: "Tú inicias el sorteo.",
    announced: "El sorteo será automático a la hora que fijaste:",
    unannounced:
      "Casi nadie puede haber visto aún esta lista. Si sorteas ahora, la página dirá que el sorteo no se anunció de antemano. Comparte primero el enlace y espera un minuto.",
    short:
      "La lista se cierra menos de un minuto antes de la hora que fijaste. La página dirá que el sorteo no se anunció de antemano.",
    draw: "Sortear ahora",
    fixed: "Los dos números están abiertos; el resultado está fijado. El sorteo terminará en cuanto se calcule.",
    again: "Actualizar",
  },
  void: {
    heading: "Anular el sorteo",
    reason: "Motivo, visible para todos",
    void: "Anular este sorteo para siempre",
  },
  passover: {
    heading: "Sustituir a un ganador",
    who: "¿Quién no puede recibir el premio?",
    usual: "No se presentó",
    pass: "Sustituir por el siguiente suplente",
    text: "Todos ven los dos nombres y el motivo. No se puede deshacer.",
  },
  followUp: {
    heading: "Sortear más ganadores",
    text: "Un sorteo nuevo entre quienes no han ganado: la misma lista, y cualquiera puede comprobarlo. Quien ganó aquí no puede ganar otra vez.",
    winners: "Cuántos ganadores",
    draw: "Sortear entre el resto de la lista",
  },
  over: {
    drawn: "El sorteo ha terminado.",
    void: "Este sorteo está anulado y ya no se puede sortear.",
    see: "Ver la página pública",
  },
  redraw: {
    heading: "Repetir el sorteo",
    text: "Un sorteo nuevo ocupa su lugar y lo nombra; sus páginas se enlazan entre sí. Este sigue anulado.",
    redraw: "Repetir, como sorteo nuevo",
    sealLost: "Repetir con todo relleno",
  },
};
