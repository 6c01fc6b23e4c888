// Splits streamed text into lines, in constant memory.

/** Characters kept per line, plus one to recognise longer lines. */
export const LONGEST_LINE = 10_000;

/** Line ends: Unicode, section 5.8. Word processors write a vertical tab for a line break within a paragraph. */
const LINE_END = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/;

/** The lines of a whole text; of a long line only its start. */
export function linesOf(text: string): string[] {
  const splitter = new LineSplitter();
  return [...splitter.add(text), ...splitter.end()];
}

/** Splits a text that arrives in pieces; the result does not depend on the pieces. */
export class LineSplitter {
  #pending = ""; // an unfinished line

  /** The complete lines. */
  add(text: string): string[] {
    const known = this.#pending + text;
    const whole = known.endsWith("\r") ? known.slice(0, -1) : known; // the line feed may be in the next piece
    const lines = whole.split(LINE_END);
    const pending = lines.pop() ?? "";
    const carried = pending.length > LONGEST_LINE ? pending.slice(0, LONGEST_LINE + 1) : pending;
    this.#pending = carried + known.slice(whole.length);
    return lines.map(bounded);
  }

  /** The rest. Nothing follows the last line end. */
  end(): string[] {
    const lines = this.#pending.split(LINE_END);
    if (lines.at(-1) === "") lines.pop();
    return lines.map(bounded);
  }
}

function bounded(line: string): string {
  return line.length > LONGEST_LINE ? line.slice(0, LONGEST_LINE + 1) : line;
}
