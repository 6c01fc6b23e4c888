import { expect, test } from "bun:test";
import { listWork } from "./work.ts";

const bytes = (text: string) => new TextEncoder().encode(text);

test("looks at a list and mends it", () => {
  const work = listWork();
  expect(work({ kind: "look", text: "Ada\n\nGrace", takesTickets: false })).toMatchObject({ entries: 2, blank: 1 });
  expect(work({ kind: "fix", text: "Ada\n\nGrace", takesTickets: false, fix: "tidy" })).toBe("Ada\nGrace");
});

test("reads a file with columns, shows its beginning, and makes a list of what was chosen", () => {
  const work = listWork();
  const text = `Name;Tickets\r\n${Array.from({ length: 9 }, (_, at) => `P${at};${at + 1}`).join("\r\n")}`;
  expect(work({ kind: "file", bytes: bytes(text), columns: true })).toEqual({
    kind: "table",
    old: false,
    table: {
      ...{ rows: 10, columns: 2, choice: { label: 0, tickets: 1, header: true } },
      first: [
        ["Name", "Tickets"],
        ["P0", "1"],
        ["P1", "2"],
        ["P2", "3"],
      ],
    },
  });
  const list = work({ kind: "choose", choice: { label: 0, tickets: 1, header: true } });
  expect(String(list).split("\n").slice(0, 2)).toEqual(["P0, 1", "P1, 2"]);
});

test("takes a file without columns, or one that shall have none, as it is", () => {
  const work = listWork();
  expect(work({ kind: "file", bytes: bytes("Ada\nGrace"), columns: true })).toEqual({
    kind: "text",
    text: "Ada\nGrace",
    old: false,
  });
  expect(work({ kind: "file", bytes: bytes("Ada, 2\nGrace, 3"), columns: false })).toMatchObject({
    text: "Ada, 2\nGrace, 3",
  });
  expect(work({ kind: "choose", choice: { label: 0, tickets: null, header: false } })).toBe("");
});

test("says what it cannot read", () => {
  const spreadsheet = new Uint8Array([0x50, 0x4b, 3, 4]);
  expect(listWork()({ kind: "file", bytes: spreadsheet, columns: true })).toEqual({
    kind: "refused",
    why: "spreadsheet",
  });
});

test("a long list is looked at as any other", () => {
  const text = Array.from({ length: 200_000 }, (_, at) => `Person ${at}`).join("\n");
  expect(listWork()({ kind: "look", text, takesTickets: true })).toMatchObject({ entries: 200_000, oddities: [] });
}, 60_000);
