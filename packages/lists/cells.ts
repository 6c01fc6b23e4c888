// The kinds of cells, and whether they look like column headings.

export type CellKind = "empty" | "number" | "date" | "mail" | "address" | "text";

/** Rough classification of a cell. */
export function kindOf(cell: string): CellKind {
  const text = cell.trim().slice(0, LONGEST_KIND);
  if (text === "") return "empty";
  if (/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text)) return "mail";
  if (/^https?:\/\//i.test(text)) return "address";
  if (/^\d{1,4}[-./]\d{1,2}[-./]\d{1,4}([ T,].*)?$/.test(text) || /^\d{1,2}:\d\d(:\d\d)?( ?[ap]m)?$/i.test(text))
    return "date";
  return NUMBER.test(text) ? "number" : "text";
}

const LONGEST_KIND = 200; // characters that decide
const NUMBER = /^[-+\u2212]?#?\p{Nd}[\p{Nd}.,'\u2019\s\u00a0\u202f%]*$/u;

const NAME =
  /\b(names?|nick|user|players?|participants?|members?|holders?|buyers?|attendees?|persons?|people|students?|teams?)\b|name\b|teilnehmer|mitglied|käufer|inhaber|spieler|schüler|\bnoms?\b|participante?s?|membre|joueu(?:r|se)s?\b|(?<!\p{L})élèves?\b|inscrit(?:e?s)?\b|jugador|alumn[oa]s?\b|asistentes?\b|nombre(?! de)\b|nome\b|imi[eę]|nazwisko|jméno|姓名|名前|氏名|이름|성명|\bnaam\b|\bnamn\b|\bnavn\b|\bnimi\b|\bnév\b|deelnemer|deltagare|deltager|osallistuja|uczestnik|účastník|résztvevő|katılımcı|(?<!\p{L})(?:имя|фамилия|фио|участник|ім['’]я|учасник|όνομα|ονοματεπώνυμο|שם|الاسم|اسم|ชื่อ)(?!\p{L})/iu;
const FIRST_NAME =
  /\b(first|given|fore)[ _-]?names?\b|vorname|prénom|nombre\b|\bnome\b|^(?:first|imi[eę]|jméno|имя|ad[ıi]?|voornaam|förnamn|fornavn|etunimi|keresztnév|名)$/iu;
const LAST_NAME =
  /\b(last|family|sur)[ _-]?names?\b|nachname|familienname|nom de famille|apellidos?|cognome|^(?:last|nazwisko|příjmení|фамилия|soyad[ıi]?|achternaam|efternamn|etternavn|efternavn|sukunimi|vezetéknév|姓)$/iu;
const TICKETS =
  /\btickets?\b|\bqty\b|quantit|how many|\bweight|\bchances?\b|\bshares?\b|\bentries\b|\blose?\b|anzahl|anteile|billets?\b|cantidad|boletos?\b|papeletas?\b|biglietti|\bcount\b|票数|数量|數量|奖券|枚数|口数|수량|매수|\bloten\b|\baantal\b|\bantal\b|\blotter\b|\blodder\b|\blos(?:y|ów)\b|\bliczba\b|\bpočet\b|\bilość\b|bilet|adet|(?<!\p{L})(?:билет\p{L}*|квитк\p{L}*|кол-во|количество|штук\p{L}*|λαχνο\p{L}*|εισιτήρια|כרטיסים|تذاكر|تذكرة|عدد|จำนวน)(?!\p{L})|\bstückzahl\b/iu;
const NO_TICKETS = /\b(no|number|nr|type|id)\b|nummer|numéro/iu;
const MAIL = /e-?mail|courriel|correo|\bmail\b/iu;
const OTHER =
  /^(#|no\.?|nr\.?|id|date|time|timestamp|phone|address|datum|telefon|comment|remark|entr(y|ies)|eintr[aä]ge?)\b/iu;
const HOUSEHOLD =
  /\b(household|family|families|address|street)\b|haushalt|familie|anschrift|adresse|foyer|famille|hogar|familia|famiglia|domicil/iu;
const STAY_OUT =
  /exclu|\bwon\b|winners?\b|cancel|\bout\b|disqualif|blocked|ausgeschlossen|ausschlie|gewonnen|gewinner|gesperrt|storn|abgesagt|gagn(?:é|ant)|annulée?s?$|excluid|anulad|ganador|esclus|wykluczon|исключ/iu;
const HEADINGS = [NAME, FIRST_NAME, LAST_NAME, TICKETS, MAIL, OTHER];
const LONGEST_HEADING = 40; // characters

export const isNameHeading = (cell: string): boolean => NAME.test(cell);
export const isFirstNameHeading = (cell: string): boolean => FIRST_NAME.test(cell);
export const isLastNameHeading = (cell: string): boolean => LAST_NAME.test(cell);

export const isStayOutHeading = (cell: string): boolean => STAY_OUT.test(cell);

/** An e-mail address is no household. */
export const isHouseholdHeading = (cell: string): boolean => HOUSEHOLD.test(cell) && !MAIL.test(cell);

export function isTicketsHeading(cell: string): boolean {
  return TICKETS.test(cell) && !NO_TICKETS.test(cell);
}

/** Whether a cell looks like a column heading. "Player 1" is a player. */
export function isHeadingWord(cell: string): boolean {
  const text = cell.trim();
  if (text === "" || text.length > LONGEST_HEADING || /\p{Nd}/u.test(text)) return false;
  return HEADINGS.some((pattern) => pattern.test(text));
}

/** Whether the first row differs in kind from every other row in some column. */
function differsInKind(rows: string[][]): boolean {
  const [first = [], ...rest] = rows;
  return first.some((cell, column) => {
    const kinds = new Set(rest.map((row) => kindOf(row[column] ?? "")).filter((kind) => kind !== "empty"));
    return kinds.size > 0 && kindOf(cell) === "text" && !kinds.has("text");
  });
}

/** Whether a cell is drawn rather than written: `-----`, `:---:`, `====`. */
export function isRuling(cell: string): boolean {
  return /^[:+|\s]*[-=_–—*~]{2,}[-=_–—*~:+|\s]*$/u.test(cell);
}

/** Index of the row that names the columns, or null. */
export function headingOf(rows: string[][]): number | null {
  const width = usualWidth(rows);
  const first = rows.findIndex((cells) => filled(cells) >= Math.min(2, width));
  if (first < 0) return null;
  const table = rows.slice(first);
  if (table.length > 2 && differsInKind(table)) return first;
  return table.length > 1 && isHeadingRow(table[0] ?? []) ? first : null;
}

/** Whether all cells that have something in them read like headings, or one of several is nothing else. */
export function isHeadingRow(cells: string[]): boolean {
  const named = cells.map((cell) => cell.trim()).filter((cell) => cell !== "");
  if (named.every(isHeadingWord)) return true;
  return named.length > 1 && named.every(mayBeHeading) && named.some((cell) => EXACT.test(cell));
}

function mayBeHeading(cell: string): boolean {
  return cell.length <= LONGEST_HEADING && !/\p{Nd}|@/u.test(cell);
}

/** Words that name a column, and nobody. */
const EXACT =
  /^(?:(?:full|first|last|user|nick)?[ -]?names?|(?:vor|nach|familien)?name|teilnehmer(?:in|innen|name)?|participants?|tickets?|lose|e-?mail(?: address)?|email|nom(?: complet)?|prénom|nombre|nome|naam|namn|navn|nimi|imi[eę]|nazwisko|jméno|příjmení|имя|фамилия|фио|участник|билеты|ad soyad|soyad[ıi]?|姓名|名前|氏名|이름|όνομα|שם|الاسم|ชื่อ)$/iu;

function usualWidth(rows: string[][]): number {
  const widths = rows.map(filled).sort((a, b) => a - b);
  return widths[widths.length >> 1] ?? 1;
}

function filled(cells: string[]): number {
  return cells.filter((cell) => cell !== "").length;
}
