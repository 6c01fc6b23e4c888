import type { Messages } from "../en/index.ts";
import { counter } from "../language.ts";

const count = counter("de");

export const manage: Messages["manage"] = {
  title: "Verlosung verwalten",
  description: "Für alle, die eine Verlosung angelegt haben.",
  heading: "Diese Verlosung verwalten",
  key: "Der Schlüssel zum Verwalten",
  keyHelp: "Der Schlüssel ist, was im Link zum Verwalten hinter dem # steht.",
  open: "Öffnen",
  public: "Die öffentliche Seite dieser Verlosung",
  typed: "Das Eingegebene",
  made: {
    heading: "Diesen Link aufbewahren",
    text: "Nur damit lässt sich die Verlosung verwalten, und niemand kann ihn wiederherstellen. Alle anderen bekommen den öffentlichen Link.",
    manageLink: "Der Link zum Verwalten",
    publicLink: "Der öffentliche Link",
    qr: "QR-Code des öffentlichen Links",
    save: "Beide als Datei speichern",
    file: (title, publicLink, manageLink) =>
      `Fairhat-Verlosung: ${title}\nÖffentlicher Link: ${publicLink}\nLink zum Verwalten, geheim halten: ${manageLink}\n`,
  },
  draw: {
    heading: "Ziehen",
    final: "Das Sperren ist endgültig:",
    finalText: "Danach kann niemand mehr Liste oder Regel ändern.",
    at: "Von selbst ziehen zu dieser Zeit, UTC",
    byHand: "(leer lassen, um von Hand zu ziehen)",
    local: (time) => `In der eigenen Zeitzone ist das ${time}.`,
    lock: "Jetzt sperren, später ziehen",
    now: "In einem Zug sperren und ziehen",
    nowText: "In einem Zug gezogen ist die Verlosung nicht angekündigt, und ihre Seite wird das sagen.",
  },
  list: {
    heading: "Die Liste ändern",
    entries: "Die Liste, ein Eintrag je Zeile",
    help: (number) =>
      `Sie hat jetzt ${count(number, { one: "Eintrag", other: "Einträge" })}. Was hier gespeichert wird, tritt an deren Stelle. Ist das Feld leer, so ist die Liste zu lang, um hier bearbeitet zu werden.`,
    save: "Diese Liste speichern",
  },
  locked: {
    heading: "Gesperrt",
    begun: "Die Ziehung hat begonnen und wird beendet, sobald beide Dienste antworten.",
    byHand: "Gezogen wird auf Knopfdruck.",
    announced: "Gezogen wird von selbst zur festgelegten Zeit:",
    unannounced:
      "Diese Liste kann noch kaum jemand gesehen haben. Wird jetzt gezogen, so sagt die Seite, dass die Verlosung nicht angekündigt war. Am besten zuerst den Link teilen und eine Minute warten.",
    short:
      "Die Liste ist weniger als eine Minute vor der festgelegten Zeit gesperrt. Die Seite wird sagen, dass die Verlosung nicht angekündigt war.",
    draw: "Jetzt ziehen",
    fixed: "Beide Zahlen sind bekannt, das Ergebnis steht fest. Sobald es ausgerechnet ist, ist die Verlosung beendet.",
    again: "Noch einmal nachsehen",
  },
  void: {
    heading: "Für ungültig erklären",
    reason: "Der Grund, den alle lesen werden",
    void: "Diese Verlosung für immer ungültig machen",
  },
  over: {
    drawn: "Diese Verlosung ist gezogen; mehr ist nicht zu tun.",
    void: "Diese Verlosung ist ungültig; mehr ist nicht zu tun.",
    see: "Sehen, was alle sehen",
  },
  redraw: {
    heading: "Wiederholen",
    text: "Eine neue Verlosung tritt an ihre Stelle und nennt sie; beide Seiten verweisen aufeinander. Diese bleibt ungültig.",
    redraw: "Als neue Verlosung wiederholen",
    sealLost: "Neu anlegen, mit allem, was hier steht",
  },
};
