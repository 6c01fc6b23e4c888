// How well bytes read as text in an encoding. A list is short: frequencies of letters, by which chardet decides, say little of it.
import type { Encoding } from "./encodings.ts";

/** Lead and trail bytes of the characters that lists use: level 1 of each national standard, kana and punctuation. */
interface Common {
  lead: readonly (readonly [from: number, to: number])[];
  /** Bytes that are characters alone, and hardly ever meant so. */
  rareSingles?: readonly [from: number, to: number];
}

const COMMON: Partial<Record<Encoding, Common>> = {
  gb18030: {
    lead: [
      [0xa1, 0xa3],
      [0xb0, 0xd7],
    ],
  }, // GB 2312, level 1
  shift_jis: {
    lead: [
      [0x81, 0x83],
      [0x88, 0x97],
    ],
    rareSingles: [0xa1, 0xdf],
  }, // JIS X 0208, level 1
  "euc-jp": {
    lead: [
      [0xa1, 0xa5],
      [0xb0, 0xcf],
    ],
  },
  big5: {
    lead: [
      [0xa1, 0xa3],
      [0xa4, 0xc6],
    ],
  }, // level 1
  "euc-kr": {
    lead: [
      [0xa1, 0xa3],
      [0xb0, 0xc8],
    ],
  }, // Hangul of KS X 1001
};

/** Per non-ASCII character, what is unlikely in text of the encoding: 0 for what reads well; null where it is no such text. */
export function implausibility(bytes: Uint8Array, encoding: Encoding): number | null {
  const text = decodedOrNull(bytes, encoding);
  if (text === null || NO_TEXT.test(text)) return null;
  const foreign = text.match(/\P{ASCII}/gu)?.length ?? 0;
  if (foreign === 0) return 0;
  const common = COMMON[encoding];
  return (common ? rareCharacters(bytes, common) : oddities(text)) / foreign;
}

/** Characters of control, for private use, or not assigned. */
export const NO_TEXT = /(?![\t\n\v\f\r])\p{Cc}|[\ufffd\p{Co}\p{Cn}]/u;

function decodedOrNull(bytes: Uint8Array, encoding: Encoding): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function rareCharacters(bytes: Uint8Array, { lead, rareSingles }: Common): number {
  let rare = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte < 0x80) continue;
    if (rareSingles && byte >= rareSingles[0] && byte <= rareSingles[1]) {
      rare += HALF_WIDTH;
      continue;
    }
    if (!lead.some(([from, to]) => byte >= from && byte <= to)) rare += 1;
    at += 1;
  }
  return rare;
}

/** Half-width kana are seldom, but whole lists of old systems are written in them. */
const HALF_WIDTH = 0.4;

const WORD = /[^\s,;|"()<>]*\P{ASCII}[^\s,;|"()<>]*/gu;
/** Marks that stand at words, and are no letters. */
const AT_WORDS = /[\u2018\u2019\u201c\u201d\u201e\u201a\u2013\u2014\u2026\u00ab\u00bb\u00a0\u00b7\u00ba\u00aa]/gu;
const IN_WORD = /[\p{L}\p{M}][^\p{L}\p{M}\p{N}'.:@_-]|[^\p{L}\p{M}\p{N}\s'.:@_#*([-][\p{L}\p{M}]/gu;
const CASE_BREAK = /\p{Ll}\p{Lu}/gu;
const OF_LATIN = /\p{Script=Latin}/u;
const OF_OTHERS = /[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Hebrew}\p{Script=Arabic}]/u;
const CAPITAL_AFTER_START = /(?<=\p{L}\p{Lu})\p{Ll}|(?<=\p{Ll})\p{Lu}/gu;

function oddities(text: string): number {
  let odd = 0;
  for (const [whole] of text.matchAll(WORD)) {
    const word = whole.replace(AT_WORDS, "");
    odd += (word.match(IN_WORD)?.length ?? 0) + (word.match(CASE_BREAK)?.length ?? 0);
    odd += (word.match(CAPITAL_AFTER_START)?.length ?? 0) / 2;
    if (OF_LATIN.test(word) && OF_OTHERS.test(word)) odd += 2;
    if (OF_LATIN.test(word)) odd += crowd(word);
  }
  return odd;
}

/** Letters beyond what a Latin word has that are not of ASCII: none has three in a row. */
function crowd(word: string): number {
  const runs = word.match(/\P{ASCII}{3,}/gu) ?? [];
  const foreign = word.match(/\P{ASCII}/gu)?.length ?? 0;
  const isMost = foreign * 3 > [...word].length * 2;
  return runs.reduce((sum, run) => sum + run.length, 0) + (isMost && foreign > 1 ? foreign : 0);
}
