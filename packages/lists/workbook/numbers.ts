// Numbers of a sheet as text. Dates and times become ISO 8601, regardless of the file's locale.

/** How a number is shown. */
export type NumberKind = "plain" | "date" | "time" | "per_cent" | { digits: number };

/** Formats that every program knows by number (ECMA-376 part 1, section 18.8.30), including East Asian dates. */
export function builtInKind(id: number): NumberKind {
  if ((id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 31) || id === 36 || (id >= 50 && id <= 58))
    return "date";
  if ((id >= 18 && id <= 21) || (id >= 32 && id <= 35) || (id >= 45 && id <= 47)) return "time";
  return id === 9 || id === 10 ? "per_cent" : "plain";
}

/** What a format code makes of a number: `dd/mm/yyyy` a date, `00000` digits with leading zeros. */
export function kindOfFormat(code: string): NumberKind {
  const [positive = ""] = code.replace(/"[^"]*"|\\.|_.|\*.|\[\$[^\]]*\]/g, "").split(";");
  if (/\[(h+|m+|s+)\]/i.test(positive)) return "time";
  const letters = positive.replace(/\[[^\]]*\]/g, "");
  if (/general/i.test(letters)) return "plain";
  if (/[yd年月日]/i.test(letters)) return "date";
  if (/[hs]/i.test(letters)) return "time";
  if (/^m+$/i.test(letters)) return "date";
  if (letters.includes("%")) return "per_cent";
  return /^0{2,}$/.test(letters) ? { digits: letters.length } : "plain";
}

const DAY = 86_400_000; // milliseconds
const EPOCHS = { from1900: Date.UTC(1899, 11, 30), from1904: Date.UTC(1904, 0, 1) };
const LAST_DAY = 2_958_466; // the first of the year 10000

/** A number as a cell shows it; anything else is unchanged. */
export function shownNumber(raw: string, kind: NumberKind, from1904: boolean): string {
  const value = Number(raw);
  if (raw.trim() === "" || !Number.isFinite(value)) return raw;
  if (kind === "per_cent") return `${plain(value * 100)}%`;
  if (typeof kind === "object")
    return Number.isInteger(value) && value >= 0 ? String(value).padStart(kind.digits, "0") : plain(value);
  const isTime = kind === "date" || kind === "time";
  return isTime && value >= 0 && value < LAST_DAY ? shownTime(value, kind, from1904) : plain(value);
}

// 0.1 + 0.2 is kept with 15 digits, as spreadsheets show it.
function plain(value: number): string {
  return String(Number.isSafeInteger(value) ? value : Number(value.toPrecision(15)));
}

function shownTime(serial: number, kind: "date" | "time", from1904: boolean): string {
  if (kind === "time" && serial >= 1) return hours(serial);
  // Lotus 1-2-3 had a 29 February 1900, and Excel kept it: days before are one off.
  const days = from1904 || serial >= 60 ? serial : serial + 1;
  const epoch = from1904 ? EPOCHS.from1904 : EPOCHS.from1900;
  const iso = new Date(epoch + Math.round((days * DAY) / 1_000) * 1_000).toISOString();
  const [date = "", time = ""] = iso.slice(0, 19).split("T");
  if (kind === "time") return time;
  return time === "00:00:00" ? date : `${date} ${time}`;
}

function hours(days: number): string {
  const seconds = Math.round(days * 86_400);
  const two = (number: number) => String(number).padStart(2, "0");
  return `${two(Math.floor(seconds / 3_600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}
