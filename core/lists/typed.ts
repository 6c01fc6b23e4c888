// A list that somebody typed or pasted into a form.
import type { Reading } from "@fairhat/protocol";
import type { NewList } from "../draws/entries.ts";
import type { LongText } from "./long-text.ts";
import { type ReadText, readerOf } from "./readers.ts";
import { type ReadThrough, RemoteReader } from "./remote.ts";

export interface TypedList extends Omit<ReadText, "list"> {
  list: Reading<NewList>;
}

/** Reads lines, which end in tickets where those count. A long text is read by a worker. */
export async function readTyped(text: string | LongText, takesTickets: boolean): Promise<TypedList> {
  const kind = takesTickets ? "tickets" : "labels";
  const { parts, rest } = typeof text === "string" ? readAtOnce(text, kind) : await readInPieces(text, kind);
  const list: Reading<NewList> = rest.list.ok
    ? { ok: true, value: { summary: rest.list.value, chunks: parts } }
    : rest.list;
  return { ...rest, list };
}

type Lines = "labels" | "tickets";

function readAtOnce(text: string, kind: Lines) {
  const reader = readerOf(kind);
  const parts = reader.read(new TextEncoder().encode(text));
  const { parts: last, rest } = reader.end();
  return { parts: [...parts, ...last], rest };
}

let before: Promise<unknown> = Promise.resolve();

// One after the other: while a list is read, each of its labels is remembered, to find repeated ones.
function readInPieces(text: LongText, kind: Lines): Promise<ReadThrough<Lines>> {
  const reading = before.then(() => readRemotely(text, kind));
  before = reading.catch(() => {});
  return reading;
}

async function readRemotely({ pieces }: LongText, kind: Lines): Promise<ReadThrough<Lines>> {
  const reader = new RemoteReader(kind);
  try {
    for (const piece of pieces) await reader.read(piece.slice());
    return await reader.end();
  } finally {
    reader.drop();
  }
}
