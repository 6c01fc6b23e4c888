// Text for pictures: limited to the fonts' scripts, and cut to a width.
import { keysOf } from "@fairhat/protocol";

/** Scripts with a font. The first is always loaded; it has Latin, Greek and Cyrillic. */
export type Script = "latin" | "arabic" | "devanagari" | "hebrew" | "thai" | "japanese" | "korean" | "chinese";

const LETTERS: Record<Script, RegExp> = {
  latin: /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]/u,
  arabic: /\p{Script=Arabic}/u,
  devanagari: /\p{Script=Devanagari}/u,
  hebrew: /\p{Script=Hebrew}/u,
  thai: /\p{Script=Thai}/u,
  japanese: /[\p{Script=Hiragana}\p{Script=Katakana}]/u,
  korean: /\p{Script=Hangul}/u,
  chinese: /\p{Script=Han}/u,
};
const SCRIPTS = keysOf(LETTERS);

/** The scripts of a text, in font order: Han follows the style of the surrounding text. */
export function scriptsIn(text: string): Script[] {
  return SCRIPTS.filter((script) => script === "latin" || LETTERS[script].test(text));
}

// Controls (some are invalid in XML, others reverse text) and emoji, which our fonts lack.
const LEFT_OUT =
  /[\p{Cc}\p{Cs}\p{Co}\p{Cn}\u202a-\u202e\u2066-\u2069]|\ufe0f|\p{Extended_Pictographic}|\p{Regional_Indicator}/gu;

/** The text limited to supported characters; null if letters have no font, or nothing is left. */
export function drawable(text: string): string | null {
  const written = text.replace(LEFT_OUT, " ").replace(/\s+/g, " ").trim();
  const letters = written.match(/\p{L}/gu) ?? [];
  const known = letters.every(
    (letter) => SCRIPTS.some((script) => LETTERS[script].test(letter)) || /\p{Script=Common}/u.test(letter),
  );
  return known && /[\p{L}\p{N}]/u.test(written) ? written : null;
}

const NARROW = /[\s.,:;!'|()[\]ijlIft]|\p{M}/u;
const BROAD = /[MWmw@%\p{Lu}]/u;
const FULL = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff00-\uffef]/u;

// Widths in Noto Sans Bold, in em, rounded up.
function widthOf(grapheme: string): number {
  const [first = ""] = grapheme;
  if (FULL.test(first)) return 1;
  if (NARROW.test(first)) return 0.36;
  return /[MWmw@%]/.test(first) ? 1 : BROAD.test(first) ? 0.74 : 0.64;
}

const graphemes = new Intl.Segmenter(undefined, { granularity: "grapheme" });
const split = (text: string) => Array.from(graphemes.segment(text), ({ segment }) => segment);

/** The approximate width of a text in em. */
export function emOf(text: string): number {
  return split(text).reduce((sum, one) => sum + widthOf(one), 0);
}

/** The text cut to a width in em, with an ellipsis. */
export function cutTo(text: string, most: number): string {
  if (emOf(text) <= most) return text;
  let room = most - 1;
  const kept = split(text).filter((one) => {
    room -= widthOf(one);
    return room >= 0;
  });
  return `${kept.join("").trimEnd()}…`;
}

/** The text wrapped to a width in em, with the last line cut. Words are kept whole if they fit. */
export function linesOf(text: string, most: number, lines: number): string[] {
  const done: string[] = [];
  let rest = text;
  while (rest && done.length < lines - 1 && emOf(rest) > most) {
    const head = headOf(rest, most);
    done.push(head.trimEnd());
    rest = rest.slice(head.length).trimStart();
  }
  return rest ? [...done, cutTo(rest, most)] : done;
}

function headOf(text: string, most: number): string {
  let [head, room] = ["", most];
  for (const one of split(text)) {
    room -= widthOf(one);
    if (room < 0) break;
    head += one;
  }
  const space = head.lastIndexOf(" ");
  return space > head.length / 3 ? head.slice(0, space) : head;
}
