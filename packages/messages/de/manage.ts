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
    manage: "Verlosung verwalten",
    keep: "In diesem Browser merken",
    kept: "Dieser Browser merkt ihn sich unter „Neueste Verlosungen“.",
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
    final: "Das Festschreiben ist endgültig:",
    finalText: "Danach kann niemand mehr Liste oder Regel ändern.",
    at: "Automatische Ziehung am",
    byHand: "(leer lassen, um selbst zu ziehen)",
    lock: "Jetzt festschreiben, später ziehen",
    now: "Jetzt festschreiben und ziehen",
    nowText: "In einem Schritt gezogen ist die Verlosung nicht angekündigt, und ihre Seite wird das sagen.",
  },
  details: {
    heading: "Titel oder Veranstalter ändern",
    save: "Speichern",
  },
  more: "Mehr",
  copy: {
    copy: "Eine weitere Verlosung wie diese anlegen",
    real: "Die echte Verlosung anlegen",
    text: "Das Formular öffnet sich mit derselben Liste und Regel.",
  },
  newKey: {
    replace: "Link zum Verwalten ersetzen",
    text: "Falls ihn jemand anderes gesehen haben könnte: Es gibt einen neuen, und der alte gilt sofort nicht mehr.",
  },
  remove: {
    remove: "Verlosung löschen",
    text: "Verlosung und Liste sind dann endgültig weg. Nach dem Festschreiben geht das nicht mehr.",
    done: "Die Verlosung und ihre Liste sind gelöscht.",
  },
  list: {
    heading: "Die Liste ändern",
    entries: "Einträge, einer pro Zeile",
    help: (number) =>
      `Sie hat jetzt ${count(number, { one: "Eintrag", other: "Einträge" })}. Was hier gespeichert wird, tritt an deren Stelle. Ist das Feld leer, so ist die Liste zu lang, um hier bearbeitet zu werden.`,
    save: "Diese Liste speichern",
  },
  locked: {
    heading: "Festgeschrieben",
    begun: "Die Ziehung hat begonnen und wird beendet, sobald beide Dienste antworten.",
    byHand: "Gezogen wird auf Knopfdruck.",
    announced: "Automatische Ziehung zur festgelegten Zeit:",
    unannounced:
      "Diese Liste kann noch kaum jemand gesehen haben. Wird jetzt gezogen, so sagt die Seite, dass die Verlosung nicht angekündigt war. Am besten zuerst den Link teilen und eine Minute warten.",
    short:
      "Die Liste ist weniger als eine Minute vor der festgelegten Zeit festgeschrieben. Die Seite wird sagen, dass die Verlosung nicht angekündigt war.",
    draw: "Jetzt ziehen",
    fixed: "Beide Zahlen sind bekannt, das Ergebnis steht fest. Sobald es ausgerechnet ist, ist die Verlosung beendet.",
    again: "Aktualisieren",
  },
  void: {
    heading: "Verlosung abbrechen",
    reason: "Grund, für alle sichtbar",
    void: "Diese Verlosung endgültig abbrechen",
  },
  passover: {
    heading: "Jemanden nachrücken lassen",
    who: "Wer kann den Gewinn nicht annehmen?",
    usual: "Nicht erschienen",
    pass: "Übergehen und nachrücken lassen",
    text: "Alle sehen beide Namen und den Grund. Das lässt sich nicht rückgängig machen.",
  },
  followUp: {
    heading: "Weitere Gewinne ziehen",
    text: "Eine neue Verlosung unter allen, die nicht gewonnen haben: mit derselben Liste, und das kann jeder prüfen. Wer hier gewonnen hat, gewinnt nicht noch einmal.",
    winners: "Zahl der Gewinne",
    draw: "Aus dem Rest der Liste ziehen",
  },
  over: {
    drawn: "Die Verlosung ist abgeschlossen.",
    void: "Diese Verlosung ist ungültig und kann nicht mehr gezogen werden.",
    see: "Öffentliche Seite ansehen",
  },
  redraw: {
    heading: "Wiederholen",
    text: "Eine neue Verlosung tritt an ihre Stelle und nennt sie; beide Seiten verweisen aufeinander. Diese bleibt ungültig.",
    redraw: "Als neue Verlosung wiederholen",
    sealLost: "Neu anlegen, mit allem, was hier steht",
  },
};
