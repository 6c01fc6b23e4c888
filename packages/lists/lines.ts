// Text that comes in pieces, as lines. Memory does not grow with the text.

/** Characters of a line that are kept, and one more by which a longer line is known. */
export const LONGEST_LINE = 10_000;

/** What ends a line: Unicode, section 5.8. Word processors write a vertical tab for a line break within a paragraph. */
const LINE_END = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/;

/** The lines of a whole text; of a long line only its beginning. */
export function linesOf(text: string): string[] {
  const splitter = new LineSplitter();
  return [...splitter.add(text), ...splitter.end()];
}

/** Splits pieces of a text; the lines do not depend on where the pieces end. */
export class LineSplitter {
  #pending = ""; // a line without its end

  /** The lines that are complete. */
  add(text: string): string[] {
    const known = this.#pending + text;
    const whole = known.endsWith("\r") ? known.slice(0, -1) : known; // its line feed may come with the next piece
    const lines = whole.split(LINE_END);
    const pending = lines.pop() ?? "";
    const carried = pending.length > LONGEST_LINE ? pending.slice(0, LONGEST_LINE + 1) : pending;
    this.#pending = carried + known.slice(whole.length);
    return lines.map(bounded);
  }

  /** The rest. The end of the last line is no line. */
  end(): string[] {
    const lines = this.#pending.split(LINE_END);
    if (lines.at(-1) === "") lines.pop();
    return lines.map(bounded);
  }
}

function bounded(line: string): string {
  return line.length > LONGEST_LINE ? line.slice(0, LONGEST_LINE + 1) : line;
}
