import type { Messages } from "../en/index.ts";

export const home: Messages["home"] = {
  tryout: {
    title: "Ausprobieren: eine halbe Minute, ohne zu tippen",
    text: "Zwölf Leserinnen und Leser, drei Bücher. Die Ziehung ist gemacht und liegt in diesen Umschlägen. Öffnen Sie sie, prüfen Sie sie, und versuchen Sie dann zu schummeln.",
    begin: "Zeigen",
    open: "Umschläge öffnen",
    opened: (names) => `Die Bücher gehen an ${names}. Aber stimmt das? Ihr eigenes Gerät findet es heraus.`,
    check: "Prüfen",
    verified:
      "Alle zehn Prüfungen bestanden. Ihr eigenes Gerät hat die Ziehung aus dem Protokoll nachgerechnet. Und jetzt schummeln Sie: Ändern Sie etwas in einer Kopie des Protokolls.",
    caught:
      "Was Sie auch ändern, eine Prüfung findet es. Versuchen Sie einen anderen Trick, oder machen Sie Ihre eigene Verlosung.",
    own: "Eigene Verlosung machen",
    failed: "Das Beispiel konnte nicht geladen werden. Sind Sie online? Versuchen Sie es noch einmal.",
  },
  title: "Warum niemand manipulieren kann",
  steps: [
    { title: "Versiegeln", text: "Zwei Dienste wählen je eine geheime Zahl und veröffentlichen deren Fingerabdruck." },
    {
      title: "Festschreiben",
      text: "Liste und Regel werden festgelegt. Ab jetzt kann sie niemand mehr ändern, auch nicht, wer verlost.",
    },
    {
      title: "Ziehen",
      text: "Beide Zahlen werden geöffnet. Zahlen und Liste ergeben das Ergebnis, und alle können es prüfen.",
    },
  ],
};
