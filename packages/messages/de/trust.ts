import type { Messages } from "../en/index.ts";

export const trust: Messages["trust"] = {
  title: "Warum man dem trauen kann",
  description: "Wer die geheimen Zahlen einer Verlosung hat, was jeder allein tun könnte, und wie man es selbst prüft.",
  lead: "Zwei Leute schreiben je eine geheime Zahl auf und stecken sie in einen versiegelten Umschlag. Dann wird die Liste mit den Namen festgeschrieben. Erst jetzt werden beide Umschläge geöffnet, und die zwei Zahlen bestimmen, wer gewinnt.",
  picture:
    "Zwei versiegelte Umschläge und eine festgeschriebene Liste; beide Umschläge werden zusammen geöffnet und ergeben das Ergebnis.",
  labels: { a: "Geheimnis A", b: "Geheimnis B", list: "Feste Liste", result: "Ergebnis" },
  why: "Solange sich die Liste noch ändern konnte, kannte niemand beide Zahlen. Also konnte niemand eine Liste schreiben, die gewinnt, oder eine Zahl wählen, die hilft.",
  who: "Wer die zwei Dienste hier betreibt",
  one: "Beide Dienste werden hier von derselben Stelle betrieben. Sie könnte eine Verlosung steuern, sonst niemand. Mehr Vertrauen entsteht, wenn jemand Unabhängiges einen der Dienste betreibt.",
  two: "Zwei Stellen betreiben nach eigener Angabe je einen Dienst. Keine von beiden kann eine Verlosung allein steuern:",
  unknown: "Einer der Dienste antwortet gerade nicht; deshalb kann diese Seite nicht sagen, wer sie betreibt.",
  nobody: "nicht angegeben",
  service: (side) => `Dienst ${side}`,
  alone: "Was jeder allein tun könnte",
  could: [
    {
      who: "Wer verlost,",
      text: "kann nicht bestimmen, wer gewinnt. Möglich wäre, mehrmals zu ziehen und nur eine Ziehung zu zeigen. Eine vorher angekündigte Verlosung schließt das aus, und ihre Seite nennt die Dauer.",
    },
    {
      who: "Ein Dienst",
      text: "kann das Ergebnis nicht lenken, denn er kennt die andere Zahl nicht. Er könnte sich weigern, seinen Umschlag zu öffnen. Dann ist die Verlosung ungültig, und alle sehen es.",
    },
    {
      who: "Diese Website",
      text: "kann die festgeschriebene Liste nicht mehr ändern. Sie könnte eine falsche Seite zeigen. Deshalb prüft das eigene Gerät die Verlosung, oder ein Programm von anderswo.",
    },
    {
      who: "Beide Dienste zusammen",
      text: "könnten das Ergebnis bestimmen. Deshalb steht auf der Seite jeder Verlosung, wer sie betrieben hat.",
    },
  ],
  never: "Keine Verlosung kann zeigen, dass es die Leute auf einer Liste gibt oder dass der Preis übergeben wurde.",
  check: "Selbst prüfen",
  checkText:
    "Eine beliebige Verlosung öffnen und „Diese Verlosung prüfen“ drücken. Dann etwas fälschen und sehen, dass es auffällt.",
  recent: "Neueste Verlosungen ansehen",
};
