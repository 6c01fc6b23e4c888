import type { Messages } from "../en/index.ts";

export const live: Messages["live"] = {
  changed: {
    open: "La lista del sorteo ha cambiado.",
    locked: "El sorteo está cerrado.",
    drawn: "El sorteo está hecho. El resultado está en la página.",
    void: "El sorteo está anulado.",
  },
  lost: "Conexión perdida. Volviendo a intentarlo.",
  refresh: "Actualizar",
  back: "Conexión recuperada.",
  countdown: {
    in: (left) => `El sorteo será ${left}.`,
    due: "Sorteando…",
  },
  known: {
    distrust: "No te fíes de esta página.",
    anotherDraw: "Muestra un sorteo distinto del que dice su dirección.",
    anotherList: (time) =>
      `El ${time} este navegador vio el mismo sorteo cerrado con otra lista, otra regla u otros sobres.`,
    before: (time) => `Este navegador vio esta lista cerrada el ${time}, antes del sorteo.`,
  },
  reveal: {
    label: "Se desvela el resultado",
    again: "Volver a desvelar",
    style: "Mostrar con",
    styles: { envelopes: "Sobres", wheel: "Ruleta", names: "Nombres que giran" },
    next: "Siguiente",
    skip: "Mostrar todo",
    close: "Ver el sorteo",
    sound: "Sonido",
    all: "El resultado",
    winner: "Y gana",
    numbered: {
      winners: (place) => `Ganador ${place}`,
      order: (place) => `Puesto ${place}`,
      numbers: (place) => `Número ${place}`,
    },
  },
  present: {
    description: (title) => `Para mostrar en una sala: ${title}`,
    scan: "Escanea para comprobarlo tú",
    full: "Pantalla completa",
    notFull: "Salir de pantalla completa",
    leave: "Volver al sorteo",
    press: "Pulsa espacio, o toca la pantalla, para sortear",
    failed: "El sorteo no ha respondido. Pulsa otra vez.",
  },
};
