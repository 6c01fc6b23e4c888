// A list typed or pasted into a form.
import type { Reading } from "@fairhat/protocol";
import type { NewList } from "../draws/entries.ts";
import type { LongText } from "./long-text.ts";
import { type ReadText, readerOf } from "./readers.ts";
import { type ReadThrough, RemoteReader } from "./remote.ts";
import type { SheetChoice } from "./sheets.ts";

export interface TypedList extends Omit<ReadText, "list"> {
  list: Reading<NewList>;
}

/** Reads lines, which may end in tickets if those count. A worker reads long text. */
export async function readTyped(text: string | LongText, takesTickets: boolean): Promise<TypedList> {
  const kind = takesTickets ? "tickets" : "labels";
  return typedList(typeof text === "string" ? readAtOnce(text, kind) : await readInPieces(text, kind));
}

/** Reads a list hidden by a browser. */
export async function readHidden(text: string | LongText): Promise<TypedList> {
  return typedList(typeof text === "string" ? readAtOnce(text, "hidden") : await readInPieces(text, "hidden"));
}

function typedList({ parts, rest }: ReadThrough<Text>): TypedList {
  const list: Reading<NewList> = rest.list.ok
    ? { ok: true, value: { summary: rest.list.value, chunks: parts } }
    : rest.list;
  return { ...rest, list };
}

type Lines = "labels" | "tickets" | "hidden";
type Text = Lines | "sheetLabels" | "sheetTickets";

function readAtOnce(text: string, kind: Lines) {
  const reader = readerOf(kind);
  const parts = reader.read(new TextEncoder().encode(text));
  const { parts: last, rest } = reader.end();
  return { parts: [...parts, ...last], rest };
}

/** Reads a workbook's sheet, in a worker. Throws HttpRefusal for an unreadable workbook, or one with several sheets. */
export async function readSheet(workbook: LongText, takesTickets: boolean, choice: SheetChoice): Promise<TypedList> {
  return typedList(await readInPieces(workbook, takesTickets ? "sheetTickets" : "sheetLabels", choice));
}

let before: Promise<unknown> = Promise.resolve();

// Sequential, because each reading list keeps all its labels in memory to find duplicates.
function readInPieces(text: LongText, kind: Text, choice?: SheetChoice): Promise<ReadThrough<Text>> {
  const reading = before.then(() => readRemotely(text, kind, choice));
  before = reading.catch(() => {});
  return reading;
}

async function readRemotely({ pieces }: LongText, kind: Text, choice?: SheetChoice): Promise<ReadThrough<Text>> {
  const reader = new RemoteReader(kind, choice);
  try {
    for (const piece of pieces) await reader.read(piece.slice());
    return await reader.end();
  } finally {
    reader.drop();
  }
}
