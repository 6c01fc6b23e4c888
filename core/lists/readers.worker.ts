// Reads long lists off the main thread: open readers, by number.
import { answerCalls } from "@fairhat/runtime";
import { type PieceReader, type ReaderChoice, readerOf } from "./readers.ts";
import type { RemoteKind } from "./remote.ts";
import { sheetReaderOf } from "./sheets.ts";

/** A request to a reader. */
export type Question = { reader: number } & (
  | { step: "open"; kind: RemoteKind; choice: ReaderChoice }
  | { step: "read"; piece: Uint8Array }
  | { step: "end" }
  | { step: "drop" }
);

/** Parts read so far, and at the end the rest. */
export interface Read {
  parts: unknown[];
  rest?: unknown;
}

const open = new Map<number, PieceReader<unknown, unknown>>();

answerCalls((question: Question): Read => {
  const { reader: number } = question;
  if (question.step === "open") {
    open.set(number, opened(question));
    return { parts: [] };
  }
  const reader = open.get(number);
  if (question.step !== "read") open.delete(number);
  if (question.step === "drop") return { parts: [] };
  if (!reader) throw new Error("the reader was in a worker that has ended");
  return question.step === "read" ? { parts: reader.read(question.piece) } : reader.end();
});

function opened({ kind, choice }: { kind: RemoteKind; choice: ReaderChoice }): PieceReader<unknown, unknown> {
  return kind === "sheetLabels" || kind === "sheetTickets" ? sheetReaderOf(kind, choice) : readerOf(kind, choice);
}
