import type { Messages } from "../en/index.ts";
import { counter } from "../language.ts";

const count = counter("de");

export const make: Messages["make"] = {
  title: "Verlosung anlegen",
  description: "Gewinne, Reihenfolgen, Gruppen oder Zahlen auslosen, mit einem Protokoll, das alle prüfen können.",
  heading: "Verlosungen, die niemand manipulieren kann",
  lead: "Liste einfügen, Regel wählen, Link teilen. Alle können prüfen, dass niemand das Ergebnis steuern konnte, auch nicht, wer verlost.",
  redraw: {
    heading: "Als neue Verlosung wiederholen",
    text: "Die neue Verlosung nennt die ungültige, und beide Seiten verweisen aufeinander. Alles ist ausgefüllt und lässt sich ändern.",
    longList: "Die Liste jener Verlosung ist zu lang, um hier zu stehen. Bitte noch einmal einfügen.",
  },
  what: "Was wird ausgelost?",
  who: "Wer lost aus?",
  optional: "(optional)",
  entries: "Einträge, einer pro Zeile",
  entriesHelp: "Leere Zeilen zählen nicht. Für mehr Lose eine Zahl anhängen:",
  entriesExample: "Anna, 3",
  entriesTwice: "Ein Name, der zweimal vorkommt, zählt zweimal. Für Zahlen braucht es keine Liste.",
  rule: "Regel",
  when: "Wann",
  now: "Sofort ziehen",
  later: "Erst ankündigen, später ziehen",
  listed: "Unter „Neueste Verlosungen“ zeigen",
  go: "Prüfen",
  params: {
    winners: "Gewinne",
    alternates: "Nachrücker, falls jemand nicht teilnehmen kann",
    groups: "Anzahl der Gruppen",
    size: "oder Personen je Gruppe",
    from: "Von",
    to: "Bis",
    count: "Wie viele Zahlen",
    repeat: "Eine Zahl darf mehrmals vorkommen",
    prizes: "Preise, einer je Zeile: Name, Anzahl",
    tickets: "Einträge dürfen mehrere Lose haben",
    seeds: "Gesetzt: wie viele der ersten Einträge der Liste",
    forbidden:
      "Diese nicht, ein Paar je Zeile. Ada - Grace: Beide ziehen einander nicht. Ada > Grace: Ada zieht Grace nicht. Ein ganzer Haushalt: Ada - Grace - Bob",
  },
  confirm: {
    title: "Zusammenfassung",
    description: "Die Zusammenfassung einer Verlosung, bevor sie angelegt wird.",
    heading: "Stimmt das so?",
    by: "Ausgelost von",
    replaces: "Sie tritt an die Stelle einer ungültigen Verlosung:",
    list: (number) => `Die Liste: ${count(number, { one: "Eintrag", other: "Einträge" })}`,
    blank: (number) => `${count(number, { one: "leere Zeile wurde", other: "leere Zeilen wurden" })} weggelassen.`,
    repeated: (number) =>
      `${number === 1 ? "Ein Name steht" : count(number, { other: "Namen stehen" })} mehrmals in der Liste. Jedes Mal ist ein eigener Eintrag:`,
    times: (times) => `${times}‑mal`,
    more: (number) => `und ${count(number, { one: "weiterer", other: "weitere" })}, in der geschriebenen Reihenfolge.`,
    open: "Die Verlosung bleibt offen: Die Liste lässt sich ändern, bis sie gesperrt wird.",
    openFinal: "Nach dem Sperren lässt sich nichts mehr ändern.",
    final: "Das ist endgültig.",
    atOnce:
      "Liste, Regel und Zahlen werden in einem Zug gesperrt und gezogen; nichts lässt sich danach ändern oder noch einmal ziehen. Da niemand die Liste vorher sehen kann, wird auf der Seite stehen, dass sofort gezogen wurde.",
    listed: "Sie erscheint unter „Neueste Verlosungen“.",
    unlisted: "Nur wer den Link hat, findet sie.",
    make: "Verlosung anlegen",
    draw: "Jetzt sperren und ziehen",
    change: "Bearbeiten",
  },
  retry: {
    title: "Vorübergehend nicht verfügbar",
    kept: "Nichts Eingegebenes ist verloren.",
    again: "Noch einmal versuchen",
  },
};
