import type { Messages } from "../en/index.ts";
import { counter } from "../language.ts";

const count = counter("de");

export const common: Messages["common"] = {
  motto: "Verlosungen, die niemand manipulieren kann",
  skip: "Zum Inhalt springen",
  nav: {
    label: "Hauptmenü",
    make: "Anlegen",
    draws: "Neueste",
    rules: "Regeln",
    verify: "Prüfen",
    api: "API",
  },
  footer: "Jede Verlosung hinterlässt ein Protokoll, das alle prüfen können, ohne dieser Seite zu vertrauen.",
  language: "Sprache",
  problems: "Bitte prüfen Sie Ihre Angaben",
  problemIn: (title) => `Problem: ${title}`,
  toTheStart: "Zur Startseite",
  site: { imprint: "Impressum", contact: "Kontakt", source: "Quelltext" },
  connection: {
    lost: "Keine Verbindung. Es wurde nichts gesendet, und nichts Eingegebenes ist verloren.",
    down: "Die Website antwortet nicht. Nichts Eingegebenes ist verloren.",
    again: "Noch einmal versuchen",
  },
  copy: "Kopieren",
  copied: "Kopiert",
  yes: "ja",
  no: "nein",
  utc: (time) => `${time} UTC`,
  entries: (number) => count(number, { one: "Eintrag", other: "Einträge" }),
  tickets: (number) => count(number, { one: "Los", other: "Lose" }),
  states: { open: "offen", locked: "festgeschrieben", drawn: "gezogen", void: "ungültig" },
  params: {
    winners: "Anzahl der Gewinne",
    alternates: "Nachrücker",
    groups: "Gruppen",
    size: "Personen je Gruppe",
    from: "Von",
    to: "Bis",
    count: "Wie viele",
    repeat: "Darf mehrmals vorkommen",
    prizes: "Preise",
    tickets: "Mit Losen",
    panels: "Gremien mit ihren Gewichten",
    forbidden: "Ausgeschlossene Paare",
    seeds: "Gesetzte Einträge",
    twice: "Hin- und Rückspiel",
  },
};
