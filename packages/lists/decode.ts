// Decodes a file: byte order marks, UTF-8, then chardet's most likely encoding.
import chardet from "chardet";
import type { Encoding } from "./encodings.ts";

export interface Decoded {
  text: string;
  /** A label of the Encoding Standard. */
  encoding: Encoding;
  /** False if the encoding was inferred from byte frequencies; the reader should then check the text. */
  certain: boolean;
}

const MARKS: [mark: number[], encoding: Encoding][] = [
  [[0xef, 0xbb, 0xbf], "utf-8"],
  [[0xff, 0xfe], "utf-16le"],
  [[0xfe, 0xff], "utf-16be"],
];

/** chardet's names and the browsers'. ISO 8859 text is in practice the Windows code page that extends it. */
const DETECTED: Record<string, Encoding> = {
  "ISO-8859-1": "windows-1252",
  "windows-1252": "windows-1252",
  "ISO-8859-2": "windows-1250",
  "windows-1250": "windows-1250",
  "ISO-8859-5": "windows-1251",
  "windows-1251": "windows-1251",
  "KOI8-R": "windows-1251",
  GB18030: "gb18030",
  Shift_JIS: "shift_jis",
  Big5: "big5",
  "EUC-KR": "euc-kr",
};
const MULTI_BYTE = new Set<Encoding>(["gb18030", "shift_jis", "big5", "euc-kr"]);
const LEAST_CONFIDENCE = 40; // per cent; below it a few accented letters pass for Chinese
const SAMPLE = 65_536; // bytes

/** Decodes with `chosen`, or with the detected encoding. */
export function decode(bytes: Uint8Array, chosen?: Encoding): Decoded {
  if (chosen) return { text: decodeAs(bytes, chosen), encoding: chosen, certain: true };
  const marked = MARKS.find(([mark]) => mark.every((byte, at) => bytes[at] === byte))?.[1] ?? unmarkedUtf16(bytes);
  if (marked) return { text: decodeAs(bytes, marked), encoding: marked, certain: true };
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes), encoding: "utf-8", certain: true };
  } catch {
    const encoding = detect(bytes.subarray(0, SAMPLE));
    return { text: decodeAs(bytes, encoding), encoding, certain: false };
  }
}

function decodeAs(bytes: Uint8Array, encoding: Encoding): string {
  return new TextDecoder(encoding).decode(bytes);
}

// European text in UTF-16 has a zero in every other byte, and no other text has any.
function unmarkedUtf16(bytes: Uint8Array): Encoding | undefined {
  const sample = bytes.subarray(0, SAMPLE);
  const zeros = [0, 0];
  for (const [at, byte] of sample.entries()) if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  if (odd > sample.length / 4 && even === 0) return "utf-16le";
  return even > sample.length / 4 && odd === 0 ? "utf-16be" : undefined;
}

function detect(sample: Uint8Array): Encoding {
  for (const { name, confidence } of chardet.analyse(sample)) {
    const encoding = DETECTED[name];
    if (encoding && (!MULTI_BYTE.has(encoding) || confidence >= LEAST_CONFIDENCE)) return encoding;
  }
  return "windows-1252";
}
