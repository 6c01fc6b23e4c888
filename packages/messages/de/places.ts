import type { Messages } from "../en/index.ts";

export const places: Messages["places"] = {
  draws: {
    title: "Neueste Verlosungen",
    description: "Verlosungen, die hier öffentlich gelistet sind.",
    none: "Hier gibt es noch keine.",
    make: "Eine anlegen",
    older: "Ältere",
    pages: "Seiten",
  },
  rules: {
    title: "Regeln",
    description: "Die veröffentlichten Regeln, nach denen gezogen wird.",
    text: "Eine Regel sagt, wie aus Liste und Zahlen ein Ergebnis wird. Eine einmal veröffentlichte Fassung ändert sich nie.",
    example: "Beispiel",
    params: "Parameter",
    entries: "Einträge",
    withTickets: (tickets) => `mit ${tickets} Losen`,
    seed: "Startwert",
    result: "Ergebnis (Plätze der Liste, von 0 an gezählt)",
  },
  api: {
    title: "API",
    description: "Die JSON-API von Fairhat.",
    text: "Alles, was die Seiten tun, können auch Programme. Fehler sind",
    data: "Dasselbe als Daten:",
    query: "Abfrage:",
    body: "Inhalt (JSON-Schema)",
  },
};
