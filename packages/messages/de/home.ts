import type { Messages } from "../en/index.ts";

export const home: Messages["home"] = {
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
