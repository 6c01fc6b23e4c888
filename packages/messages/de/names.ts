import type { Messages } from "../en/index.ts";
import { counter } from "../language.ts";

const count = counter("de");

export const names: Messages["names"] = {
  form: {
    keep: "Namen geheim halten",
    text: "Alle sehen nur eine Kurzform jedes Namens. Mit einem Beleg beweisen Teilnehmende, dass sie auf der Liste stehen.",
    mask: "Was alle von einem Namen sehen",
    masks: {
      initials: "Anfangsbuchstaben: A. L.",
      mail: "E-Mail-Adresse: a…@e….org",
      nothing: "Nichts",
    },
    none: "nichts",
    sample: "Aus Ihrer Liste:",
    here: "Die Namen verlassen diesen Browser nicht, er sendet nur Fingerabdrücke. Sie erhalten eine Datei mit den Namen. Ohne sie kann niemand Belege ausstellen oder Gewinner nennen, und wir können sie nicht wiederherstellen.",
    kept: "Ohne JavaScript verbirgt diese Website die Namen. Sie speichert sie verschlüsselt, und nur Ihr Link zum Verwalten öffnet sie. Geht er verloren, kann niemand Belege ausstellen oder Gewinner nennen.",
    repeated: "Auf einer privaten Liste müssen alle Namen verschieden sein. Diese kommen mehrmals vor:",
    remedy: "Ergänzen Sie etwas, das sie unterscheidet, zum Beispiel eine Klasse oder ein Jahr.",
    unclear: "Etwas in der Liste braucht zuerst eine Antwort. Sie finden es unter der Liste.",
    file: {
      heading: "Sichern Sie zuerst die Namen",
      text: "Diese Datei enthält die Namen und was sie verbirgt. Sie brauchen sie für Belege und um Gewinner zu nennen. Geht sie verloren, kann niemand sie wiederherstellen, und die Gewinner bleiben ungenannt.",
      save: "Datei mit den Namen speichern",
      saved: "Gespeichert. Bewahren Sie sie sicher auf, und geben Sie sie niemandem.",
      first: "Speichern Sie die Datei mit den Namen, dann geht es weiter.",
    },
    confirm: {
      browser: (number) => `${count(number, { one: "Eintrag", other: "Einträge" })}, Namen von Ihrem Browser verborgen`,
      shown: "So sehen alle die Liste:",
    },
  },
  draw: {
    list: "Die Namen sind geheim. Wer auf der Liste steht, kann es mit einem Beleg beweisen.",
    receipt: "Einen Beleg öffnen",
    nothing: "nicht sichtbar",
  },
  manage: {
    heading: "Belege",
    text: "Alle auf der Liste bekommen einen Beleg. Er zeigt nur ihnen, dass sie auf der Liste stehen und ob sie gewonnen haben. Schicken Sie jeden Link nur an die Person, der er gehört: Er enthält den Namen.",
    kept: "Diese Website speichert die Namen verschlüsselt; nur Ihr Link zum Verwalten öffnet sie.",
    needsScript: "Belege entstehen in Ihrem Browser. Dafür braucht es JavaScript.",
    file: "Ihre Datei mit den Namen",
    ready: (number) => `${count(number, { one: "Beleg ist", other: "Belege sind" })} fertig.`,
    csv: "Alle als CSV herunterladen, für Serienbriefe",
    cards: "Karten mit QR-Codes zum Ausdrucken",
    print: "Karten drucken",
    card: "Einscannen, um den Beleg zu sehen",
    disclose: {
      heading: "Gewinner nennen",
      text: "Alle sehen diese Namen dann im Ergebnis. Das lässt sich nicht rückgängig machen.",
      publish: "Diese Namen veröffentlichen",
    },
    tooMany: (most) =>
      `Karten gibt es bis ${count(most, { other: "Einträge" })}. Für eine längere Liste ist das CSV da.`,
    fixed:
      "Die Namen einer privaten Verlosung sind verborgen, deshalb lässt sich die Liste hier nicht ändern. Löschen Sie dafür diese Verlosung und legen Sie eine neue an.",
    refused: {
      not_names: "Das ist keine Datei mit Namen, oder sie wurde verändert.",
      salt_twice: "Diese Datei wurde verändert: Zwei Namen haben denselben Zusatz.",
      another_draw: "Diese Datei gehört zu einer anderen Verlosung, oder sie wurde verändert.",
    },
    at: (place) => `Die Stelle: ${place}`,
    lost: "Die festgeschriebene Liste konnte nicht geladen werden. Versuchen Sie es gleich noch einmal.",
    working: "Die Belege entstehen …",
  },
  erase: {
    heading: "Liste löschen",
    text: "Alle Namen, Kurzformen und Lose dieser Verlosung werden auf dieser Website gelöscht. Das lässt sich nicht rückgängig machen. Was festgeschrieben und gezogen wurde, bleibt, nach Plätzen auf der Liste; Belege und gespeicherte Protokolle lassen sich weiterhin prüfen.",
    erase: "Liste endgültig löschen",
  },
};
