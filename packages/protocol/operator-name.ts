// Operator names that a service refuses because they look like another (Unicode Technical Standard 39). Outside the
// protocol's index, because it needs a table of 100 KB that browsers need not load.
import unhomoglyph from "unhomoglyph";

/** Why a name is refused: it has invisible characters, or looks like another name. */
export type OperatorFault = "invisible" | "confusable";

const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\p{Cc}\p{Cf}\u2800]|(?! )\p{White_Space}|^ | $| {2}/u;
const NOT_IN_WORDS = /[^\p{L}\p{M}\p{N}]/gu;
const ASCII = /^[\x21-\x7e]*$/;

// UTS 39 section 5.2, "highly restrictive": one script, or Latin with those of Japanese, Chinese and Korean.
const SCRIPTS = [
  ...["Latin", "Greek", "Cyrillic", "Armenian", "Georgian", "Hebrew", "Arabic", "Thaana", "Ethiopic"],
  ...["Devanagari", "Bengali", "Gurmukhi", "Gujarati", "Oriya", "Tamil", "Telugu", "Kannada", "Malayalam", "Sinhala"],
  ...["Thai", "Lao", "Tibetan", "Myanmar", "Khmer"],
].map((script) => [script]);
const MIXTURES = [
  ["Latin", "Han", "Hiragana", "Katakana"],
  ["Latin", "Han", "Bopomofo"],
  ["Latin", "Han", "Hangul"],
];
const WRITTEN_TOGETHER = [...SCRIPTS, ...MIXTURES].map((scripts) => {
  const own = scripts.map((script) => `\\p{Script_Extensions=${script}}`).join("");
  return new RegExp(`^[${own}\\p{Script=Common}\\p{Script=Inherited}]*$`, "u");
});

// Letters of Latin alphabets that the table calls confusable with ASCII, but that readers can distinguish or read the
// same.
const LATIN_LETTERS = /[ıŒœÆæ]/g;

/** What is wrong with an operator's name, or null; the empty name is valid and names nobody. */
export function operatorFault(name: string): OperatorFault | null {
  if (INVISIBLE.test(name)) return "invisible";
  const letters = name.normalize("NFKC").replace(NOT_IN_WORDS, "");
  const written = WRITTEN_TOGETHER.some((script) => script.test(letters));
  return written && !readsAsAscii(letters.replace(LATIN_LETTERS, "")) ? null : "confusable";
}

// Whole-script confusables: only Cyrillic letters that all look like Latin ones.
function readsAsAscii(letters: string): boolean {
  return !ASCII.test(letters) && ASCII.test(unhomoglyph(letters));
}
