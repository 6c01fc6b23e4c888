import type { Messages } from "../en/index.ts";
import { counter } from "../language.ts";

const count = counter("de");
const lines = (number: number) => count(number, { one: "Zeile", other: "Zeilen" });
const names = (number: number) => count(number, { one: "Name", other: "Namen" });

export const list: Messages["list"] = {
  findings: {
    hidden_rows: (n) => `${count(n, { one: "Zeile ist", other: "Zeilen sind" })} in der Tabelle ausgeblendet`,
    hidden_columns: (n) => `${count(n, { one: "Spalte ist", other: "Spalten sind" })} in der Tabelle ausgeblendet`,
    hidden_sheets: (n) => `${count(n, { one: "Blatt ist", other: "Blätter sind" })} in der Datei ausgeblendet`,
    merged_rows: (n) =>
      `${count(n, { one: "verbundene Zelle reicht", other: "verbundene Zellen reichen" })} über mehrere Zeilen; nur die erste hat den Wert`,
    cell_errors: (n) => `${count(n, { one: "Formel", other: "Formeln" })} mit einem Fehler statt eines Werts`,
    formula_without_value: (n) =>
      `${count(n, { one: "Formel hat", other: "Formeln haben" })} keinen Wert; bitte die Datei in einem Tabellenprogramm öffnen und speichern`,
    macros_ignored: () => "Die Makros in dieser Datei wurden nicht beachtet",
    links_ignored: () => "Verweise auf andere Dateien wurden nicht verfolgt; es gelten die gespeicherten Werte",
    bad_quote: () => "Ein Anführungszeichen wird nicht geschlossen oder schließt mitten in einer Zelle",
    line_too_long: (n) => `${lines(n)} mit mehr als 10.000 Zeichen`,
    heading_left_out: () => "Die erste Zeile benennt die Spalten; sie nimmt nicht an der Verlosung teil",
    heading_unlike: () => "Die erste Zeile gilt als Überschrift, weil ihr Zahlen fehlen, die alle anderen haben",
    heading_possible: () => "Die erste Zeile sieht wie eine Überschrift aus; sie würde mitgelost",
    titles_left_out: (n) => `${lines(n)} über der Überschrift ${n === 1 ? "nimmt" : "nehmen"} nicht teil`,
    columns_left_out: (n) => `${count(n, { one: "Spalte wird", other: "Spalten werden" })} nicht verwendet`,
    rows_left_out: (n) => `${count(n, { one: "Zeile fällt", other: "Zeilen fallen" })} wegen der gewählten Spalte weg`,
    sum_row: (n) =>
      n === 1
        ? "Eine Zeile sieht wie eine Summe aus; sie würde mitgelost"
        : `${lines(n)} sehen wie Summen aus; sie würden mitgelost`,
    tickets_unreadable: (n) => `${lines(n)} mit einer Anzahl von Losen, die nicht lesbar ist`,
    tickets_without_name: (n) => `${lines(n)} mit Losen, aber ohne Namen`,
    tickets_like_codes: () => "Die Anzahlen der Lose sehen wie Postleitzahlen, Jahre oder Telefonnummern aus",
    tickets_column_possible: () => "Eine Spalte sieht nach Losen aus und wird nicht so gelesen",
    tickets_not_counted: (n) => `${lines(n)} mit einer Zahl am Ende; diese Regel zählt keine Lose`,
    number_at_end: (n) => `${lines(n)} mit einer Zahl am Ende, die zum Namen gehört`,
    number_first: (n) => `${lines(n)} mit einer Zahl am Anfang, die zum Namen gehört`,
    numbering: (n) => `${lines(n)} mit einer Nummerierung oder Aufzählung, die zum Namen gehört`,
    one_line: () => "Alle Namen stehen in einer Zeile, und die ist ein einziger Eintrag",
    columns_possible: (n) => `${lines(n)} mit gleichen Trennzeichen wie in einer Tabelle; jede Zeile ist ein Name`,
    rulings_left_out: (n) => `${count(n, { one: "Trennlinie wurde", other: "Trennlinien wurden" })} weggelassen`,
    comment_lines: (n) => `${count(n, { one: "Zeile sieht", other: "Zeilen sehen" })} wie eine Bemerkung zur Liste aus`,
    rows_may_stay_out: (n) =>
      `${count(n, { one: "Zeile ist", other: "Zeilen sind" })} in einer Spalte markiert, als ${n === 1 ? "solle sie" : "sollten sie"} nicht teilnehmen`,
    same_household: (n) => `${names(n)} aus einem Haushalt, der schon auf der Liste steht`,
    tickets_missing: (n) =>
      `${count(n, { one: "Zeile hat", other: "Zeilen haben" })} keine Anzahl von Losen und ${n === 1 ? "bekäme" : "bekämen"} je eines`,
    broken_characters: (n) =>
      `${count(n, { one: "Name enthält", other: "Namen enthalten" })} Zeichen, die falsch gelesen wurden`,
    other_order: (n) =>
      `${count(n, { one: "Name hat", other: "Namen haben" })} dieselben Wörter wie ein anderer, in anderer Reihenfolge oder ohne Akzente`,
    uneven_rows: (n) => `${count(n, { one: "Zeile hat", other: "Zeilen haben" })} andere Spalten als der Rest`,
    label_too_long: (n) => `${names(n)} mit mehr als 200 Zeichen`,
    line_break_in_label: (n) =>
      `${count(n, { one: "Zelle hat", other: "Zellen haben" })} mehrere Zeilen; sie wurden zu einer`,
    stray_quote: (n) => `${names(n)} mit einem einzelnen Anführungszeichen`,
    separators_at_end: (n) => `${count(n, { one: "Zeile endet", other: "Zeilen enden" })} mit einem Trennzeichen`,
    invisible_characters: (n) => `${count(n, { one: "Name enthält", other: "Namen enthalten" })} unsichtbare Zeichen`,
    repeated: (n) => `${count(n, { one: "Name ist", other: "Namen sind" })} mehrmals aufgeführt`,
    spelled_differently: (n) =>
      `${count(n, { one: "Name unterscheidet", other: "Namen unterscheiden" })} sich von einem anderen nur in Groß- und Kleinschreibung, Leerzeichen oder Zeichenart`,
    look_alike: (n) =>
      `${count(n, { one: "Name sieht", other: "Namen sehen" })} wie ein anderer aus, mit anderen Buchstaben`,
    same_mail: (n) => `${names(n)} mit der E-Mail-Adresse eines anderen`,
    same_name_other_mail: (n) =>
      `${count(n, { one: "Name ist", other: "Namen sind" })} mit zwei E-Mail-Adressen aufgeführt`,
    private_data: (n) =>
      `${count(n, { one: "Eintrag enthält", other: "Einträge enthalten" })} eine E-Mail-Adresse oder Telefonnummer, die alle sehen werden`,
  },
  advice: {
    bad_quote: "Bitte schließen oder doppelt schreiben.",
    line_too_long: "Bitte diese Zeilen kürzen.",
    heading_unlike: "Bitte die Spalten benennen oder die Überschrift entfernen.",
    heading_possible: "Bitte entfernen, falls sie eine ist.",
    sum_row: "Bitte entfernen, falls sie eine ist.",
    tickets_unreadable: "Bitte ganze Zahlen ab 1 ohne Trennzeichen schreiben: 1000.",
    tickets_without_name: "Bitte den Namen ergänzen oder die Zeile entfernen.",
    tickets_like_codes: "Bitte die Zahlen entfernen, falls sie welche sind.",
    tickets_column_possible: "Bitte verwenden oder entfernen.",
    number_at_end: "Bitte ein Komma vor die Zahl setzen, falls sie Lose meint.",
    number_first: "Falls die Zahl Lose meint: bitte zuerst den Namen, dann ein Komma und die Zahl schreiben.",
    numbering: "Bitte entfernen, damit nur Namen gezogen werden.",
    one_line: "Bitte jeden Namen in eine eigene Zeile setzen.",
    label_too_long: "Bitte diese Namen kürzen.",
    columns_possible: "Bitte die Spalten wählen oder jeden Namen in eine eigene Zeile setzen.",
    comment_lines: "Bitte entfernen, falls sie eine ist.",
    rows_may_stay_out: "Bitte diese Zeilen entfernen, falls die Personen nicht teilnehmen.",
    tickets_missing: "Bitte die Zahl ergänzen oder die Zeile entfernen.",
    broken_characters: "Bitte eine andere Zeichenkodierung wählen oder diese Namen berichtigen.",
  },
  remedies: {
    heading_is_entry: "Sie ist ein Eintrag",
    first_row_is_heading: "Erste Zeile entfernen",
    read_as_thousands: "1.000 ist eintausend",
    read_as_decimals: "1.000 ist eins",
    leave_out: "Entfernen",
    use_column: "Diese Spalte als Lose lesen",
    number_first_is_tickets: "Diese Zahlen als Lose lesen",
    number_at_end_is_tickets: "Diese Zahlen als Lose lesen",
    strip_numbering: "Nummerierung entfernen",
    split_line: "Jeden Namen in eine eigene Zeile setzen",
    strip_separators: "Diese Trennzeichen entfernen",
    strip_invisible: "Diese Zeichen entfernen",
    add_mail_to_label: "E-Mail-Adresse an die Namen anfügen",
    drop_repeats: "Wiederholungen entfernen",
    drop_alike: "Jeweils den ersten behalten",
    use_columns: "Als Spalten lesen",
    leave_out_marked: "Diese Zeilen weglassen",
    first_of_household: "Je Haushalt den ersten behalten",
    add_tickets: "Je einen Eintrag mit allen Losen daraus machen",
  },
  ticketProblems: {
    no_number: "keine Zahl",
    ambiguous: "Tausend oder Dezimalzahl?",
    not_whole: "keine ganze Zahl",
    negative: "negativ",
    plus_sign: "beginnt mit einem Pluszeichen",
    zero: "kein Los",
    per_cent: "Prozent",
    leading_zero: "beginnt mit null",
    too_large: "zu groß",
  },
  formats: {
    workbook_broken:
      "Diese Tabelle ist beschädigt. Bitte in einem Tabellenprogramm öffnen, neu speichern und diese Datei wählen.",
    workbook_encrypted: "Diese Tabelle hat ein Kennwort. Bitte ohne Kennwort speichern und diese Datei wählen.",
    workbook_binary:
      "Diese Tabelle hat ein binäres Format. Bitte als XLSX, ODS oder CSV speichern und diese Datei wählen.",
    workbook_too_large:
      "Diese Tabelle hat mehr Zellen, als eine Liste braucht. Bitte die Spalten der Liste in eine neue Datei kopieren und diese wählen.",
    workbook_too_many_sheets:
      "Diese Datei hat mehr als 1.000 Blätter. Bitte das Blatt mit der Liste in eine neue Datei kopieren und diese wählen.",
    workbook_empty: "In dieser Datei hat kein Blatt Zellen mit Inhalt.",
    workbook_no_such_sheet: "So viele Blätter hat diese Tabelle nicht.",
    old_excel:
      "Diese Tabelle hat ein Kennwort oder das Format von Excel vor 2007. Bitte ohne Kennwort als XLSX speichern und diese Datei wählen.",
    flat_ods: "Diese Tabelle ist flaches XML. Bitte als ODS, XLSX oder CSV speichern und diese Datei wählen.",
    html: "Diese Datei ist eine Webseite. Bitte die Tabelle darin kopieren und in die Liste einfügen.",
    xml: "Diese Datei ist XML und keine Liste.",
    rtf: "Diese Datei ist ein formatiertes Dokument. Bitte als reinen Text speichern und diese Datei wählen.",
    mail: "Diese Datei ist eine E-Mail oder eine gespeicherte Webseite. Bitte die Liste darin kopieren und einfügen.",
    old_exchange:
      "Diese Tabelle hat ein altes Austauschformat. Bitte als XLSX, ODS oder CSV speichern und diese Datei wählen.",
    vcard: "Diese Datei enthält Kontakte (vCard oder LDIF). Bitte als CSV exportieren und diese Datei wählen.",
    calendar: "Diese Datei ist ein Kalender und keine Liste.",
    json: "Diese Datei ist JSON. Programme können sie an die API senden.",
    pdf: "Diese Datei ist ein PDF. Bitte den Text darin kopieren und in die Liste einfügen.",
    image: "Diese Datei ist ein Bild und keine Liste.",
    archive: "Diese Datei ist ein Archiv. Bitte entpacken und die Liste darin wählen.",
    binary: "Diese Datei ist kein Text.",
  },
  place: ({ line, text }) => (line === 0 ? text : text === "" ? `Zeile ${line}` : `Zeile ${line}: ${text}`),
  like: (other) => `wie ${other}`,
  keep: "Das ist richtig so",
  answer: "Was davon richtig ist, bitte bestätigen:",
  notes: "Was man über diese Liste wissen sollte",
};
