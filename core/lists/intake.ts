// Reads bodies that may contain a list: short ones directly, long ones in a worker while they are received.
import type { Reading, Shape } from "@fairhat/protocol";
import { type Asked, type Intake, parseForm, read, refusal } from "@fairhat/runtime";
import { type NewList, newList } from "../draws/entries.ts";
import { composed } from "../draws/requests.ts";
import { LongForm, LongText } from "./long-text.ts";
import { type Kind, type ReadBody, readerOf } from "./readers.ts";
import { type ReadThrough, RemoteReader } from "./remote.ts";

/** Maximum bytes of a body with a list: a million entries with long names. */
const LIMIT = 64 * 2 ** 20;
const SHORT = 2 ** 16; // maximum bytes read directly

const LIST_ROUTES = new Set(["POST /api/draws", "POST /api/draws/:id/redraw", "PUT /api/draws/:id/entries"]);
/** Where a list may come as text. */
const TEXT_ROUTE = "PUT /api/draws/:id/entries";
export const TEXT_TYPES = ["text/plain", "text/csv"];
/** XLSX and ODS. */
export const WORKBOOK_TYPES = [
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  "application/vnd.oasis.opendocument.spreadsheet",
];
const FORM_ROUTES = new Set(["POST /draws", "POST /draws/confirm", "POST /draws/edit", "POST /draws/:id/manage"]);

/** A received request with a list. */
class ListBody {
  /** The body, its list empty. */
  readonly json: unknown;
  readonly list: Reading<NewList>;

  constructor(parts: string[], { json, list }: ReadBody) {
    this.json = json;
    this.list = list.ok ? { ok: true, value: { summary: list.value, chunks: parts } } : list;
  }
}

/** A list that came as text. */
export class GivenText {
  readonly text: string | LongText;

  constructor(text: string | LongText) {
    this.text = text;
  }
}

/** A list that came as a workbook. */
export class GivenWorkbook {
  readonly bytes: LongText;

  constructor(bytes: LongText) {
    this.bytes = bytes;
  }
}

/** How to read a body that may contain a list; null for all others. */
export function listIntake({ method, route, mediaType }: Asked): Intake | null {
  const asked = `${method} ${route}`;
  if (mediaType === "application/json" && LIST_ROUTES.has(asked)) return intake("body", shortBody, longBody);
  if (TEXT_TYPES.includes(mediaType) && asked === TEXT_ROUTE) return textIntake();
  if (WORKBOOK_TYPES.includes(mediaType) && asked === TEXT_ROUTE) return workbookIntake();
  if (mediaType === "application/x-www-form-urlencoded" && FORM_ROUTES.has(asked))
    return intake("form", parseForm, longForm);
  return null;
}

/** A request of a shape, and its list. Throws HttpRefusal 422. */
export function readListRequest<T>(shape: Shape<T>, body: unknown): { request: T; list: NewList } {
  if (!(body instanceof ListBody)) return { request: read(shape, composed(body)), list: newList([]) };
  if (!body.list.ok) throw refusal("malformed", body.list.problem);
  return { request: read(shape, composed(body.json)), list: body.list.value };
}

// Kept in pieces: only the draw, which is looked up later, tells whether its rule counts tickets.
function textIntake(): Intake {
  const pieces: Uint8Array[] = [];
  const utf8 = new TextDecoder("utf-8", { fatal: true });
  const assertUtf8 = (piece?: Uint8Array) => {
    try {
      utf8.decode(piece, { stream: piece !== undefined });
    } catch {
      throw refusal("malformed", { at: "entries", expected: { code: "utf8" }, found: { code: "other_bytes" } });
    }
  };
  return {
    limit: LIMIT,
    take(piece) {
      assertUtf8(piece);
      pieces.push(piece);
    },
    end() {
      assertUtf8();
      const length = pieces.reduce((sum, piece) => sum + piece.length, 0);
      return new GivenText(length > SHORT ? new LongText(pieces) : Buffer.concat(pieces).toString());
    },
  };
}

function workbookIntake(): Intake {
  const pieces: Uint8Array[] = [];
  return {
    limit: LIMIT,
    take: (piece) => void pieces.push(piece),
    end: () => new GivenWorkbook(new LongText(pieces)),
  };
}

function intake<K extends Kind>(
  kind: K,
  short: (bytes: Uint8Array) => unknown,
  long: (read: ReadThrough<K>) => unknown,
): Intake {
  const pieces: Uint8Array[] = [];
  let length = 0;
  let reader: RemoteReader<K> | null = null;
  return {
    limit: LIMIT,
    async take(piece) {
      pieces.push(piece);
      length += piece.length;
      if (length <= SHORT) return;
      reader ??= new RemoteReader(kind);
      for (const one of pieces.splice(0)) await reader.read(one);
    },
    end: async () => (reader ? long(await reader.end()) : short(Buffer.concat(pieces))),
    drop: () => reader?.drop(),
  };
}

function shortBody(bytes: Uint8Array): ListBody {
  const reader = readerOf("body");
  const parts = reader.read(bytes);
  const end = reader.end();
  return new ListBody([...parts, ...end.parts], end.rest);
}

function longBody({ parts, rest }: ReadThrough<"body">): ListBody {
  return new ListBody(parts, rest);
}

function longForm({ parts, rest }: ReadThrough<"form">): LongForm {
  return new LongForm(rest, "entries", new LongText(parts));
}
