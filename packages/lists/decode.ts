// From the bytes of a file to its text: byte order marks, UTF-8, then the encoding in which the bytes read best.
import chardet from "chardet";
import type { Encoding } from "./encodings.ts";
import { implausibility, NO_TEXT } from "./plausible.ts";

export interface Decoded {
  text: string;
  /** A label of the Encoding Standard. */
  encoding: Encoding;
  /** False where the encoding was inferred; the reader should then look at the text. */
  certain: boolean;
}

const MARKS: [mark: number[], encoding: Encoding][] = [
  [[0xef, 0xbb, 0xbf], "utf-8"],
  [[0xff, 0xfe], "utf-16le"],
  [[0xfe, 0xff], "utf-16be"],
];

/** chardet's names and the browsers'. ISO 8859 text is in practice the Windows code page that extends it. */
const NAMED: Record<string, Encoding> = {
  "ISO-8859-1": "windows-1252",
  "ISO-8859-2": "windows-1250",
  "ISO-8859-5": "windows-1251",
  "ISO-8859-6": "windows-1256",
  "ISO-8859-7": "windows-1253",
  "ISO-8859-8": "windows-1255",
  "ISO-8859-9": "windows-1254",
};
/** Those that bytes may be in, the most usual first. */
const CANDIDATES: readonly Encoding[] = [
  "windows-1252",
  "windows-1250",
  "windows-1251",
  "euc-kr", // before GB 18030, whose usual characters have the same bytes and more
  "gb18030",
  "shift_jis",
  "big5",
  "euc-jp",
  "windows-1254",
  "windows-1253",
  "windows-1255",
  "windows-1256",
  "windows-1257",
  "koi8-r",
  "ibm866",
  "macintosh",
];
const SAMPLE = 65_536; // bytes
/** Broken sequences, in each hundred characters beyond ASCII, up to which a text is taken for broken UTF-8. */
const MOST_BROKEN = 34;

/** Decodes with `chosen`, or with the detected encoding. */
export function decode(bytes: Uint8Array, chosen?: Encoding): Decoded {
  if (chosen) return { text: decodeAs(bytes, chosen), encoding: chosen, certain: true };
  const marked = MARKS.find(([mark]) => mark.every((byte, at) => bytes[at] === byte))?.[1];
  if (marked) return { text: decodeAs(bytes, marked), encoding: marked, certain: true };
  const inferred = inferredEncoding(bytes);
  if (inferred) return { text: decodeAs(bytes, inferred), encoding: inferred, certain: false };
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes), encoding: "utf-8", certain: true };
  } catch {
    const encoding = detect(bytes);
    return { text: decodeAs(bytes, encoding), encoding, certain: false };
  }
}

function decodeAs(bytes: Uint8Array, encoding: Encoding): string {
  return new TextDecoder(encoding).decode(bytes);
}

/** An encoding whose bytes may pass for UTF-8. */
function inferredEncoding(bytes: Uint8Array): Encoding | undefined {
  const sample = bytes.subarray(0, SAMPLE);
  if (sample.includes(0)) return bytes.length % 2 === 0 ? unmarkedUtf16(sample) : undefined;
  return isIso2022(sample) ? "iso-2022-jp" : undefined;
}

/** RFC 1468: an escape sequence before characters of two bytes. */
function isIso2022(sample: Uint8Array): boolean {
  const at = sample.indexOf(0x1b);
  return at >= 0 && sample[at + 1] === 0x24 && (sample[at + 2] === 0x40 || sample[at + 2] === 0x42);
}

// Text in other encodings has no zeros. In the wrong order of bytes, ends of lines and spaces are letters of Gurmukhi and others.
function unmarkedUtf16(sample: Uint8Array): Encoding | undefined {
  const orders = ["utf-16le", "utf-16be"] as const;
  const [best] = orders
    .map((encoding) => ({ encoding, text: decodeAs(sample, encoding) }))
    .filter(({ text }) => !NO_TEXT.test(text))
    .map(({ encoding, text }) => ({ encoding, plain: text.match(PLAIN)?.length ?? 0 }))
    .filter(({ plain }) => plain * LEAST_PLAIN >= sample.length / 2)
    .sort((one, other) => other.plain - one.plain);
  return best?.encoding;
}

/** One in so many characters. */
const LEAST_PLAIN = 10;
/** What lists in every script have. */
const PLAIN = /[\n\r\t ,;0-9A-Za-z]/g;

function detect(bytes: Uint8Array): Encoding {
  const sample = wholeLines(bytes);
  if (isBrokenUtf8(sample)) return "utf-8";
  const sure = chardet.analyse(sample).filter(({ confidence }) => confidence >= LEAST_CONFIDENCE);
  const likely = sure.map(({ name }) => NAMED[name] ?? name.toLowerCase());
  const rank = (encoding: Encoding) => (likely.includes(encoding) ? likely.indexOf(encoding) : likely.length);
  const read = CANDIDATES.flatMap((encoding) => {
    const odd = implausibility(sample, encoding);
    return odd === null ? [] : [{ encoding, odd }];
  });
  const least = Math.min(...read.map(({ odd }) => odd));
  const best = read.filter(({ odd }) => odd - least < CLOSE).sort((a, b) => rank(a.encoding) - rank(b.encoding));
  return best[0]?.encoding ?? "windows-1252";
}

const LEAST_CONFIDENCE = 20; // per cent

/** Differences in implausibility that decide nothing. */
const CLOSE = 0.05;

function wholeLines(bytes: Uint8Array): Uint8Array {
  if (bytes.length <= SAMPLE) return bytes;
  return bytes.subarray(0, bytes.lastIndexOf(0x0a, SAMPLE) + 1 || SAMPLE);
}

function isBrokenUtf8(sample: Uint8Array): boolean {
  const text = decodeAs(sample, "utf-8");
  const foreign = text.match(/\P{ASCII}/gu)?.length ?? 0;
  const broken = text.match(/\ufffd/gu)?.length ?? 0;
  return broken * 100 <= foreign * MOST_BROKEN;
}
