import type { Messages } from "../en/index.ts";

export const live: Messages["live"] = {
  changed: {
    open: "Die Liste der Verlosung wurde geändert.",
    locked: "Die Verlosung ist festgeschrieben.",
    drawn: "Es ist gezogen. Das Ergebnis steht auf der Seite.",
    void: "Die Verlosung ist ungültig.",
  },
  lost: "Verbindung unterbrochen. Sie wird neu aufgebaut.",
  refresh: "Aktualisieren",
  back: "Wieder verbunden.",
  countdown: {
    in: (left) => `Gezogen wird ${left}.`,
    due: "Jetzt wird gezogen …",
  },
  known: {
    distrust: "Trauen Sie dieser Seite nicht.",
    anotherDraw: "Sie gehört zu einer anderen Verlosung, als ihre Adresse nennt.",
    anotherList: (time) =>
      `Am ${time} sah dieser Browser dieselbe Verlosung mit einer anderen Liste, Regel oder anderen Umschlägen festgeschrieben.`,
    before: (time) => `Dieser Browser sah diese Liste am ${time} festgeschrieben, vor der Ziehung.`,
  },
  reveal: {
    label: "Das Ergebnis wird enthüllt",
    again: "Noch einmal enthüllen",
    style: "Zeigen als",
    styles: { envelopes: "Umschläge", wheel: "Rad", names: "Laufende Namen" },
    next: "Weiter",
    skip: "Alles zeigen",
    close: "Zur Ziehung",
    sound: "Ton",
    all: "Das Ergebnis",
    winner: "Gewonnen hat",
    numbered: {
      winners: (place) => `Gewinner ${place}`,
      order: (place) => `Platz ${place}`,
      numbers: (place) => `Zahl ${place}`,
    },
  },
  present: {
    description: (title) => `Zum Zeigen im Saal: ${title}`,
    scan: "Scannen und selbst prüfen",
    full: "Vollbild",
    notFull: "Vollbild verlassen",
    leave: "Zurück zur Verlosung",
    press: "Leertaste oder Tippen zieht",
    failed: "Die Ziehung hat nicht geantwortet. Bitte noch einmal drücken.",
  },
};
