import { describe, expect, test } from "bun:test";
import { join } from "node:path";
import { type Chosen, listWork as workOn } from "./work.ts";

const listWork = () => workOn(() => import("@fairhat/lists/workbook"));

const bytes = (text: string) => new TextEncoder().encode(text);

test("finds problems in a list and fixes them", async () => {
  const work = listWork();
  const list = { text: "Ada\n\nGrace", takesTickets: false };
  expect(await work({ kind: "look", ...list })).toMatchObject({ entries: 2, blank: 1, untidy: true });
  expect(await work({ kind: "fix", ...list, change: null })).toBe("Ada\nGrace");
  expect(await work({ kind: "fix", ...list, change: { leftOut: [3] } })).toBe("Ada");
});

test("reads a file with columns, shows its first rows, and makes a list from the chosen ones", async () => {
  const work = listWork();
  const text = `Name;Tickets\r\n${Array.from({ length: 9 }, (_, at) => `P${at};${at + 1}`).join("\r\n")}`;
  const choice = { label: [0], tickets: 1, header: true };
  expect(await work({ kind: "file", bytes: bytes(text) })).toEqual({
    kind: "table",
    encoding: "utf-8",
    certain: true,
    table: {
      ...{ rows: 10, columns: 2, names: ["Name", "Tickets"], choice, hidden: 0 },
      first: [
        ["Name", "Tickets"],
        ["P0", "1"],
        ["P1", "2"],
        ["P2", "3"],
      ],
    },
  });
  const list = (await work({ kind: "choose", choice, takesTickets: false })) as Chosen;
  expect(list.text?.split("\n").slice(0, 2)).toEqual(["P0", "P1, 2"]);
});

test("asks for the columns of a pasted table, but not for a list of lines", async () => {
  const work = listWork();
  expect(await work({ kind: "columns", text: "Ada\nGrace" })).toBeNull();
  expect(await work({ kind: "columns", text: "Team\tName\nRed\tAda\nBlue\tGrace" })).toMatchObject({
    rows: 3,
    columns: 2,
  });
  const choice = { label: [1, 0], tickets: null, header: true };
  expect(await work({ kind: "choose", choice, takesTickets: false })).toEqual({
    text: "Ada Red\nGrace Blue",
    findings: [],
  });
});

test("a column whose cells end in numbers does not become tickets", async () => {
  const work = listWork();
  await work({ kind: "columns", text: "Name\tRoom\nAda\tHall, 3\nGrace\tHall, 4" });
  const choice = { label: [1], tickets: null, header: true };
  expect(await work({ kind: "choose", choice, takesTickets: true })).toMatchObject({ text: "Hall, 3, 1\nHall, 4, 1" });
});

test("reports what the list in the field no longer shows", async () => {
  const work = listWork();
  await work({ kind: "columns", text: "Name\tTickets\nAda\t3\n\t5\nGrace\t1" });
  const choice = { label: [0], tickets: 1, header: true };
  const { text, findings } = (await work({ kind: "choose", choice, takesTickets: true })) as Chosen;
  expect(text).toBe("Ada, 3\nGrace");
  expect(findings).toMatchObject([{ code: "tickets_without_name", places: [{ line: 3 }] }]);
});

test("accepts a file without columns unchanged", async () => {
  const answer = { kind: "text", encoding: "utf-8", certain: true } as const;
  expect(await listWork()({ kind: "file", bytes: bytes("Ada, 2\nGrace, 3") })).toEqual({
    ...answer,
    text: "Ada, 2\nGrace, 3",
  });
});

test("reads a file in another encoding on request", async () => {
  const file = { kind: "file", bytes: new Uint8Array([0x5a, 0x6f, 0xeb]) } as const;
  expect(await listWork()(file)).toMatchObject({ text: "Zoë", encoding: "windows-1252", certain: false });
  expect(await listWork()({ ...file, encoding: "windows-1251" })).toMatchObject({
    text: "Zoл",
    encoding: "windows-1251",
  });
});

test("reports what it cannot read", async () => {
  const archive = new Uint8Array([0x50, 0x4b, 3, 4]);
  expect(await listWork()({ kind: "file", bytes: archive })).toEqual({ kind: "refused", format: "archive" });
  expect(await listWork()({ kind: "file", bytes: bytes("<html><table>") })).toEqual({
    kind: "refused",
    format: "html",
  });
  expect(await listWork()({ kind: "file", bytes: bytes("Ada\0Grace") })).toEqual({ kind: "refused", format: "binary" });
});

test("handles a long list like any other", async () => {
  const text = Array.from({ length: 200_000 }, (_, at) => `Person ${at}`).join("\n");
  expect(await listWork()({ kind: "look", text, takesTickets: true })).toMatchObject({
    entries: 200_000,
    findings: [],
  });
}, 60_000);

test("removes entries that are on another list, however they are spelled", async () => {
  const list = { text: "Ada, 3\nGrace <grace@example.org>\nRadia\nEmmy", takesTickets: true };
  const others = "ADA\nG. Hopper <GRACE@example.org>\nSophie";
  expect(await listWork()({ kind: "without", others, ...list })).toEqual({ text: "Radia\nEmmy", removed: 2 });
});

test.each([
  ["yes", "Grace\nEmmy"],
  ["", "Emmy"],
])("filters rows whose column says %j", async (says, text) => {
  const work = listWork();
  await work({ kind: "columns", text: "Name\tWon last year\nAda\tYes\nGrace\tno\nEmmy\t" });
  const choice = { label: [0], tickets: null, header: true, filter: { column: 1, says } };
  const chosen = (await work({ kind: "choose", choice, takesTickets: false })) as Chosen;
  expect(chosen).toMatchObject({ text, findings: [{ code: "rows_left_out" }] });
});

describe("a spreadsheet", () => {
  const file = async (name: string) =>
    Bun.file(join(import.meta.dir, `../../packages/lists/testing/workbooks/${name}`)).bytes();

  test("has sheets, columns and findings; hidden rows are omitted on request", async () => {
    const work = listWork();
    const bytes = await file("openpyxl-hidden.xlsx");
    const choice = { label: [1], tickets: 2, header: true };
    const answer = await work({ kind: "file", bytes });
    expect(answer).toMatchObject({ kind: "sheet", sheet: 0, table: { choice, hidden: 1 }, text: null });
    expect(await work({ kind: "choose", choice, takesTickets: true })).toMatchObject({
      text: "Ada, 3\nGrace\nRadia, 2\nEmmy, 5",
    });
    const shown = { ...choice, withoutHidden: true };
    expect(await work({ kind: "choose", choice: shown, takesTickets: true })).toMatchObject({
      text: "Ada, 3\nGrace\nEmmy, 5",
    });
    expect(await work({ kind: "file", bytes, sheet: 2 })).toMatchObject({ kind: "sheet", table: null, text: "Sophie" });
  });

  test("that is damaged is refused", async () => {
    const bytes = (await file("openpyxl-1904.xlsx")).subarray(0, 4_000);
    expect(await listWork()({ kind: "file", bytes })).toEqual({ kind: "refused", format: "workbook_broken" });
  });
});
