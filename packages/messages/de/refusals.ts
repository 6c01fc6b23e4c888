import type { RefusalWords } from "@fairhat/protocol/refusals";
import { counter } from "../language.ts";

const count = counter("de");

const NOT_BOUND = {
  open: "Diese Verlosung ist noch nicht festgeschrieben; ihre Liste kann noch geändert werden.",
  void: "Diese Verlosung wurde ungültig, bevor beide Zufallsdienste die Sperre bestätigt hatten.",
  waiting: "Noch haben nicht beide Zufallsdienste die Sperre bestätigt; bitte gleich noch einmal versuchen.",
};

/** Why something cannot be done, by the reason. */
export const refusals: RefusalWords = {
  already_drawn: "Diese Verlosung ist gezogen; ihr Ergebnis gilt.",
  already_locked: "Diese Verlosung ist festgeschrieben; an ihr kann nichts mehr geändert werden.",
  already_passed_over: "Dieser Eintrag wurde schon übergangen.",
  already_void: "Diese Verlosung ist ungültig; es braucht eine neue.",
  bad_address: "Das ist keine Adresse dieser Website; bitte noch einmal auf der Seite öffnen, die auf sie verweist.",
  busy: "Gerade werden andere lange Listen angenommen; bitte gleich noch einmal senden.",
  changed_meanwhile:
    "Die Verlosung wurde im selben Augenblick durch eine andere Anfrage geändert; bitte nachsehen und noch einmal versuchen.",
  closing: "Dieser Dienst wird gerade beendet; bitte gleich noch einmal versuchen.",
  database_unavailable: "Die Datenbank antwortet nicht; bitte gleich noch einmal versuchen.",
  draw_begun:
    "Die Ziehung hat begonnen, ihre Zahlen können also schon bekannt sein; abgebrochen werden kann sie nicht mehr. Sobald alle Dienste antworten, wird sie beendet.",
  duplicate_id: "Eine andere Verlosung dieser Anfrage hat denselben Namen; aus dieser wurde nichts.",
  duplicate_member: ({ name }) => `${name} steht zweimal in demselben Objekt; eines davon muss weg.`,
  from_elsewhere: "Dieses Formular kam von einer anderen Website; bitte hier öffnen und noch einmal abschicken.",
  idempotency_key_reused: "Dieser Idempotency-Key gehört zu einer anderen Anfrage; bitte einen neuen senden.",
  internal_error: "Bei uns ging etwas schief. Es ging nichts verloren; bitte noch einmal versuchen.",
  key_replaced:
    "Der Schlüssel dieser Verlosung wurde durch eine andere Anfrage ersetzt; bitte den neuen Link zum Verwalten verwenden.",
  list_erased: "Die Liste dieser Verlosung wurde gelöscht; was bleibt, steht im Protokoll der Verlosung.",
  list_not_saved:
    "Die Liste ist geändert, aber nicht gespeichert: bitte zuerst die Liste speichern, oder den Link zum Verwalten noch einmal öffnen, um sie zu sehen, wie sie war.",
  list_unclear: ({ sheets }) =>
    sheets === undefined
      ? "Etwas in der Liste ist nicht eindeutig."
      : `Die Datei hat mehrere Tabellenblätter: ${sheets}. Bitte eines angeben, etwa ?sheet=1.`,
  names_are_open: "Die Namen dieser Verlosung sind offen; es gibt nichts zu veröffentlichen.",
  names_not_kept:
    "Diese Website speichert die Namen dieser Verlosung nicht; Belege entstehen aus der Datei mit den Namen.",
  no_body: "Das Formular kam leer an; bitte ausfüllen und noch einmal senden.",
  no_list: "Diese Verlosung hat keine Liste; es gibt nichts zu löschen.",
  no_create_token:
    "Auf dieser Seite braucht es einen Zugangscode, um eine Verlosung anzulegen; der Betreiber vergibt ihn.",
  no_manage_key: "Der Schlüssel zum Verwalten der Verlosung fehlt.",
  no_place: "An dieser Stelle der Liste hat niemand einen Platz.",
  no_record_yet: "Diese Verlosung ist weder gezogen noch ungültig; sie hat noch kein Protokoll.",
  no_result_yet: "Diese Verlosung ist noch nicht gezogen; sie hat kein Ergebnis.",
  no_such_draw: ({ deleted }) =>
    deleted
      ? "Diese Verlosung wurde im selben Augenblick durch eine andere Anfrage gelöscht; es gibt sie nicht mehr."
      : "Es gibt keine Verlosung mit dieser Kennung; eine Kennung hat 32 Zeichen, 0-9 und a-f.",
  no_such_webhook: "Diese Verlosung hat keinen Webhook mit dieser Kennung.",
  no_winners: "Diese Regel zieht keine Gewinner, also kann niemand übergangen werden.",
  not_announced: "Diese Verlosung wartet auf keinen eigenen Zeitpunkt.",
  not_bound: ({ state }) => NOT_BOUND[state],
  not_drawn: "Diese Verlosung ist noch nicht gezogen; niemand hat darin einen Platz.",
  not_found: "Unter dieser Adresse gibt es nichts.",
  not_json: "Der Inhalt ist kein JSON.",
  not_locked: "Diese Verlosung ist noch nicht festgeschrieben; zuerst muss sie festgeschrieben werden.",
  not_over:
    "Diese Verlosung ist noch nicht zu Ende. Solange sie offen ist, lässt sie sich löschen; ihre Liste erst, wenn sie gezogen oder ungültig ist.",
  not_utf8: ({ what }) =>
    what === "form"
      ? "Das Formular ist nicht als UTF-8 mit %xx kodiert."
      : "Der Text ist kein gültiges UTF-8; bitte in dieser Kodierung speichern oder senden.",
  not_void: "Diese Verlosung ist nicht ungültig; neu angelegt wird nur eine, die ungültig ist.",
  positions_would_move:
    "Die Angaben zur Regel nennen Einträge nach ihrer Stelle in der Liste. Bitte diese Einträge dort lassen und neue dahinter anfügen, oder eine neue Verlosung anlegen.",
  seal_lost:
    "Ein Zufallsdienst hat seine Zahl für diese Verlosung verloren, sie kann nie gezogen werden; bitte neu anlegen.",
  service_unavailable: ({ service }) =>
    `Der Dienst ${service} antwortet gerade nicht, wie er soll; die Verlosung bleibt, wie sie ist. Bitte gleich noch einmal versuchen.`,
  service_unreachable: ({ service }) =>
    `Der Dienst ${service} antwortet gerade nicht. Abgebrochen werden kann eine Verlosung erst, wenn beide Zufallsdienste bestätigt haben, dass sie nichts geöffnet haben. Bitte gleich noch einmal versuchen.`,
  time_given:
    "Es ist ein Zeitpunkt angegeben: entweder die Verlosung für diesen Zeitpunkt festschreiben, oder das Feld leeren, um sofort zu ziehen.",
  time_has_passed:
    "Dieser Zeitpunkt ist schon vorbei; bitte einen späteren angeben, oder keinen, um von Hand zu ziehen.",
  time_skipped: ({ time, zone }) =>
    `${time} Uhr gibt es in ${zone} an diesem Tag nicht, denn da werden die Uhren vorgestellt; bitte eine andere Zeit wählen.`,
  time_twice: ({ time, zone }) =>
    `${time} Uhr kommt in ${zone} an diesem Tag zweimal, denn da werden die Uhren zurückgestellt; bitte eine Zeit vor oder nach dieser Stunde wählen.`,
  time_is_full: "Zu diesem Zeitpunkt stehen schon zu viele große Verlosungen an; bitte einen anderen angeben.",
  too_deep: ({ most }) => `Listen und Objekte dürfen höchstens ${most} Ebenen tief verschachtelt sein.`,
  too_early: "Diese Verlosung ist für später angekündigt; vor ihrer Zeit kann nicht gezogen werden.",
  too_large: ({ what, most }) => {
    if (what === "list of a batch") {
      return "Die Liste ist zu lang für mehrere Verlosungen in einer Anfrage; bitte einzeln anlegen.";
    }
    const bytes = count(most, { other: "Bytes" });
    const isBeside = what.endsWith("beside its list");
    return `${isBeside ? "Neben der Liste dürfen" : "Es dürfen"} höchstens ${bytes} gesendet werden.`;
  },
  too_many_draws: ({ burst, perSecond }) =>
    `Von einer Adresse dürfen höchstens ${burst} Verlosungen auf einmal kommen, danach ${perSecond} in der Sekunde; bitte in zehn Sekunden noch einmal senden.`,
  too_many_fields: ({ most }) => `Ein Formular darf höchstens ${most} Felder haben.`,
  too_many_large:
    "Gerade warten zu viele große Verlosungen auf ihre Ziehung; bitte in einer Minute noch einmal versuchen, oder die Verlosung für später festschreiben.",
  too_many_members: ({ most }) => `Ein Objekt darf höchstens ${most} Elemente haben.`,
  too_many_pictures: "Gerade werden zu viele Bilder gezeichnet; bitte gleich noch einmal versuchen.",
  too_many_values: ({ most }) =>
    `Es dürfen höchstens ${count(most, { other: "Namen und Werte" })} auf einmal gesendet werden.`,
  too_many_watch: "Gerade sehen zu viele zu; bitte gleich noch einmal versuchen.",
  too_many_webhooks: ({ most }) => `Eine Verlosung hat höchstens ${most} Webhooks; bitte zuerst einen löschen.`,
  too_slow: ({ least }) =>
    `Was gesendet wird, muss mit mindestens ${least} KiB in der Sekunde ankommen; bitte über eine schnellere Verbindung noch einmal senden.`,
  unknown_action: ({ action }) => `Mit einer Verlosung kann man nichts machen, was ${action} heißt.`,
  unknown_rule: ({ known }) => `Diese Methode gibt es nicht; bekannt sind: ${known}.`,
  unsupported_media_type: ({ what, type }) =>
    `Bitte ${what === "form" ? "das Formular" : "den Inhalt"} als ${type} senden.`,
  wrong_create_token: "Mit diesem Zugangscode lassen sich hier keine Verlosungen anlegen; bitte den Betreiber fragen.",
  wrong_manage_key: "Dieser Schlüssel öffnet diese Verlosung nicht.",
  webhooks_off: "Diese Website sendet keine Webhooks; stattdessen lassen sich die Ereignisse der Verlosung verfolgen.",
};
