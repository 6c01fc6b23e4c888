import type { Messages } from "../en/index.ts";

export const templates: Messages["templates"] = {
  more: "Was andere auslosen",
  about: "So geht es hier",
  pages: {
    raffle: {
      name: "Tombola",
      title: "Tombola online auslosen",
      heading: "Eine Tombola, die alle prüfen können",
      description:
        "Namen mit Losen einfügen, Gewinne ziehen und eine Seite teilen, auf der alle die Tombola prüfen können.",
      text: "Pro Zeile ein Name, dahinter nach einem Komma die Zahl der Lose. Wer doppelt so viele Lose hat, wird doppelt so wahrscheinlich als Nächstes gezogen; wer gewinnt, scheidet mit allen Losen aus. Gezogen wird sofort vor aller Augen oder zu einer angekündigten Zeit, vor der die Liste schon festgeschrieben ist.",
      example: "Anna, 3\nBen\nCem, 10",
    },
    giveaway: {
      name: "Gewinnspiel",
      title: "Gewinnspiel auslosen",
      heading: "Ein Gewinnspiel, an dem niemand zweifelt",
      description:
        "Namen einfügen, Gewinner zufällig ziehen und allen zeigen, dass niemand das Ergebnis gesteuert hat.",
      text: "Die Namen aus dem Beitrag oder Formular einfügen, einen pro Zeile. Nachrücker kommen aus derselben Ziehung, falls sich jemand nicht meldet; noch einmal gezogen wird nie. Der Link zur Verlosung gehört unter den Beitrag.",
      example: "@anna\n@ben\n@cem",
    },
    "prize-draw": {
      name: "Preisverlosung",
      title: "Mehrere Preise verlosen",
      heading: "Für jeden Preis jemanden ziehen",
      description:
        "Preise und Teilnehmende eingeben: Jeder Preis findet jemanden, niemand gewinnt zweimal, alle können prüfen.",
      text: "Die Preise stehen in der Reihenfolge, in der sie gezogen werden, mit ihrer Anzahl. Nachrücker springen ein, wenn jemand nicht teilnehmen kann. Eine geplante Ziehung lässt sich in den Teilnahmebedingungen ankündigen.",
      example: "Anna\nBen\nCem\nDilek",
    },
    teams: {
      name: "Teams",
      title: "Teams auslosen",
      heading: "Eine Liste in zufällige Teams aufteilen",
      description:
        "Namen einfügen und in zufällige, gleich große Teams aufteilen. Alle können prüfen, dass niemand gewählt hat.",
      text: "Vorgegeben wird, wie viele Teams es gibt oder wie groß sie sein dürfen. Die Namen werden gemischt und dann ausgeteilt wie Karten, so dass sich die Teams um höchstens eine Person unterscheiden.",
      example: "Anna\nBen\nCem\nDilek\nEmil\nFatima",
    },
    "random-order": {
      name: "Zufällige Reihenfolge",
      title: "Liste mischen: zufällige Reihenfolge",
      heading: "Eine Liste in eine zufällige Reihenfolge bringen",
      description:
        "Vorträge, Startplätze oder eine Warteliste mischen. Alle können prüfen, dass niemand seinen Platz gewählt hat.",
      text: "Jeder Eintrag hat auf jeden Platz dieselbe Chance. Das passt für die Folge von Vorträgen, für die Setzliste eines Turniers oder für eine Warteliste.",
      example: "Erster Vortrag\nZweiter Vortrag\nDritter Vortrag",
    },
    "secret-santa": {
      name: "Wichteln",
      title: "Wichteln auslosen",
      heading: "Auslosen, wer wen beschenkt",
      description: "Namen einfügen und das Wichteln auslosen: Alle beschenken eine Person, niemand zieht sich selbst.",
      text: "Alle beschenken eine Person und werden von einer beschenkt. Paare, die einander nicht ziehen sollen, lassen sich ausschließen.",
      example: "Anna\nBen\nCem\nDilek",
    },
    "lottery-numbers": {
      name: "Lottozahlen",
      title: "Zufällige Lottozahlen: 6 aus 49",
      heading: "Sechs Zahlen von 1 bis 49 ziehen",
      description:
        "Lottozahlen ziehen, voreingestellt 6 aus 49 ohne Wiederholung, mit einem Protokoll, das alle prüfen können.",
      text: "Bereich und Anzahl lassen sich ändern. Ohne Wiederholung kommt jede Zahl höchstens einmal. Eine Liste braucht es nicht.",
      example: "",
    },
    dice: {
      name: "Würfel",
      title: "Würfeln, ohne dass jemand schummeln kann",
      heading: "Zwei Würfel werfen",
      description: "Zwei oder beliebig viele Würfel werfen und allen anderen zeigen, dass ehrlich gewürfelt wurde.",
      text: "Jeder Wurf ist eine Zahl von 1 bis 6, und Zahlen dürfen sich wiederholen. Für einen Würfel die Anzahl auf 1 setzen; für eine Münze eine Zahl von 0 bis 1 ziehen.",
      example: "",
    },
  },
};
