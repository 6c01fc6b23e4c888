// Lists in workbooks. Only the worker loads this module, which saves core the memory of its libraries.
import { readList } from "@fairhat/lists";
import { readWorkbook } from "@fairhat/lists/workbook";
import { type HttpRefusal, refusal } from "@fairhat/runtime";
import { GivenList } from "./given.ts";
import { FIRST, notAList, type PieceReader, type ReadText } from "./readers.ts";

/** All readers, by kind. */
export interface SheetReaders {
  /** A workbook's sheet for a rule without tickets. */
  sheetLabels: PieceReader<string, ReadText>;
  /** A workbook's sheet for a rule with tickets. */
  sheetTickets: PieceReader<string, ReadText>;
}

/** The sheet to read, from 0. By default there must be exactly one visible sheet. */
export interface SheetChoice {
  sheet?: number;
}

export function sheetReaderOf(kind: keyof SheetReaders, { sheet }: SheetChoice): PieceReader<string, ReadText> {
  return readSheet(kind === "sheetTickets", sheet);
}

// A workbook is an archive with its directory at the end, so it is read once it is complete.
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
