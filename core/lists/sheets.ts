// Lists in workbooks. Only the worker loads this: what unpacks and reads them takes memory that a core without them need not have.
import { readList } from "@fairhat/lists";
import { readWorkbook } from "@fairhat/lists/workbook";
import { type HttpRefusal, refusal } from "@fairhat/runtime";
import { GivenList } from "./given.ts";
import { FIRST, notAList, type PieceReader, type ReadText } from "./readers.ts";

/** Each kind of reader, by what it reads. */
export interface SheetReaders {
  /** A sheet of a workbook for a rule that counts no tickets. */
  sheetLabels: PieceReader<string, ReadText>;
  /** A sheet of a workbook for a rule that counts tickets. */
  sheetTickets: PieceReader<string, ReadText>;
}

/** The sheet to be read, counted from 0. Without it there must be one alone that is not hidden. */
export interface SheetChoice {
  sheet?: number;
}

export function sheetReaderOf(kind: keyof SheetReaders, { sheet }: SheetChoice): PieceReader<string, ReadText> {
  return readSheet(kind === "sheetTickets", sheet);
}

// A workbook is an archive, whose list of parts is at its end: it is read when all of it is there.
function readSheet(takesTickets: boolean, chosen?: number): PieceReader<string, ReadText> {
  const pieces: Uint8Array[] = [];
  return {
    read(piece) {
      pieces.push(piece);
      return [];
    },
    end() {
      const reading = readWorkbook(Buffer.concat(pieces), chosen);
      if (!reading.ok) throw notAList(reading.refusal);
      const { sheets, rows, findings } = reading.workbook;
      const shown = sheets.flatMap(({ name, hidden }, at) => (hidden ? [] : [`${at + 1} is "${name}"`]));
      if (chosen === undefined && shown.length > 1) throw severalSheets(shown);
      const { list: read, ...report } = readList(rows, { takesTickets });
      const list = new GivenList();
      for (const entry of read) list.add(entry);
      const { list: kept, chunks } = list.end();
      const found = { ...report, findings: [...findings, ...report.findings] };
      return { parts: chunks, rest: { list: kept, report: found, first: read.slice(0, FIRST) } };
    },
  };
}

function severalSheets(names: string[]): HttpRefusal {
  const named = names.slice(0, 10).join(", ");
  return refusal(
    "list_unclear",
    { text: `The workbook has several sheets: ${named}. Name one, such as ?sheet=1.`, sheets: named },
    {
      at: "sheet",
      expected: { code: "sheet" },
      found: { code: "nothing" },
    },
  );
}
