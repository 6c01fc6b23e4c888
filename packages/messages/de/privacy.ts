import type { Messages } from "../en/index.ts";

export const privacy: Messages["privacy"] = {
  title: "Datenschutz",
  description: "Was diese Website speichert, wo, wie lange und wer dafür verantwortlich ist.",
  lead: "Es gibt keine Konten, keine Tracker und keine Dritten. Diese Seite sagt, was trotzdem gespeichert wird.",
  who: "Wer verantwortlich ist",
  operator: "Betreiber",
  contact: "Kontakt",
  unnamed: "von dieser Website nicht angegeben",
  kept: "Was gespeichert wird",
  what: [
    {
      name: "Verlosungen",
      text: "Titel, Veranstalter, Regel, Liste und Ergebnis jeder Verlosung, mit Zeiten und Unterschriften. Alle, die den Link haben, können sie sehen. Eine offene Verlosung lässt sich löschen. Ist sie gezogen oder abgebrochen, lässt sich die Liste löschen; der Rest bleibt als Beweis.",
    },
    {
      name: "Namen in einer privaten Verlosung",
      text: "Ihr Browser verbirgt sie, bevor etwas gesendet wird. Diese Website speichert einen gesalzenen Fingerabdruck, eine Kurzform wie die Anfangsbuchstaben und die Lose. Einen Namen erhält sie nur, wenn ein Gewinner veröffentlicht wird. Von Programmen und von Browsern ohne JavaScript erhält sie die Namen, verbirgt sie und speichert sie verschlüsselt unter dem Schlüssel zum Verwalten.",
    },
    {
      name: "Belege",
      text: "Ein Beleg steht in seinem Link hinter dem #, und das senden Browser niemandem. Er wird auf Ihrem Gerät geprüft.",
    },
    {
      name: "Schlüssel zum Verwalten",
      text: "Ein Fingerabdruck jedes Schlüssels. Der Schlüssel selbst steht nur im Link zum Verwalten.",
    },
    {
      name: "Logdateien",
      text: "Zeit, Art, Status und Dauer einer Anfrage. Sie enthalten keine Namen, keine Schlüssel und keine Netzwerkadressen.",
    },
    {
      name: "Ihr Browser",
      text: "Ein Cookie für die Sprache, die Sie wählen. Ein Entwurf, bis die Verlosung angelegt ist, und die Fingerabdrücke von Listen, die Sie gesehen haben. Links zum Verwalten nur auf Ihren Wunsch.",
    },
  ],
  long: "Wie lange",
  longText: (days) =>
    `${days === 0 ? "Listen bleiben gespeichert, bis sie jemand beim Verwalten löscht; von allein wird nichts gelöscht." : `Die Liste einer Verlosung wird mit allen Namen ${days} Tage nach der Ziehung gelöscht, oder früher beim Verwalten.`} Der Beweis einer festgeschriebenen Verlosung bleibt. Sicherungskopien folgen dem Zeitplan des Betreibers.`,
  services: "Wer sonst etwas erhält",
  servicesText:
    "Die beiden Zufallsdienste erhalten Titel, Veranstalter, Regel und den Fingerabdruck der Liste, nie die Liste selbst. Betrieben werden sie von:",
  rights: "Ihre Daten",
  rightsText:
    "Möchten Sie sehen oder entfernen lassen, was eine Verlosung über Sie sagt, wenden Sie sich an den Veranstalter oder den Betreiber.",
};
