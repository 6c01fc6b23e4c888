// Detects file formats by content: names and media types are unreliable.

export type Refused =
  | "html"
  | "xml"
  | "flat_ods"
  | "rtf"
  | "vcard"
  | "calendar"
  | "json"
  | "mail"
  | "old_exchange"
  | "pdf"
  | "image"
  | "old_excel"
  | "archive"
  | "binary";
export type Format = { kind: "text" } | { kind: "workbook" } | { kind: "refused"; format: Refused };

const SIGNATURES: [signature: string, format: Refused][] = [
  ["%PDF-", "pdf"],
  ["\x89PNG", "image"],
  ["\xff\xd8\xff", "image"],
  ["GIF8", "image"],
  ["RIFF", "image"], // WebP
  // A compound file is Excel before 2007, or any workbook with a password.
  ["\xd0\xcf\x11\xe0", "old_excel"],
  ["\x1f\x8b", "archive"],
  ["7z\xbc\xaf", "archive"],
  ["Rar!", "archive"],
  ["BZh", "archive"],
  ["\x28\xb5\x2f\xfd", "archive"],
  ["\xfd7zXZ", "archive"],
  ["PAR1", "binary"],
  ["SQLite", "binary"],
];
const ZIP = "PK\x03\x04";
/** Parts that come early in a workbook's archive. */
const WORKBOOK = /xl\/|\[Content_Types\]\.xml|opendocument\.spreadsheet/;
const OTHER_OFFICE = /word\/|ppt\/|opendocument\.(text|presentation)/;
const TEXTS: [pattern: RegExp, format: Refused][] = [
  [/^\{\\rtf/, "rtf"],
  [/^(\\documentclass|%!PS)/, "rtf"],
  [/^BEGIN:VCARD/i, "vcard"],
  [/^dn::? \S+=.*\n(\S+::? |\n)/, "vcard"],
  [
    /^(MIME-Version|Content-Type|From|Received|Return-Path|Message-ID): [^\n]*\n(\s[^\n]*\n|[\w-]+: [^\n]*\n)*[\w-]+: /i,
    "mail",
  ],
  [/^ID;P[A-Z]*/, "old_exchange"], // SYLK
  [/^TABLE\s*\n0,1\s*\n"/, "old_exchange"], // DIF
  [/^%PDF-/, "pdf"],
  [/^BEGIN:VCALENDAR/i, "calendar"],
  [/^(<\?xml[^>]*>\s*)?(<!--.*?-->\s*)*<office:document/s, "flat_ods"],
  [
    /^(<\?xml[^>]*>\s*)?(<!--[\s\S]*?-->\s*)*<(!doctype html|html|head|body|table|tr|td|meta|style|div|span|p|br|ul|ol|li|h[1-6]|a|b|i|strong|em|font)(\s[^<>]*)?\/?>/i,
    "html",
  ],
  [/^<\?xml/i, "xml"],
  [/^<svg/i, "image"],
  [/^[[{]\s*["{[]/, "json"],
];
const SAMPLE = 4_096; // bytes

/** Bytes searched at an archive's start, with the first part's name, and at its end, with the directory. */
const NAMES = 65_536;

/** The format of a file. */
export function formatOf(bytes: Uint8Array): Format {
  const start = latin1(bytes.subarray(0, SAMPLE));
  if (start.startsWith(ZIP)) return zipped(latin1(bytes.subarray(0, NAMES)) + latin1(bytes.subarray(-NAMES)));
  const binary = SIGNATURES.find(([signature]) => start.startsWith(signature));
  return binary ? { kind: "refused", format: binary[1] } : { kind: "text" };
}

function zipped(archive: string): Format {
  if (!OTHER_OFFICE.test(archive) && WORKBOOK.test(archive)) return { kind: "workbook" };
  return { kind: "refused", format: "archive" };
}

/** The format of a text that is not a list, or null. */
export function refusedText(text: string): Refused | null {
  const start = text.slice(0, SAMPLE).trimStart();
  if (start.includes("\0")) return "binary";
  return TEXTS.find(([pattern]) => pattern.test(start))?.[1] ?? null;
}

// TextDecoder's "latin1" is windows-1252, in which 0x89 is a per mille sign.
function latin1(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
}
