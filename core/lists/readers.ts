// What a long list comes in, read piece by piece, in memory that does not grow with it: bodies of the API, forms, pasted text.
import { type Pasted, type PastedEntry, PasteReader } from "@fairhat/browser/list";
import type { Reading } from "@fairhat/protocol";
import { FormWithText, HttpRefusal, JsonWithList } from "@fairhat/service";
import type { StoredList } from "../draws/entries.ts";
import { GivenList, underEntry } from "./given.ts";

/** Reads something in pieces. Gives parts of what it comes to as they are complete, and the rest at the end. Throws HttpRefusal. */
export interface PieceReader<Part, Rest> {
  read(piece: Uint8Array): Part[];
  end(): { parts: Part[]; rest: Rest };
}

/** The body of a request with a list in it. The parts are the list's chunks. */
export interface ReadBody {
  /** The body, its list empty. */
  json: unknown;
  list: Reading<StoredList>;
}

/** A pasted list. The parts are its chunks. */
export interface ReadPaste {
  list: Reading<StoredList>;
  /** Lines that are entries, and lines that are blank. */
  count: number;
  blank: number;
  /** The first entries as they were typed. */
  first: PastedEntry[];
  /** How many labels are repeated, and which most often. */
  repeated: number;
  mostRepeated: Pasted["repeated"];
}

const LONGEST_ENTRY = 8_192; // bytes of JSON; a label of 200 characters, all of them escaped, has 2,402
const BESIDE = { bytes: 2 ** 20, tokens: 50_000 };
const FIRST = 10; // entries
const MOST_REPEATED = 20; // labels

/** Each kind of reader, by what it reads. */
export interface Readers {
  body: PieceReader<string, ReadBody>;
  form: PieceReader<Uint8Array, [string, string][]>;
  /** Pasted lines that are labels. */
  labels: PieceReader<string, ReadPaste>;
  /** Pasted lines that may end in tickets. */
  tickets: PieceReader<string, ReadPaste>;
}

export type Kind = keyof Readers;

const MAKE: { [K in Kind]: () => Readers[K] } = {
  body: readBody,
  form: readForm,
  labels: () => readPaste(false),
  tickets: () => readPaste(true),
};

export function readerOf<K extends Kind>(kind: K): Readers[K] {
  return MAKE[kind]();
}

function readBody(): Readers["body"] {
  const list = new GivenList();
  const take = (entries: unknown[]) => {
    for (const entry of entries) list.add(entry);
  };
  const json = new JsonWithList({ name: "entries", longest: LONGEST_ENTRY, take, tooLong }, BESIDE);
  let empty = true;
  return {
    read(piece) {
      empty &&= piece.length === 0;
      if (list.isWrong()) return []; // it is refused whatever follows
      json.scan(piece);
      return list.take();
    },
    end() {
      const { chunks, list: read } = list.end();
      // A body that is not there has no members; the error names the missing one.
      return { parts: chunks, rest: { json: empty || !read.ok ? {} : json.value(), list: read } };
    },
  };
}

function tooLong(position: number): HttpRefusal {
  const expected = `an entry of at most ${LONGEST_ENTRY} bytes`;
  return HttpRefusal.malformed(underEntry(position, { at: "", expected, found: "more" }));
}

function readForm(): Readers["form"] {
  const form = new FormWithText("entries", BESIDE.bytes);
  return {
    read(piece) {
      const text = form.scan(piece);
      return text.length > 0 ? [text] : [];
    },
    end: () => ({ parts: [], rest: [...form.fields()] }),
  };
}

function readPaste(takesTickets: boolean): PieceReader<string, ReadPaste> {
  const list = new GivenList();
  const first: PastedEntry[] = [];
  let count = 0;
  const reader = new PasteReader(takesTickets, (entry) => {
    if (count < FIRST) first.push(entry);
    count += 1;
    list.add(entry);
  });
  const utf8 = new TextDecoder("utf-8", { ignoreBOM: true });
  return {
    read(piece) {
      reader.add(utf8.decode(piece, { stream: true }));
      return list.take();
    },
    end() {
      const { blank, repeated } = reader.end();
      const { list: read, chunks } = list.end();
      const most = { repeated: repeated.length, mostRepeated: repeated.slice(0, MOST_REPEATED) };
      return { parts: chunks, rest: { list: read, count, blank, first, ...most } };
    },
  };
}
