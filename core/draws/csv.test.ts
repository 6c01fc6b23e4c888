import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import Papa from "papaparse";
import { DRAW, type Fairhat, type Site, siteOf, startFairhat } from "../testing/fairhat.ts";
import { expectProblem } from "../testing/refusals.ts";
import { drawnRow } from "../testing/rows.ts";
import { resultCsv } from "./csv.ts";
import { newList } from "./entries.ts";
import { insertDraw } from "./repository.ts";

let fairhat: Fairhat;
let site: Site;

beforeAll(async () => {
  fairhat = await startFairhat();
  site = siteOf(fairhat.context);
});
afterAll(() => fairhat.stop());

const csvOf = (id: string) => site.get(`/api/draws/${id}/result.csv`);

/** The cells that a spreadsheet reads from the file. */
async function sheetOf(id: string): Promise<string[][]> {
  const { text } = await csvOf(id);
  return Papa.parse<string[]>(text.replace(/^\ufeff/, ""), { delimiter: ",", skipEmptyLines: true }).data;
}

/** A draw of these labels with this result. */
async function drawnSo(result: object, labels: string[]): Promise<string> {
  const entries = labels.map((label) => ({ label }));
  const { id } =
    (await insertDraw(fairhat.context.db, drawnRow(result, { entry_count: labels.length }), newList(entries).chunks)) ??
    {};
  return id ?? "";
}

describe("the result as CSV", () => {
  test("is UTF-8 with a byte order mark and line ends as in RFC 4180", async () => {
    const id = await drawnSo({ winners: [1], alternates: [0] }, ["Zoë", 'Ada "the first", Lovelace']);
    const { headers, text } = await csvOf(id);
    expect(headers.get("content-type")).toBe("text/csv; charset=utf-8; header=present");
    expect(headers.get("content-disposition")).toBe(`attachment; filename="fairhat-${id}.csv"`);
    expect(headers.get("cache-control")).toBe("public, no-cache");
    const file = await fairhat.context.db.selectFrom("draw").selectAll().where("id", "=", id).executeTakeFirstOrThrow();
    const pieces = await Array.fromAsync(resultCsv(fairhat.context.db, file, { winners: [1], alternates: [0] }));
    expect(pieces.join("")).toBe(
      '\ufeff"place","kind","name","position","label"\r\n' +
        '1,"winner","",2,"Ada ""the first"", Lovelace"\r\n' +
        '1,"alternate","",1,"Zoë"\r\n',
    );
    expect(pieces.join("").replace("\ufeff", "")).toBe(text.replace("\ufeff", ""));
  });

  test("has winners before alternates, like the page", async () => {
    const { id, result } = await site.make();
    const sheet = await sheetOf(id);
    const places = (kind: string, part: { position: number; label: string }[]) =>
      part.map(({ position, label }, at) => [String(at + 1), kind, "", String(position + 1), label]);
    expect(sheet.slice(1)).toEqual([...places("winner", result.winners), ...places("alternate", result.alternates)]);
  });

  test("names groups and prizes", async () => {
    const groups = await drawnSo({ groups: [[2, 0], [1]] }, ["a", "b", "c"]);
    expect((await sheetOf(groups)).slice(1)).toEqual([
      ["1", "group", "1", "3", "c"],
      ["2", "group", "1", "1", "a"],
      ["1", "group", "2", "2", "b"],
    ]);
    const prizes = [
      { name: "=Car", winners: [1] },
      { name: "Hat", winners: [0, 2] },
    ];
    expect((await sheetOf(await drawnSo({ prizes, alternates: [] }, ["a", "b", "c"]))).slice(1)).toEqual([
      ["1", "prize", "'=Car", "2", "b"],
      ["1", "prize", "Hat", "1", "a"],
      ["2", "prize", "Hat", "3", "c"],
    ]);
  });

  test("has giver and receiver as first and second of a pair", async () => {
    const id = await drawnSo({ pairs: [[0, 1], [1, 0]] }, ["a", "b"]); // biome-ignore format: pairs
    expect((await sheetOf(id)).slice(1, 3)).toEqual([
      ["1", "pair", "1", "1", "a"],
      ["2", "pair", "1", "2", "b"],
    ]);
  });

  test("has numbers as numbers, without list positions", async () => {
    const { text } = await csvOf(await drawnSo({ numbers: [-5, 12] }, []));
    expect(text).toEndWith('1,"number","","",-5\r\n2,"number","","",12\r\n');
  });

  test("has all places, far more than the page", async () => {
    const labels = Array.from({ length: 2_345 }, (_, at) => `Person ${at}`);
    const { id } = await site.make({ rule: "order/1", params: {}, entries: labels });
    const sheet = (await sheetOf(id)).slice(1);
    expect(sheet.map(([place]) => place)).toEqual(labels.map((_, at) => String(at + 1)));
    expect(sheet.map(([, , , position]) => labels[Number(position) - 1] ?? "")).toEqual(
      sheet.map((row) => row[4] ?? ""),
    );
    expect(new Set(sheet.map((row) => row[4])).size).toBe(2_345);
  });

  test("does not exist before the draw is drawn, or for one that never is", async () => {
    const { id, manageKey } = await site.make({ draw: "later" });
    expectProblem(await csvOf(id), 409, "no_result_yet");
    await site.send("POST", `/api/draws/${id}/lock`, {}, manageKey);
    expectProblem(await csvOf(id), 409, "no_result_yet");
    await site.send("POST", `/api/draws/${id}/void`, { reason: "no" }, manageKey);
    expectProblem(await csvOf(id), 409, "no_result_yet");
    expectProblem(await csvOf("0".repeat(32)), 404, "no_such_draw");
  });
});

// OWASP, CSV injection, including full-width characters of CJK keyboards.
const FORMULAS = [
  "=1+1",
  "+1",
  "-1",
  "@SUM(A1)",
  "\t=1",
  "\r=1",
  "\n=1",
  "＝1+1",
  "＋1",
  "－1",
  "＠SUM(A1)",
  " =1",
  '"=1"',
];

describe("no label is a formula", () => {
  test.each(FORMULAS)("%j", async (label) => {
    const { text } = await csvOf(await drawnSo({ winners: [0] }, [label]));
    const cell = `"'${label.replaceAll('"', '""')}"`;
    expect(text).toContain(`1,"winner","",1,${cell}\r\n`);
  });

  test("not even in a spreadsheet with semicolons as separators", async () => {
    for (const [label, inert] of [
      ["Ada;=1+1;x", "Ada;'=1+1;x"],
      ['Ada;"@x', `Ada;'"@x`],
    ] as const) {
      const { text } = await csvOf(await drawnSo({ winners: [0] }, [label]));
      for (const cell of text.split(/[;,\r\n]+/)) expect(cell).not.toMatch(/^["\s]*[=+@＝＋＠]/);
      expect(text).toContain(inert.replaceAll('"', '""'));
    }
  });

  test.each(["Ada", "O’Brien", "a=b", "A-B", "'quoted'", "3 + 4", "ada@example.org", "王小明"])(
    "%s stays unchanged",
    async (label) => {
      expect((await sheetOf(await drawnSo({ winners: [0] }, [label])))[1]?.[4]).toBe(label);
    },
  );
});

test("CSV and record of a draw agree", async () => {
  const { id } = await site.make({ ...DRAW, params: { winners: 5 } });
  const { outcome, entries } = (await site.get(`/api/draws/${id}/record`)).json;
  const labels = outcome.result.winners.map((at: number) => entries[at].label);
  expect((await sheetOf(id)).slice(1).map((row) => row[4])).toEqual(labels);
});
