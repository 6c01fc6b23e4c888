import type { Messages } from "../en/index.ts";
import { counter } from "../language.ts";

const count = counter("de");

export const help: Messages["help"] = {
  entries: (number) => count(number, { one: "Eintrag", other: "Einträge" }),
  tickets: (number) => count(number, { one: "Los", other: "Lose" }),
  blank: (number) => count(number, { one: "leere Zeile", other: "leere Zeilen" }),
  looking: "Die Liste wird geprüft …",
  what: "Was geschehen wird",
  notYet: "So geht es noch nicht",
  repeated: (names) => `${count(names, { one: "Name steht", other: "Namen stehen" })} mehrmals da`,
  times: (label, times) => `${label} (${times}‑mal)`,
  entry: (number, text) => `Eintrag ${number}: ${text}`,
  andMore: (number) => `und ${count(number, { one: "weiterer", other: "weitere" })}`,
  odd: {
    long: (number) =>
      `${count(number, { one: "Zeile hat", other: "Zeilen haben" })} mehr als 200 Zeichen; so lang darf kein Name sein`,
    hidden: (number) => `${count(number, { one: "Zeile enthält", other: "Zeilen enthalten" })} unsichtbare Zeichen`,
    alike: (number) =>
      `${count(number, { one: "Name unterscheidet", other: "Namen unterscheiden" })} sich von anderen nur in Groß- und Kleinschreibung, Leerzeichen oder Zeichenart`,
    header: () => "Die erste Zeile sieht wie eine Überschrift aus; sie würde mitgelost",
    separators: (number) => `${count(number, { one: "Zeile endet", other: "Zeilen enden" })} mit einem Trennzeichen`,
    columns: (number) => `${count(number, { one: "Zeile hat", other: "Zeilen haben" })} andere Spalten als der Rest`,
    tickets: (number) =>
      `${count(number, { one: "Zeile nennt", other: "Zeilen nennen" })} Lose, die keine ganze Zahl ab 1 sind`,
    uncounted: (number) =>
      `${count(number, { one: "Zeile endet", other: "Zeilen enden" })} mit einer Zahl; diese Regel zählt keine Lose, die Zahl gehört also zum Namen`,
  },
  fixes: {
    tidy: "Leere Zeilen und Leerzeichen an den Enden entfernen",
    repeats: (number) => `${count(number, { one: "Wiederholung", other: "Wiederholungen" })} entfernen`,
    hidden: "Diese Zeichen entfernen",
    header: "Erste Zeile entfernen",
    separators: "Diese Trennzeichen entfernen",
  },
  fixed: "Die Liste wurde geändert.",
  undo: "Rückgängig",
  file: {
    choose: "Datei wählen",
    drop: "Text, CSV oder TSV; oder einfach auf die Liste ziehen.",
    spreadsheet:
      "Dateien von Tabellenprogrammen lassen sich hier nicht lesen: Bitte die Tabelle dort als CSV speichern und diese Datei wählen.",
    tooLarge: "Diese Datei ist größer als 60 MB.",
    unreadable: "Diese Datei ist kein Text.",
    oldEncoding:
      "Diese Datei ist nicht in UTF-8. Sie wurde als Windows-Text gelesen; bitte nachsehen, ob alle Namen richtig geschrieben sind.",
    read: (name, rows) => `${name}: ${count(rows, { one: "Zeile", other: "Zeilen" })}`,
    column: (number) => `Spalte ${number}`,
    names: "In welcher Spalte stehen die Namen?",
    tickets: "In welcher stehen die Lose?",
    none: "in keiner",
    header: "Die erste Zeile ist eine Überschrift",
    take: "In die Liste übernehmen",
    cancel: "Verwerfen",
  },
  draft: {
    restored: "Ihr Entwurf ist wiederhergestellt.",
    afresh: "Neu anfangen",
    tooLong:
      "Diese Liste ist zu lang, um in diesem Browser aufbewahrt zu werden; bitte in einer Datei behalten, bis die Verlosung angelegt ist.",
  },
};
