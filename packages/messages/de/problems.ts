import type { Messages } from "../en/index.ts";
import { common } from "./common.ts";
import { expected, found, refusal } from "./refusals.ts";

const TITLES: Record<number, string> = {
  400: "Ungültige Anfrage",
  401: "Der Schlüssel fehlt",
  403: "Nicht erlaubt",
  404: "Seite nicht gefunden",
  408: "Das Hochladen war zu langsam",
  409: "Die Verlosung hat sich geändert",
  413: "Zu groß",
  415: "Nicht unterstützter Inhaltstyp",
  422: "Ungültige Eingabe",
  429: "Zu viele Anfragen",
  500: "Bei uns ging etwas schief",
  503: "Vorübergehend nicht verfügbar",
};

export const problems: Messages["problems"] = {
  title: (status) => TITLES[status] ?? null,
  expected,
  found,
  refusal,
  sentence: (place, expected, found) => `${place} – erwartet: ${expected}; gefunden: ${found}.`,
  places: {
    title: "Was wird ausgelost",
    organiser: "Wer lost aus",
    entries: "Die Liste",
    "entries.count": "Die Liste",
    "entries.tickets": "Lose",
    drawAfter: "Der Zeitpunkt",
    reason: "Der Grund",
    position: "Die gezogene Person",
    rule: "Die Regel",
    draw: "Wann",
    from: "Die Stelle in der Liste",
    after: "Die Stelle unter den Verlosungen",
    "Idempotency-Key": "Der Schlüssel des Formulars",
  },
  params: {
    ...common.params,
    pool: "Größe der Liste",
    picks: "Anzahl der Ziehungen",
    sources: "Zahlen",
    seed: "Startwert",
  },
  oneOf: {
    entries: "Eintrag",
    prizes: "Preis",
    sources: "Quelle",
    forbidden: "Ausgeschlossenes Paar",
    panels: "Gremium",
  },
  members: { label: "Name", tickets: "Lose", name: "Name", quantity: "Anzahl", weight: "Gewicht" },
  chooseRule: "Bitte eine Regel wählen.",
  oneForm:
    "Aus diesem Formular ist schon eine Verlosung entstanden, mit anderen Angaben. Noch einmal abgeschickt wird daraus eine weitere.",
};
