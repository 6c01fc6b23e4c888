// When two labels may be one person: forms in which they are compared, never forms that are drawn.
import unhomoglyph from "unhomoglyph";

/** Characters that show nothing and that nobody types. Joiners are not among them: they belong to words of many languages. */
export const INVISIBLE = /(?!\t|\n|\r|\u200c|\u200d|\ufe0e|\ufe0f)[\p{Cc}\p{Default_Ignorable_Code_Point}]/u;
const ALL_INVISIBLE = new RegExp(INVISIBLE.source, "gu");
const JOINERS = /\u200c|\u200d|\ufe0e|\ufe0f/gu;

export function withoutInvisible(text: string): string {
  return text.replace(ALL_INVISIBLE, "");
}

/** Equal for labels that differ in case, width, spaces, punctuation of a kind or what cannot be seen. */
export function fold(label: string): string {
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

/** Equal for labels that look alike, whatever letters they are of (Unicode Technical Standard 39, skeleton). */
export function skeleton(label: string): string {
  return unhomoglyph(fold(label)).toLowerCase();
}

const MAIL = /[^\s<>,;:"()]+@[^\s<>,;:"()]+\.[^\s<>,;:"().]+/u;
const PHONE = /(?:\+|\b0{1,2})\d[\d ()/.-]{6,}\d\b/;

/** The e-mail address in a text, in small letters; null without one. */
export function mailIn(text: string): string | null {
  return MAIL.exec(text)?.[0].toLowerCase() ?? null;
}

/** Whether a label holds an e-mail address or a telephone number. */
export function isPrivate(label: string): boolean {
  return MAIL.test(label) || PHONE.test(label);
}
