// The text of a list as a form sends it. A long one stays in pieces; in the form, and in pages, a mark stands in its place.

/** A text that is too long to be handled at once. */
export class LongText {
  /** UTF-8 */
  readonly pieces: Uint8Array[];
  /** Stands for the text; nobody can have typed it. */
  readonly mark = crypto.randomUUID();

  constructor(pieces: Uint8Array[]) {
    this.pieces = pieces;
  }
}

/** A form whose field of a name is a long text. */
export class LongForm extends URLSearchParams {
  readonly text: LongText;

  constructor(fields: [string, string][], name: string, text: LongText) {
    super(fields);
    this.set(name, text.mark);
    this.text = text;
  }
}

/** The text in a field of a form; null where there is no such field. */
export function textIn(form: URLSearchParams, name: string): string | LongText | null {
  const text = form.get(name);
  return form instanceof LongForm && text === form.text.mark ? form.text : text;
}

const PIECE = 2 ** 16; // bytes that are made HTML at once

/** A page in pieces, with the text in the place of its mark; `escaped` makes HTML of text. */
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
