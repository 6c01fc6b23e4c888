// A list's text from a form. A long one stays in pieces; form fields and pages contain a mark instead.

/** A text that is too long to process at once. */
export class LongText {
  /** UTF-8 */
  readonly pieces: Uint8Array[];
  /** Placeholder for the text; random, so nobody can have typed it. */
  readonly mark = crypto.randomUUID();

  constructor(pieces: Uint8Array[]) {
    this.pieces = pieces;
  }
}

/** A form with a long text in one field. */
export class LongForm extends URLSearchParams {
  readonly text: LongText;

  constructor(fields: [string, string][], name: string, text: LongText) {
    super(fields);
    this.set(name, text.mark);
    this.text = text;
  }
}

/** The text of a form's field; null if there is none. */
export function textIn(form: URLSearchParams, name: string): string | LongText | null {
  const text = form.get(name);
  return form instanceof LongForm && text === form.text.mark ? form.text : text;
}

const PIECE = 2 ** 16; // bytes escaped at once

/** A page in pieces, with the text in place of its mark; `escaped` turns text into HTML. */
export function* withText(
  page: string,
  { mark, pieces }: LongText,
  escaped: (text: string) => string,
): Generator<string> {
  const [first = "", ...others] = page.split(mark);
  yield first;
  for (const other of others) {
    const utf8 = new TextDecoder("utf-8", { ignoreBOM: true });
    for (const piece of pieces.flatMap(inShortPieces)) yield escaped(utf8.decode(piece, { stream: true }));
    yield other;
  }
}

function inShortPieces(bytes: Uint8Array): Uint8Array[] {
  return Array.from({ length: Math.ceil(bytes.length / PIECE) }, (_, at) =>
    bytes.subarray(at * PIECE, (at + 1) * PIECE),
  );
}
