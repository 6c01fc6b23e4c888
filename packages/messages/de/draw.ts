import type { Messages } from "../en/index.ts";
import { counter } from "../language.ts";

const count = counter("de");

export const draw: Messages["draw"] = {
  description: (title) => `Eine Verlosung, die alle prüfen können: ${title}`,
  by: "Ausgelost von",
  test: { title: "Das ist ein Test.", text: "Jemand hat ausprobiert, wie es geht. Das Ergebnis zählt nicht." },
  result: "Das Ergebnis",
  void: {
    title: "Diese Verlosung ist ungültig",
    text: "Sie wurde angehalten, bevor etwas gezogen war. Sie hat kein Ergebnis und wird nie eines haben.",
    oneOut:
      "Sie wurde angehalten, nachdem eine der zwei Zahlen geöffnet war. Wer die andere verwahrte, konnte das Ergebnis schon kennen.",
    bothOut:
      "Sie wurde angehalten, nachdem beide Zahlen geöffnet waren; das Ergebnis ließ sich schon ausrechnen. Gelten wird es nie.",
    would: "Das Ergebnis wäre gewesen",
    uncomputed: "Welches Ergebnis es gewesen wäre, rechnet die Prüfung des Protokolls aus.",
    unsigned: "Dass eine Verlosung ungültig ist, unterschreibt niemand: Nur diese Website sagt es.",
    unbound:
      "Keiner der Dienste hat diese Liste bestätigt: Wer die zwei Siegel hat, könnte sich alles ausgedacht haben.",
    reason: "Grund:",
  },
  replaces: "Sie tritt an die Stelle einer ungültigen Verlosung:",
  replacedBy: "Sie wurde als neue Verlosung wiederholt:",
  followUp: {
    follows: (excluded: number) =>
      `Sie folgt auf eine Verlosung mit derselben Liste; ${excluded === 1 ? "1 Eintrag, der vorher gewonnen hat, ist" : `${excluded} Einträge, die vorher gewonnen haben, sind`} ausgeschlossen:`,
    followed: "Aus dem Rest ihrer Liste wurden weitere Gewinne gezogen:",
  },
  waiting: {
    open: "Noch ist nichts gezogen: Die Liste kann noch geändert werden.",
    locked: "Liste und Regel sind festgeschrieben. Gezogen wird, sobald alle bereit sind.",
    announced: "Liste und Regel sind festgeschrieben. Automatische Ziehung am",
    begun: "Die Ziehung hat begonnen. Einer der Dienste antwortet gerade nicht; sobald er antwortet, wird sie beendet.",
    fixed: "Beide Zahlen sind bekannt, das Ergebnis steht fest. Es erscheint hier, sobald es ausgerechnet ist.",
    live: "Diese Seite aktualisiert sich automatisch.",
  },
  how: { done: "Wie es ablief", before: "So läuft es ab" },
  steps: {
    sealed: "Versiegelt",
    sealedText:
      "Zwei Dienste wählten je eine geheime Zahl, versiegelten sie und veröffentlichten einen Fingerabdruck, der ein Vertauschen ausschließt.",
    locked: "Festgeschrieben",
    lockedText:
      "Dann wurden Liste und Regel festgelegt, zusammen mit beiden Umschlägen. Niemand kann mehr etwas ändern oder einen Umschlag vertauschen.",
    lockedBy: "Beide Dienste haben das bestätigt.",
    lockedByOne: "Noch haben nicht beide Dienste das bestätigt.",
    notLocked: "Noch nicht. Bis dahin kann die Liste geändert werden.",
    drawn: "Gezogen",
    drawnText:
      "Beide Umschläge wurden geöffnet. Die zwei Zahlen und die Liste ergeben nach einer veröffentlichten Regel das Ergebnis; niemand wählt etwas aus.",
    never: "Nie: Die Verlosung ist ungültig.",
    notDrawn: "Noch nicht.",
    announced: "Gezogen wird am",
    begun: "Die Ziehung hat begonnen und wird beendet, sobald beide Dienste antworten.",
    fixed: "Beide Umschläge sind offen. Aus ihren Zahlen wird das Ergebnis ausgerechnet.",
  },
  details: {
    seals: "Die Fingerabdrücke der Umschläge",
    lock: "Der Fingerabdruck von allem, was festgelegt wurde",
    opened: "Die geöffneten Zahlen, und wer sie verwahrte",
    service: (side) => `Dienst ${side}`,
    manifest: "M, der Hashwert von Liste, Regel und beiden Fingerabdrücken",
    operator: "Betrieben von",
    nobody: "nicht angegeben",
    generator: "Zufallsgenerator",
    key: "Schlüssel des Dienstes",
    number: "Seine Zahl",
    commitment: "Sein Fingerabdruck",
  },
  passovers: {
    title: "Nachgerückt",
    text: "Das gezogene Ergebnis bleibt, wie es ist. Diese Website hat jeden dieser Schritte unterschrieben.",
    file: "Die unterschriebenen Schritte herunterladen",
    reason: "Grund:",
    nobody: "niemand ist mehr zum Nachrücken da",
  },
  rule: "Die Regel",
  know: "Wie weit man dieser Verlosung trauen kann",
  parties: {
    one: "Ein und derselbe Betreiber verwahrte beide Geheimnisse: Er hätte diese Verlosung steuern können, sonst niemand.",
    two: "Zwei Parteien verwahrten nach eigener Aussage je ein Geheimnis: Keine von beiden konnte diese Verlosung allein steuern.",
  },
  ask: "Jeder Dienst sagt auch selbst, was er für diese Verlosung versiegelt, gebunden und geöffnet hat:",
  atOnce: {
    single:
      "Sie wurde sofort gezogen: festgeschrieben und gezogen in einem Zug; niemand sonst konnte die Liste vorher sehen. Nichts zeigt, ob es andere Versuche gab.",
    short:
      "Sie wurde sofort gezogen: Liste und Regel waren weniger als eine Minute vor der Ziehung festgeschrieben; kaum jemand konnte sie sehen. Nichts zeigt, ob es andere Versuche gab.",
  },
  announced: {
    drawn: (lead) =>
      `Sie wurde ${lead} vor der Ziehung angekündigt: So lange waren Liste und Regel festgeschrieben und einsehbar.`,
    locked:
      "Liste und Regel sind festgeschrieben und schon vor der Ziehung einsehbar. Nach einer Minute gilt sie als angekündigt, und diese Seite wird sagen, wie lange sie es war.",
  },
  keep: {
    title: "Festgeschriebene Liste aufbewahren",
    text: "Diese Datei enthält alles, was festgeschrieben wurde, unterschrieben von beiden Diensten. Nach der Ziehung zeigt sie, ob etwas geändert wurde.",
    file: "Sperre herunterladen",
    noted: "Dieser Browser hat sich den Fingerabdruck der Liste gemerkt. Beim Prüfen der Verlosung vergleicht er ihn.",
  },
  erased: "Die Liste wurde gelöscht. Was festgelegt und gezogen wurde, bleibt, nach Stellen in der Liste. Gelöscht am",
  notDurable:
    "Sie entstand auf der eingebetteten Datenbank, die zum Ausprobieren und für kleine Verlosungen vor Ort gedacht ist: Bei einem Stromausfall kann sie verloren gehen.",
  check: {
    title: "Selbst nachprüfen",
    byHand:
      "Oder das Protokoll herunterladen und mit einem von zwei Programmen prüfen, die keinen Code gemeinsam haben:",
    record: "Protokoll herunterladen",
  },
  share: {
    title: "Teilen",
    text: "Wer diesen Link hat, sieht die Verlosung und kann sie prüfen.",
    link: "Der öffentliche Link",
    qr: "QR-Code des öffentlichen Links",
    send: "Teilen …",
    calendar: "In den Kalender",
    more: "Für die Teilnahmebedingungen und für Ihre Website",
    rules: "Text für die Teilnahmebedingungen",
    rulesText: (url) =>
      `Gezogen wird nach einer veröffentlichten Regel. Liste und Regel werden festgeschrieben, bevor die beiden versiegelten Zahlen geöffnet werden. Alle können es nachprüfen: ${url}`,
    embed: "Code für Ihre Website",
    check: "Diese Verlosung ansehen und prüfen",
    csv: "Das Ergebnis als CSV",
    print: "Urkunde drucken",
    slips: "Zettel zum Falten, einer je Person",
    present: "Auf großem Bildschirm zeigen",
  },
  preview: {
    alt: (title) => `Stand und Ergebnis der Verlosung „${title}“`,
    foot: (host) => `Alle können sie prüfen: ${host}`,
    more: (number) => `und ${number} weitere`,
    due: (time) => `Ziehung am ${time}`,
    untitled: "Eine Verlosung, die alle prüfen können",
  },
  bracket: {
    picture: "Der Turnierbaum; seine erste Runde steht darunter als Liste.",
    versus: "gegen",
    bye: "hat ein Freilos",
    rest: "setzt aus",
  },
  slips: {
    text: "Ein Zettel je Person: am Rahmen ausschneiden, den leeren Teil nach oben über den Namen falten und zukleben. Auf dem Bildschirm sind diese Namen verborgen; sie stehen nur auf dem Papier.",
    print: "Zettel drucken",
    back: "Zurück zur Verlosung",
    outside: "Für",
    inside: "Zu beschenken:",
  },
  list: (entries) => `Die Liste: ${entries}`,
  search: {
    label: "Stehe ich auf der Liste?",
    button: "Suchen",
    none: "Nicht auf der Liste:",
    found: (number) => `Auf der Liste: ${count(number, { one: "Eintrag", other: "Einträge" })}`,
    many: (most) => `Die ersten ${count(most, { other: "Einträge" })} mit diesem Text`,
    chance: (winners, all) =>
      `${count(winners, { one: "Gewinn", other: "Gewinne" })} auf ${count(all, { one: "Eintrag", other: "Einträge" })}; alle haben dieselbe Chance.`,
    whole: "Ganze Liste zeigen",
  },
  listEnds: "Die Liste endet vor dieser Stelle.",
  pages: "Seiten der Liste",
  before: "Zurück",
  next: "Weiter",
  position: (position) => `Eintrag ${position}`,
  odds: (tickets, all) => `${tickets} von ${count(all, { one: "Los", other: "Losen" })}`,
  sorted: "Sortiert:",
  cut: (most) =>
    `Lange Listen enden hier nach den ersten ${count(most, { other: "Plätzen" })}; das Protokoll enthält alles.`,
  parts: {
    winners: "Gewonnen haben",
    alternates: "Nachrücker, in dieser Reihenfolge",
    order: "Die Reihenfolge",
    numbers: "Die Zahlen",
    pairs: "Wer wen beschenkt",
    bracket: "Erste Runde",
    panel: "Das Gremium",
  },
  gives: "beschenkt",
  round: (number) => `Runde ${number}`,
  group: (number) => `Gruppe ${number}`,
};
