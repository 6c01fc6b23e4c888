import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { type Fairhat, startFairhat } from "../testing/fairhat.ts";
import { openRow } from "../testing/rows.ts";
import { newList } from "./entries.ts";
import { insertDraw } from "./repository.ts";
import { findEntries, wantedOf } from "./search.ts";

let fairhat: Fairhat;
beforeAll(async () => {
  fairhat = await startFairhat();
});
afterAll(() => fairhat.stop());

const LABELS = ["Zoë Müller", 'Ann "the" Bell', "Ελένη Ξένου", "back\\slash", "İstanbul", "Bell"];

async function found(find: string, labels: string[], most = 20): Promise<number[]> {
  const { summary, chunks } = newList(labels.map((label) => ({ label })));
  const draw = await insertDraw(fairhat.context.db, { ...openRow(), ...summary }, chunks);
  if (!draw) throw new Error("not inserted");
  return (await findEntries(fairhat.context.db, draw, find, most)).map(({ position }) => position);
}

describe("a name is found", () => {
  test.each([
    ["zoe", [0]],
    ["MÜLLER", [0]],
    ["bell", [1, 5]],
    ['"the"', [1]],
    ["ξενου", [2]],
    ["back\\", [3]],
    ["nobody", []],
    ["label", []],
  ])("%s", async (find, positions) => {
    expect(await found(find, LABELS)).toEqual(positions);
  });

  test("among a hundred thousand, the first ones of many", async () => {
    const labels = Array.from({ length: 100_000 }, (_, at) => `Person ${at}`);
    expect(await found("person 99999", labels)).toEqual([99_999]);
    expect(await found("person", labels, 3)).toEqual([0, 1, 2]);
  }, 30_000);
});

test("an empty search finds nothing", () => {
  expect([{}, { find: "" }, { find: "  " }, { find: ["a"] }].map(wantedOf)).toEqual([null, null, null, null]);
  expect(wantedOf({ find: " Ada " })).toBe("Ada");
});
