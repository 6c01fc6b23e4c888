// Readers in a worker, so that long lists do not block others.
import { startWorker, WorkerCalls } from "@fairhat/runtime";
import type { PieceReader, ReaderChoice, Readers } from "./readers.ts";
import type { Question, Read } from "./readers.worker.ts";
import type { SheetReaders } from "./sheets.ts";

/** All readers of the worker, by kind. */
type RemoteReaders = Readers & SheetReaders;
export type RemoteKind = keyof RemoteReaders;

type PartOf<K extends RemoteKind> = RemoteReaders[K] extends PieceReader<infer Part, infer _> ? Part : never;
type RestOf<K extends RemoteKind> = RemoteReaders[K] extends PieceReader<infer _, infer Rest> ? Rest : never;

/** The complete output of a reader. */
export interface ReadThrough<K extends RemoteKind> {
  parts: PartOf<K>[];
  rest: RestOf<K>;
}

const calls = new WorkerCalls<Question, Read>(() => startWorker(import.meta.url, "readers"));
let opened = 0;

/** A reader in the worker. It must be ended or dropped. */
export class RemoteReader<K extends RemoteKind> {
  readonly #number: number;
  readonly #parts: PartOf<K>[] = [];
  #over = false;

  constructor(kind: K, choice: ReaderChoice = {}) {
    opened += 1;
    this.#number = opened;
    calls.hold();
    calls.ask({ reader: this.#number, step: "open", kind, choice }).catch(() => {}); // an error here also fails the next step
  }

  /** Reads a piece, whose ownership is transferred. Throws HttpRefusal. */
  async read(piece: Uint8Array): Promise<void> {
    const whole = piece.byteLength === piece.buffer.byteLength;
    const { parts } = await calls.ask({ reader: this.#number, step: "read", piece }, whole ? [piece.buffer] : []);
    this.#parts.push(...(parts as PartOf<K>[]));
  }

  async end(): Promise<ReadThrough<K>> {
    try {
      const { parts, rest } = await calls.ask({ reader: this.#number, step: "end" });
      return { parts: this.#parts.concat(parts as PartOf<K>[]), rest: rest as RestOf<K> };
    } finally {
      this.#release();
    }
  }

  drop(): void {
    if (this.#over) return;
    calls.ask({ reader: this.#number, step: "drop" }).catch(() => {});
    this.#release();
  }

  #release(): void {
    this.#over = true;
    calls.release();
  }
}
