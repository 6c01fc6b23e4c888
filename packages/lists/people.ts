// Normal forms for comparing labels, never for drawing them.
import confusables from "unhomoglyph/data.json" with { type: "json" };

/** Invisible characters that nobody types. Joiners are excluded, because words of many languages need them. */
const INVISIBLE = /(?!\t|\n|\r|\u200c|\u200d|\ufe0e|\ufe0f)[\p{Cc}\p{Default_Ignorable_Code_Point}]/u;
const NOT_ASCII = /[^ -~]/;

export function hasInvisible(text: string): boolean {
  return NOT_ASCII.test(text) && INVISIBLE.test(text);
}

const ALL_INVISIBLE = new RegExp(INVISIBLE.source, "gu");
const JOINERS = /\u200c|\u200d|\ufe0e|\ufe0f/gu;

export function withoutInvisible(text: string): string {
  return text.replace(ALL_INVISIBLE, "");
}

/** Letters, digits and single spaces, which need only case folding. */
const PLAIN = /^[A-Za-z0-9.,]+(?: [A-Za-z0-9.,]+)*$/;

/** Equal for labels that differ only in case, width, spaces, similar punctuation or invisible characters. */
export function fold(label: string): string {
  if (PLAIN.test(label)) return label.toLowerCase();
  return withoutInvisible(label)
    .replace(JOINERS, "")
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\u2018\u2019\u02bc\u00b4`]/g, "'")
    .replace(/[\u2010-\u2015\u2212]/g, "-")
    .replace(/^@/, "")
    .replace(/\s+/g, " ")
    .trim();
}

// The library's function tries its 6,000 alternatives at every character: seconds for a long list.
const PROTOTYPES = new Map<string, string>(Object.entries(confusables));

/** Equal for folded labels that look alike in any script (Unicode Technical Standard 39, skeleton). */
export function skeleton(folded: string): string {
  if (!NOT_ASCII.test(folded)) return folded.replace(ASCII_WITH_PROTOTYPES, prototypeOf);
  let skeleton = "";
  for (const character of folded) skeleton += PROTOTYPES.get(character) ?? character;
  return skeleton.toLowerCase();
}

const prototypeOf = (character: string) => PROTOTYPES.get(character)?.toLowerCase() ?? character;
const ASCII_WITH_PROTOTYPES = new RegExp(
  `[${[...PROTOTYPES.keys()]
    .filter((one) => !NOT_ASCII.test(one))
    .map((one) => `\\x${one.charCodeAt(0).toString(16)}`)
    .join("")}]`,
  "g",
);

const DIGRAPHS: Record<string, string> = {
  ä: "ae",
  ö: "oe",
  ü: "ue",
  ß: "ss",
  æ: "ae",
  ø: "oe",
  å: "aa",
  œ: "oe",
  ł: "l",
};

/** Equal for folded labels of the same words in another order, with or without accents. */
export function sortedWords(folded: string): string {
  const words = NOT_ASCII.test(folded)
    ? folded
        .replace(/[äöüßæøåœł]/g, (letter) => DIGRAPHS[letter] ?? letter)
        .normalize("NFD")
        .replace(/\p{M}+/gu, "")
    : folded;
  if (!/[ ,]/.test(words)) return words;
  return words.split(/[ ,]+/).sort().join(" ");
}

const MAIL = /[^\s<>,;:"()]+@[^\s<>,;:"()]+\.[^\s<>,;:"().]+/u;
const PHONE = /(?:\+|\b0{1,2})\d[\d ()/.-]{6,}\d\b/;

/** The e-mail address in a text, in lower case; null without one. */
export function mailIn(text: string): string | null {
  if (!text.includes("@")) return null;
  return MAIL.exec(text)?.[0].toLowerCase() ?? null;
}

const DOTLESS = new Set(["gmail.com", "googlemail.com"]);

/** Equal for addresses in small letters by which mail reaches one mailbox: without what follows a plus sign, at Gmail without dots. */
export function mailbox(mail: string): string {
  const [name = "", host = ""] = mail.split("@");
  const user = name.replace(/(?<=.)\+.*$/, "");
  return DOTLESS.has(host) ? `${user.replaceAll(".", "")}@gmail.com` : `${user}@${host}`;
}

/** Whether a label contains an e-mail address or a telephone number. */
export function isPrivate(label: string): boolean {
  return mailIn(label) !== null || PHONE.test(label);
}
