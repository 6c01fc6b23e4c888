// What is said in English below, in German: whole phrases with their values, never a part of one.
import { counter } from "../language.ts";

const count = counter("de");

/** A phrase, and what it becomes with the values in it. */
type Phrase = [RegExp, string | ((...values: string[]) => string)];

function translated(phrases: Phrase[], english: string): string | null {
  for (const [pattern, german] of phrases) {
    const found = pattern.exec(english);
    if (found) return typeof german === "string" ? german : german(...found.slice(1));
  }
  return null;
}

const EXPECTED: Phrase[] = [
  [
    /^a whole number at least (-?\d+) and at most 2\^53-1$/,
    (least) => `eine ganze Zahl von ${least} bis 9007199254740991`,
  ],
  [/^a whole number from (-?\d+) to (-?\d+)$/, (from, to) => `eine ganze Zahl von ${from} bis ${to}`],
  [/^true or false$/, "ja oder nein"],
  [/^("[^"]*"|null)$/, (value) => `${value}`],
  [/^("[^"]*"(?: or "[^"]*")+)$/, (values = "") => values.replaceAll(" or ", " oder ")],
  [/^(\d+) lower-case hexadecimal characters$/, (length) => `${length} Zeichen, 0-9 und a-f`],
  [
    /^text of (\d+) to (\d+) characters, without control characters$/,
    (least, most) => `Text von ${least} bis ${most} Zeichen, ohne Steuerzeichen`,
  ],
  [
    /^a time like (\S+) or (\S+), from 1970 to 9999$/,
    (utc, local) => `ein Zeitpunkt wie ${utc} oder ${local}, von 1970 bis 9999`,
  ],
  [/^a time like (\S+), from 1970 to 9999$/, (time) => `ein Zeitpunkt wie ${time}, von 1970 bis 9999`],
  [/^a list$/, "eine Liste"],
  [/^text in UTF-8$/, "Text in UTF-8"],
  [/^a list of at least (\d+)$/, (least) => `eine Liste von mindestens ${least}`],
  [
    /^an entry like the first: all have a label, or all are hidden$/,
    "ein Eintrag wie der erste: alle mit Namen oder alle verborgen",
  ],
  [
    /^a label that no other entry of a private list has; add something that tells them apart, such as a class$/,
    "ein Name, den kein anderer Eintrag einer privaten Liste hat; ergänzen Sie etwas, das sie unterscheidet, zum Beispiel eine Klasse",
  ],
  [/^a label, which is hidden here$/, "ein Name, der hier verborgen wird"],
  [/^"private": true beside it$/, "„private“: true daneben"],
  [/^label and salt: this site does not keep the names$/, "Name und Zusatz: Diese Website speichert die Namen nicht"],
  [/^a hash that no other entry has$/, "ein Hashwert, den kein anderer Eintrag hat"],
  [/^the number of a sheet$/, "die Nummer eines Tabellenblatts"],
  [/^an object$/, "ein Objekt"],
  [/^no member of this name$/, "kein Feld dieses Namens"],
  [/^a value$/, "ein Wert"],
  [
    /^an https address on the public internet, without a user name$/,
    "eine https-Adresse im öffentlichen Internet, ohne Benutzernamen",
  ],
  [/^another draw than this one$/, "eine andere Verlosung als diese"],
  [/^the name of a rule, like (\S+)$/, (rule) => `der Name einer Regel, wie ${rule}`],
  [/^one of (\S+(?:, \S+)*)$/, (rules) => `eine von ${rules}`],
  [/^at most (\d+) entries$/, (most) => `höchstens ${count(Number(most), { one: "Eintrag", other: "Einträge" })}`],
  [/^an entry of at most (\d+) bytes$/, (most) => `ein Eintrag von höchstens ${most} Bytes`],
  [/^at most (\d+) characters of JSON$/, (most) => `höchstens ${most} Zeichen JSON`],
  [/^a position in the list, from (\d+) to (\d+)$/, (from, to) => `eine Stelle der Liste, von ${from} bis ${to}`],
  [/^the `next` of a page before$/, "was die Seite davor unter „Ältere“ verlinkt"],
  [
    /^(\d+) to (\d+) visible ASCII characters that nobody can guess$/,
    (least, most) => `${least} bis ${most} sichtbare ASCII-Zeichen, die niemand erraten kann`,
  ],
  [/^a time at which fewer large draws are due$/, "ein Zeitpunkt, zu dem weniger große Verlosungen anstehen"],
  [/^a time to come, or none to draw by hand$/, "ein Zeitpunkt in der Zukunft, oder keiner, um von Hand zu ziehen"],
  [
    /^at most (\d+) winners and alternates together, as many as there are entries$/,
    (most) => `zusammen höchstens ${most} Gewinne und Nachrücker, so viele wie Einträge`,
  ],
  [
    /^at most (\d+) prizes and alternates together, as many as there are entries$/,
    (most) => `zusammen höchstens ${most} Preise und Nachrücker, so viele wie Einträge`,
  ],
  [/^either groups or size, and null for the other$/, "entweder die Zahl der Gruppen oder ihre Größe, das andere leer"],
  [/^at most (\d+), as many as there are entries$/, (most) => `höchstens ${most}, so viele wie Einträge`],
  [/^at least (-?\d+), where the range begins$/, (least) => `mindestens ${least}, wo der Bereich beginnt`],
  [/^at most 2\^53-1 numbers in the range$/, "ein Bereich von höchstens 2^53-1 Zahlen"],
  [
    /^at most (\d+), as many as there are in the range$/,
    (most) => `höchstens ${most}, so viele wie der Bereich Zahlen hat`,
  ],
  [/^at most (\d+), as many as the pool has$/, (most) => `höchstens ${most}, so viele wie die Liste hat`],
  [
    /^at most half of the pool where none repeats$/,
    "höchstens die Hälfte der Liste, wenn sich nichts wiederholen darf",
  ],
  [/^at most (\d+)$/, (most) => `höchstens ${most}`],
  [
    /^a number from 0 on, or its digits as text, like "08285182" or "1.50"$/,
    "eine Zahl ab 0 oder ihre Ziffern als Text, wie „08285182“ oder „1.50“",
  ],
  [/^digits, letters or other ASCII characters$/, "Ziffern, Buchstaben oder andere ASCII-Zeichen"],
  [/^the position of an entry that has a place now$/, "die Stelle eines Eintrags, der jetzt einen Platz hat"],
  [/^at least one draw$/, "mindestens eine Verlosung"],
  [/^a name that no other draw of this batch has$/, "ein Name, den keine andere Verlosung dieser Anfrage hat"],
  [/^at least one visible character$/, "mindestens ein sichtbares Zeichen"],
  [/^at least one entry$/, "mindestens ein Eintrag"],
  [/^at least 2 entries$/, "mindestens zwei Einträge"],
  [
    /^two entries, as (.*) or (#1 - #4) on the form, by their positions in JSON$/,
    (written, numbered) => `zwei Einträge, geschrieben wie ${written} oder ${numbered}`,
  ],
  [/^positions from 0 to (\d+)$/, (most) => `Stellen von 0 bis ${most}`],
  [
    /^a weight and its entries, as (.*) or (.*) on the form, by their positions in JSON$/,
    (named, numbered) => `ein Gewicht und seine Einträge, geschrieben wie ${named} oder ${numbered}`,
  ],
  [/^at most (\d+) panels$/, (most) => `höchstens ${count(Number(most), { one: "Gremium", other: "Gremien" })}`],
  [
    /^at most (\d+) places in all panels together$/,
    (most) => `in allen Gremien zusammen höchstens ${count(Number(most), { other: "Plätze" })}`,
  ],
  [/^weights of at most 2\^53-1 together$/, "Gewichte von zusammen höchstens 2^53-1"],
  [/^positions in ascending order, each once$/, "aufsteigend geordnete Stellen, jede einmal"],
  [/^two different positions$/, "zwei verschiedene Stellen"],
  [
    /^at most (\d+) places, for no more entries can be drawn$/,
    (most) =>
      `höchstens ${count(Number(most), { one: "Platz", other: "Plätze" })}, denn mehr Einträge können nicht gezogen werden`,
  ],
  [
    /^entries with a group, for the limit is for each group$/,
    "Einträge mit einer Gruppe, denn die Obergrenze gilt für jede Gruppe",
  ],
  [
    /^null, for a follow-up draw is made from the first one$/,
    "nichts, denn eine Verlosung, die auf eine andere folgt, wird von der ersten aus angelegt",
  ],
  [/^pairs in ascending order, each once$/, "aufsteigend geordnete Paare, jedes einmal"],
  [/^pairs that leave a receiver for everybody$/, "Paare, bei denen für alle jemand übrig bleibt"],
  [
    /^fewer pairs: at most (\d+) random choices on average$/,
    (most) => `weniger Paare: im Mittel höchstens ${count(Number(most), { other: "zufällige Schritte" })}`,
  ],
  [/^no entries, for this rule draws without a list$/, "keine Einträge, denn diese Regel zieht ohne Liste"],
  [/^(\d+), for this rule has no tickets$/, (tickets) => `${tickets}, denn diese Regel kennt keine Lose`],
];

const FOUND: Phrase[] = [
  [/^""$/, "nichts"],
  [/^(nothing|null)$/, "nichts"],
  [/^only spaces or invisible characters$/, "nur Leerzeichen oder unsichtbare Zeichen"],
  [/^none$/, "keiner"],
  [/^none of them$/, "keines von beiden"],
  [/^both$/, "beides"],
  [/^more$/, "mehr"],
  [/^something else$/, "etwas anderes"],
  [/^(\d+) places$/, (places) => count(Number(places), { one: "Platz", other: "Plätze" })],
  [/^the label of another entry$/, "der Name eines anderen Eintrags"],
  [/^an entry that is hidden already$/, "ein Eintrag, der schon verborgen ist"],
  [/^a list that is not private$/, "eine Liste, die nicht privat ist"],
  [/^one of the other kind$/, "einer der anderen Art"],
  [/^one of an entry before$/, "der eines früheren Eintrags"],
  [/^another address$/, "eine andere Adresse"],
  [/^other bytes$/, "andere Bytes"],
  [/^(\d+) winners?$/, (winners) => count(Number(winners), { one: "Gewinn", other: "Gewinne" })],
  [
    /^(\d+) winners? and (\d+) alternates?$/,
    (winners, alternates) =>
      `${count(Number(winners), { one: "Gewinn", other: "Gewinne" })} und ${alternates} Nachrücker`,
  ],
  [/^about (\S+)$/, (number) => `etwa ${Number(number)}`],
  [/^(.*) and (\d+) more$/s, (named, more) => `${named} und ${more} weitere`],
  [/^the range from (-?\d+) to (-?\d+)$/, (from, to) => `der Bereich von ${from} bis ${to}`],
];

export const expected = (english: string): string | null => translated(EXPECTED, english);

/** What was typed stays as it is. */
export const found = (english: string): string => translated(FOUND, english) ?? english;

const STEPS: Record<string, string> = {
  already_locked: "Diese Verlosung ist festgeschrieben; an ihr kann nichts mehr geändert werden.",
  not_drawn: "Diese Verlosung ist noch nicht gezogen; niemand hat darin einen Platz.",
  place_not_drawn: "Nur Namen von Einträgen, die gezogen wurden, lassen sich veröffentlichen.",
  names_not_kept:
    "Diese Website speichert die Namen dieser Verlosung nicht; Belege entstehen aus der Datei mit den Namen.",
  names_are_open: "Die Namen dieser Verlosung sind offen; es gibt nichts zu veröffentlichen.",
  other_name: "Ein Name gehört nicht zu dem Eintrag, bei dem er steht.",
  key_replaced:
    "Diese Verlosung gibt es schon, und ihr Schlüssel wurde seitdem ersetzt; bitte den neuen Link zum Verwalten verwenden.",
  no_winners: "Diese Regel zieht keine Gewinner, also kann niemand übergangen oder ausgeschlossen werden.",
  already_drawn: "Diese Verlosung ist gezogen; ihr Ergebnis gilt.",
  already_void: "Diese Verlosung ist ungültig; es braucht eine neue.",
  not_locked: "Diese Verlosung ist noch nicht festgeschrieben; zuerst muss sie festgeschrieben werden.",
  too_early: "Diese Verlosung ist für später angekündigt; vor ihrer Zeit kann nicht gezogen werden.",
  draw_begun:
    "Die Ziehung hat begonnen, ihre Zahlen können also schon bekannt sein; abgebrochen werden kann sie nicht mehr. Sobald alle Dienste antworten, wird sie beendet.",
  not_void: "Diese Verlosung ist nicht ungültig; neu angelegt wird nur eine, die ungültig ist.",
  not_announced: "Diese Verlosung wartet auf keinen eigenen Zeitpunkt.",
  seal_lost:
    "Ein Zufallsdienst hat seine Zahl für diese Verlosung verloren, sie kann nie gezogen werden; bitte neu anlegen.",
  changed_meanwhile:
    "Die Verlosung wurde im selben Augenblick durch eine andere Anfrage geändert; bitte nachsehen und noch einmal versuchen.",
};

const OTHERS: Record<string, Phrase[]> = {
  list_unclear: [
    [
      /^The workbook has several sheets: (.*)\. Name one, such as \?sheet=1\.$/s,
      (names) => `Die Datei hat mehrere Tabellenblätter: ${names}. Bitte eines angeben, etwa ?sheet=1.`,
    ],
  ],
  time_given: [
    [
      /^/,
      "Es ist ein Zeitpunkt angegeben: entweder die Verlosung für diesen Zeitpunkt festschreiben, oder das Feld leeren, um sofort zu ziehen.",
    ],
  ],
  list_not_saved: [
    [
      /^/,
      "Die Liste ist geändert, aber nicht gespeichert: bitte zuerst die Liste speichern, oder den Link zum Verwalten noch einmal öffnen, um sie zu sehen, wie sie war.",
    ],
  ],
  unknown_action: [
    [
      /^there is nothing called (.*) that can be done with a draw$/s,
      (action) => `Mit einer Verlosung kann man nichts machen, was ${action} heißt.`,
    ],
  ],
  time_has_passed: [
    [/^/, "Dieser Zeitpunkt ist schon vorbei; bitte einen späteren angeben, oder keinen, um von Hand zu ziehen."],
  ],
  time_is_full: [[/^/, "Zu diesem Zeitpunkt stehen schon zu viele große Verlosungen an; bitte einen anderen angeben."]],
  too_many_large: [
    [
      /^/,
      "Gerade warten zu viele große Verlosungen auf ihre Ziehung; bitte in einer Minute noch einmal versuchen, oder die Verlosung für später festschreiben.",
    ],
  ],
  idempotency_key_reused: [[/^/, "Dieser Idempotency-Key gehört zu einer anderen Anfrage; bitte einen neuen senden."]],
  from_elsewhere: [
    [/^/, "Dieses Formular kam von einer anderen Website; bitte hier öffnen und noch einmal abschicken."],
  ],
  positions_would_move: [
    [
      /^/,
      "Die ausgeschlossenen Paare nennen Einträge nach ihrer Stelle in der Liste. Bitte diese Einträge dort lassen und neue dahinter anfügen, oder eine neue Verlosung anlegen.",
    ],
  ],
  no_such_draw: [
    [
      /^this draw was deleted/,
      "Diese Verlosung wurde im selben Augenblick durch eine andere Anfrage gelöscht; es gibt sie nicht mehr.",
    ],
    [/^/, "Es gibt keine Verlosung mit dieser Kennung; eine Kennung hat 32 Zeichen, 0-9 und a-f."],
  ],
  no_manage_key: [[/^/, "Der Schlüssel zum Verwalten der Verlosung fehlt."]],
  wrong_manage_key: [[/^/, "Dieser Schlüssel öffnet diese Verlosung nicht."]],
  no_list: [[/^/, "Diese Verlosung hat keine Liste; es gibt nichts zu löschen."]],
  not_over: [
    [
      /^/,
      "Diese Verlosung ist noch nicht zu Ende. Solange sie offen ist, lässt sie sich löschen; ihre Liste erst, wenn sie gezogen oder ungültig ist.",
    ],
  ],
  list_erased: [[/^/, "Die Liste dieser Verlosung wurde gelöscht; was bleibt, steht im Protokoll der Verlosung."]],
  no_result_yet: [[/^/, "Diese Verlosung ist noch nicht gezogen; sie hat kein Ergebnis."]],
  too_many_watch: [[/^/, "Gerade sehen zu viele zu; bitte gleich noch einmal versuchen."]],
  not_bound: [
    [
      /^this draw is not locked yet/,
      "Diese Verlosung ist noch nicht festgeschrieben; ihre Liste kann noch geändert werden.",
    ],
    [
      /^this draw became void/,
      "Diese Verlosung wurde ungültig, bevor beide Zufallsdienste die Sperre bestätigt hatten.",
    ],
    [/^/, "Noch haben nicht beide Zufallsdienste die Sperre bestätigt; bitte gleich noch einmal versuchen."],
  ],
  no_record_yet: [[/^/, "Diese Verlosung ist weder gezogen noch ungültig; sie hat noch kein Protokoll."]],
  service_unavailable: [
    [
      /^(a service|rules|random-[ab]) .*; the draw stays where it is, try again in a moment$/s,
      (service) =>
        `Der Dienst ${service} antwortet gerade nicht, wie er soll; die Verlosung bleibt, wie sie ist. Bitte gleich noch einmal versuchen.`,
    ],
  ],
  service_unreachable: [
    [
      /^(.*) does not answer; a draw can be cancelled only after /,
      (service) =>
        `Der Dienst ${service} antwortet gerade nicht. Abgebrochen werden kann eine Verlosung erst, wenn beide Zufallsdienste bestätigt haben, dass sie nichts geöffnet haben. Bitte gleich noch einmal versuchen.`,
    ],
  ],
  unsupported_media_type: [
    [
      /^send the form as application\/x-www-form-urlencoded$/,
      "Bitte das Formular als application/x-www-form-urlencoded senden.",
    ],
    [/^send the body as application\/json$/, "Bitte den Inhalt als application/json senden."],
  ],
  no_body: [[/^/, "Das Formular kam leer an; bitte ausfüllen und noch einmal senden."]],
  not_utf8: [
    [/^the text/, "Der Text ist kein gültiges UTF-8; bitte in dieser Kodierung speichern oder senden."],
    [/^the form/, "Das Formular ist nicht als UTF-8 mit %xx kodiert."],
  ],
  not_json: [[/^/, "Der Inhalt ist kein JSON."]],
  too_deep: [
    [/ (\d+) levels/, (levels) => `Listen und Objekte dürfen höchstens ${levels} Ebenen tief verschachtelt sein.`],
  ],
  too_many_members: [[/ at most (\d+) members$/, (most) => `Ein Objekt darf höchstens ${most} Elemente haben.`]],
  too_many_values: [
    [
      / at most (\d+) names and values/,
      (most) => `Es dürfen höchstens ${count(Number(most), { other: "Namen und Werte" })} auf einmal gesendet werden.`,
    ],
  ],
  too_many_fields: [[/ (\d+) fields/, (most) => `Ein Formular darf höchstens ${most} Felder haben.`]],
  too_slow: [
    [
      / (\d+) KiB/,
      (least) =>
        `Was gesendet wird, muss mit mindestens ${least} KiB in der Sekunde ankommen; bitte über eine schnellere Verbindung noch einmal senden.`,
    ],
  ],
  duplicate_member: [
    [
      /^(.*) stands twice in the same object; keep one$/s,
      (name) => `${name} steht zweimal in demselben Objekt; eines davon muss weg.`,
    ],
  ],
  busy: [[/^/, "Gerade werden andere lange Listen angenommen; bitte gleich noch einmal senden."]],
  no_place: [[/^/, "An dieser Stelle der Liste hat niemand einen Platz."]],
  webhooks_off: [
    [/^/, "Diese Website sendet keine Webhooks; stattdessen lassen sich die Ereignisse der Verlosung verfolgen."],
  ],
  no_such_webhook: [[/^/, "Diese Verlosung hat keinen Webhook mit dieser Kennung."]],
  too_many_webhooks: [
    [/ at most (\d+) /, (most) => `Eine Verlosung hat höchstens ${most} Webhooks; bitte zuerst einen löschen.`],
  ],
  already_passed_over: [[/^/, "Dieser Eintrag wurde schon übergangen."]],
  too_many_draws: [
    [/^/, "Von dieser Adresse kamen zu viele Verlosungen auf einmal; bitte in zehn Sekunden noch einmal senden."],
  ],
  duplicate_id: [[/^/, "Eine andere Verlosung dieser Anfrage hat denselben Namen; aus dieser wurde nichts."]],
  too_large: [
    [
      /^entries: too long for a batch/,
      "Die Liste ist zu lang für mehrere Verlosungen in einer Anfrage; bitte einzeln anlegen.",
    ],
    [
      /^the body may have at most (\d+) bytes$/,
      (most) => `Es dürfen höchstens ${count(Number(most), { other: "Bytes" })} gesendet werden.`,
    ],
    [
      /^the (?:body|form) may have at most (\d+) bytes beside its list$/,
      (most) => `Neben der Liste dürfen höchstens ${count(Number(most), { other: "Bytes" })} gesendet werden.`,
    ],
  ],
  unknown_rule: [
    [
      /^rule: there is no replay of this name; those there are: (.*)$/,
      (methods) => `Diese Methode gibt es nicht; bekannt sind: ${methods}.`,
    ],
  ],
  not_found: [[/^/, "Unter dieser Adresse gibt es nichts."]],
  bad_address: [
    [/^/, "Das ist keine Adresse dieser Website; bitte noch einmal auf der Seite öffnen, die auf sie verweist."],
  ],
  database_unavailable: [[/^/, "Die Datenbank antwortet nicht; bitte gleich noch einmal versuchen."]],
  internal_error: [[/^/, "Bei uns ging etwas schief. Es ging nichts verloren; bitte noch einmal versuchen."]],
};

export function refusal(reason: string, english: string): string | null {
  return STEPS[reason] ?? translated(OTHERS[reason] ?? [], english);
}
