import type { Messages } from "../en/index.ts";
import { counter } from "../language.ts";

const count = counter("de");

export const help: Messages["help"] = {
  entries: (number) => count(number, { one: "Eintrag", other: "Einträge" }),
  tickets: (number) => count(number, { one: "Los", other: "Lose" }),
  blank: (number) => count(number, { one: "leere Zeile", other: "leere Zeilen" }),
  looking: "Die Liste wird geprüft …",
  what: "Was geschehen wird",
  preview: "Was die Ziehung tun wird, erscheint hier.",
  open: "In der Liste ist zuerst etwas zu klären; siehe dort.",
  notYet: "So geht es noch nicht",
  times: (label, times) => `${label} (${times}‑mal)`,
  andMore: (number) => `und ${count(number, { one: "weiterer", other: "weitere" })}`,
  tidy: "Leere Zeilen und Leerzeichen an den Enden entfernen",
  fixed: "Die Liste wurde geändert.",
  unwritable: "Diese Liste lässt sich so nicht als Text schreiben. Bitte von Hand ändern.",
  undo: "Rückgängig",
  tooLarge: "Diese Liste ist größer als 60 MB. Bitte kürzen; eine Liste kann bis zu einer Million Einträge haben.",
  file: {
    choose: "Datei wählen",
    drop: "Text, CSV, XLSX oder ODS. Oder einfach auf diese Seite ziehen.",
    tooLarge: "Diese Datei ist größer als 60 MB.",
    encoding: (name) =>
      `Diese Datei wurde als ${name} gelesen. Falls Namen falsch aussehen, bitte eine andere Kodierung wählen:`,
    read: (name, rows) => `${name}: ${count(rows, { one: "Zeile", other: "Zeilen" })}`,
    column: (number) => `Spalte ${number}`,
    columns: "Spalten wählen",
    pasted: (rows) => `Die Liste: ${count(rows, { one: "Zeile", other: "Zeilen" })}`,
    names: "In welcher Spalte stehen die Namen?",
    joined: "Zusammen mit",
    tickets: "In welcher stehen die Lose?",
    none: "in keiner",
    header: "Die erste Zeile ist eine Überschrift",
    sheet: "Auf welchem Blatt steht die Liste?",
    withoutHidden: (rows) => `${count(rows, { one: "ausgeblendete Zeile", other: "ausgeblendete Zeilen" })} weglassen`,
    put: {
      fill: "In die Liste übernehmen",
      append: "Ans Ende der Liste setzen",
      replace: "Liste ersetzen",
      without: "Diese Personen von der Liste nehmen",
    },
    removed: (people) => `${count(people, { one: "Eintrag wurde", other: "Einträge wurden" })} von der Liste genommen.`,
    filter: "Zeilen weglassen, wenn in dieser Spalte steht:",
    says: "Was dort steht (leer lassen für alles)",
    cancel: "Verwerfen",
  },
  draft: {
    restored: "Ihr Entwurf ist wiederhergestellt.",
    afresh: "Neu anfangen",
    tooLong:
      "Diese Liste ist zu lang, um in diesem Browser aufbewahrt zu werden; bitte in einer Datei behalten, bis die Verlosung angelegt ist.",
  },
};
