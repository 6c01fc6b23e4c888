// File encodings. Separate from their detection, which pages need not load.

/** The encodings that people can choose from. */
export const ENCODINGS = [
  "utf-8",
  "utf-16le",
  "utf-16be",
  "windows-1252",
  "windows-1250",
  "windows-1251",
  "windows-1253",
  "windows-1254",
  "windows-1255",
  "windows-1256",
  "windows-1257",
  "koi8-r",
  "ibm866",
  "macintosh",
  "gb18030",
  "shift_jis",
  "euc-jp",
  "iso-2022-jp",
  "big5",
  "euc-kr",
] as const;
export type Encoding = (typeof ENCODINGS)[number];
