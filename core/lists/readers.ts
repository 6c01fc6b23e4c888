// Readers of long lists, in pieces and with constant memory: API bodies, forms, pasted text.
import {
  ListReader,
  type ListReport,
  type Mask,
  type ReadEntry,
  type Refused,
  type WorkbookRefusal,
} from "@fairhat/lists";
import { LANGUAGES } from "@fairhat/messages";
import { type Reading, typed } from "@fairhat/protocol";
import { FormWithText, HttpRefusal, JsonWithList, refusal } from "@fairhat/runtime";
import type { StoredList } from "../draws/entries.ts";
import { GivenList, underEntry } from "./given.ts";
import { HiddenLines } from "./hidden.ts";
import { type HiddenChunk, hidingReader } from "./hiding.ts";
import type { SheetChoice } from "./sheets.ts";

/** Reads something in pieces. Returns complete parts as they arrive, and the rest at the end. Throws HttpRefusal. */
export interface PieceReader<Part, Rest> {
  read(piece: Uint8Array): Part[];
  end(): { parts: Part[]; rest: Rest };
}

/** A request body with a list. The parts are the list's chunks. */
export interface ReadBody {
  /** The body, its list empty. */
  json: unknown;
  list: Reading<StoredList>;
}

/** A typed or pasted list. The parts are its chunks. */
export interface ReadText {
  list: Reading<StoredList>;
  report: ListReport;
  /** The first entries. */
  first: ReadEntry[];
}

const LONGEST_ENTRY = 8_192; // bytes of JSON; a label of 200 characters, all of them escaped, has 2,402
const BESIDE = { bytes: 2 ** 20, tokens: 50_000 };
/** Maximum entries of a list to show. */
export const FIRST = 10;

/** All readers, by kind. */
export interface Readers {
  body: PieceReader<string, ReadBody>;
  form: PieceReader<Uint8Array, [string, string][]>;
  /** A list's text for a rule without tickets. */
  labels: PieceReader<string, ReadText>;
  /** A list's text for a rule with tickets. */
  tickets: PieceReader<string, ReadText>;
  /** Entries hidden by a browser. */
  hidden: PieceReader<string, ReadText>;
  /** Chunks of an open list that is to be private. */
  hiding: PieceReader<HiddenChunk, Reading<StoredList>>;
}

/** How something is to be read. */
export interface ReaderChoice extends SheetChoice {
  mask?: Mask;
}

export type Kind = keyof Readers;

const MAKE: { [K in Kind]: (choice: ReaderChoice) => Readers[K] } = {
  body: readBody,
  form: readForm,
  labels: () => readText(false),
  tickets: () => readText(true),
  hidden: readHidden,
  hiding: ({ mask }) => hidingReader(mask),
};

export function readerOf<K extends Kind>(kind: K, choice: ReaderChoice = {}): Readers[K] {
  return MAKE[kind](choice);
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
      if (list.isWrong()) return []; // it is refused in any case
      json.scan(piece);
      return list.take();
    },
    end() {
      const { chunks, list: read } = list.end();
      // A missing body is read as an empty object, so that the error names the missing member.
      return { parts: chunks, rest: { json: empty || !read.ok ? {} : json.value(), list: read } };
    },
  };
}

function tooLong(position: number): HttpRefusal {
  const expected = { code: "entry_bytes", most: LONGEST_ENTRY } as const;
  return refusal("malformed", underEntry(position, { at: "", expected, found: { code: "more" } }));
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

function readText(takesTickets: boolean): PieceReader<string, ReadText> {
  const list = new GivenList();
  const first: ReadEntry[] = [];
  const reader = new ListReader({ takesTickets }, (entry) => {
    if (first.length < FIRST) first.push(entry);
    list.add(entry);
  });
  const utf8 = new TextDecoder("utf-8", { ignoreBOM: true });
  return {
    read(piece) {
      reader.add(utf8.decode(piece, { stream: true }));
      return list.take();
    },
    end() {
      const report = reader.end();
      const { list: read, chunks } = list.end();
      return { parts: chunks, rest: { list: read, report, first } };
    },
  };
}

function readHidden(): Readers["hidden"] {
  const list = new HiddenLines(FIRST);
  const utf8 = new TextDecoder("utf-8", { ignoreBOM: true });
  let begun = "";
  const add = (text: string) => {
    const lines = (begun + text).split(/\r?\n/);
    begun = lines.pop() ?? "";
    for (const line of lines) list.add(line);
  };
  return {
    read(piece) {
      add(utf8.decode(piece, { stream: true }));
      return list.take();
    },
    end() {
      list.add(begun);
      const { chunks, ...rest } = list.end();
      return { parts: chunks, rest };
    },
  };
}

/** Refuses a file that is not a list, naming its format. */
export function notAList(format: Refused | WorkbookRefusal): HttpRefusal {
  const at = format === "workbook_no_such_sheet" ? "sheet" : "entries";
  const expected = { code: at === "sheet" ? "sheet" : "list_lines" } as const;
  return new HttpRefusal(422, "malformed", LANGUAGES.en.list.formats[format], { at, expected, found: typed(format) });
}
