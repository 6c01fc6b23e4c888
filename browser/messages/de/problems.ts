import type { Messages } from "../en/index.ts";
import { common } from "./common.ts";
import { expected, found, refusal } from "./refusals.ts";

const TITLES: Record<number, string> = {
  400: "So geht es nicht",
  401: "Der Schlüssel fehlt",
  403: "Das ist nicht erlaubt",
  404: "Hier ist nichts",
  408: "Das Hochladen war zu langsam",
  409: "Das passt nicht mehr zum Stand der Verlosung",
  413: "Das ist zu groß",
  415: "Das ist kein Formular",
  422: "Das geht so nicht",
  429: "Zu viele Anfragen",
  500: "Bei uns ging etwas schief",
  503: "Gerade geht es nicht",
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
    rule: "Die Regel",
    draw: "Wann",
    from: "Die Stelle in der Liste",
    after: "Die Stelle unter den Verlosungen",
    "Idempotency-Key": "Der Schlüssel des Formulars",
  },
  params: common.params,
  oneOf: { entries: "Eintrag", prizes: "Preis" },
  members: { label: "Name", tickets: "Lose", name: "Name", quantity: "Anzahl" },
  chooseRule: "Bitte eine Regel wählen.",
  oneForm:
    "Aus diesem Formular ist schon eine Verlosung entstanden, mit anderen Angaben. Noch einmal abgeschickt wird daraus eine weitere.",
};
