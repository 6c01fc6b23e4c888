// Numbers and bullets at the beginning of lines: those of a numbered list, and those that may be.

/** `marked`: a number with a mark behind it, or a bullet. `counted`: a bare number, which only a series shows to be numbering. */
export type NumberingStyle = "marked" | "counted";

const LONGEST = 60; // characters
const MARKED = [
  /^\s*[#№(]?\p{Nd}{1,7}[.)、．）](?:\s+|(?=[^\p{Nd}\s]))(?=\S)/u, // 1. Ada, 1)Ada, (1) Ada
  /^\s*(?:[\u2460-\u2473\u2474-\u2487\u24f5-\u24fe\u2776-\u2793]|\p{Nd}{1,2}\ufe0f?\u20e3)\s*(?=\S)/u, // ① Ada
  /^\s*(?:[-*•‣◦–—·▪▫■□●○►▶➢✓✔☐☑]\s*(?:\[[ x]?\]\s*)?|\[[ x]?\]\s*)(?=[^\p{Nd}\s])/iu, // - Ada, - [x] Ada
];
/** `1 Ada`, `#1 Ada`, `1 - Ada`, `1: Ada`, `1, Ada`, `a) Ada`. */
const COUNTED = /^\s*(?:[#№]?(\p{Nd}{1,7})(?:\s*[-–—:,;\t|]\s*|\s+)|([a-z])[.)]\s+)(?=[^\p{Nd}\s])/iu;

const PLAIN_WORD = /^[A-Za-z][^.)]/;

/** The style in which a line is numbered, and its number; null for a line that begins otherwise. */
export function numberingOf(line: string): { style: NumberingStyle; number: number | null } | null {
  if (PLAIN_WORD.test(line)) return null;
  const start = line.slice(0, LONGEST);
  if (MARKED.some((pattern) => pattern.test(start))) return { style: "marked", number: null };
  const [, digits, letter] = COUNTED.exec(start) ?? [];
  if (digits !== undefined) return { style: "counted", number: Number(digits.normalize("NFKC")) };
  return letter === undefined ? null : { style: "counted", number: letter.toLowerCase().codePointAt(0) ?? 0 };
}

/** The line without its numbering. */
export function withoutNumbering(line: string, style: NumberingStyle): string {
  const start = line.slice(0, LONGEST);
  const patterns = style === "marked" ? MARKED : [COUNTED];
  const match = patterns.map((pattern) => pattern.exec(start)).find((found) => found !== null);
  return match ? line.slice(match[0].length) : line;
}

/** Whether numbers count up by one, from any first. */
export class Series {
  #count = 0;
  #before: number | null = null;
  #isBroken = false;

  add(number: number): void {
    this.#isBroken ||= this.#before !== null && number !== this.#before + 1;
    this.#before = number;
    this.#count += 1;
  }

  isOne(): boolean {
    return !this.#isBroken && this.#count > 1;
  }
}
