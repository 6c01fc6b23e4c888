import { expect, test } from "bun:test";
import { answerCheck } from "../checks.ts";
import { english } from "../testing/english.ts";
import { allowedPairs, shufflesAtMost, waysLeft } from "./assignment.ts";
import { pairs } from "./pairs.ts";

type Pair = [number, number];
const of = (count: number) => ({ count, tickets: count });
const refusal = (count: number, ...forbidden: Pair[]) => english(pairs.refuses({ forbidden }, of(count)));

test("says what it will do", () => {
  const end = "every allowed assignment has the same chance.";
  expect(pairs.describe({ forbidden: [] }, of(12))).toBe(
    `12 entries give to one another, nobody to themselves; ${end}`,
  );
  expect(pairs.describe({ forbidden: [[0, 1]] }, of(3))).toBe(
    `3 entries give to one another, nobody to themselves, and 1 pair is excluded; ${end}`,
  );
});

test("an impossible exchange names the fewest pairs in conflict, each of them necessary", () => {
  const cases: [number, Pair[], string][] = [
    [2, [[0, 1]], "[0,1]"],
    [3, [[0, 1], [0, 2], [1, 2]], "[0,1], [0,2]"], // biome-ignore format: pairs are more readable in a line
    [4, [[0, 3], [1, 3], [2, 3]], "[0,3], [1,3], [2,3]"], // biome-ignore format: likewise
    [4, [[0, 1], [0, 2], [1, 0], [1, 2], [2, 1], [3, 0]], "[0,1], [0,2], [1,0], [1,2]"], // biome-ignore format: likewise
  ];
  for (const [count, forbidden, found] of cases) {
    const problem = { at: "params.forbidden", expected: "pairs that leave a receiver for everybody", found };
    expect(refusal(count, ...forbidden)).toEqual(problem);
    const conflict: Pair[] = JSON.parse(`[${found}]`);
    for (const left of conflict) expect(refusal(count, ...conflict.filter((pair) => pair !== left))).toBeNull();
  }
});

test("of a long conflict the first pairs are named", () => {
  const nobody = Array.from({ length: 14 }, (_, at): Pair => [0, at + 1]);
  expect(refusal(15, ...nobody)?.found).toEndWith("[0,10] and 4 more");
});

test("the bound on shuffles is close to the count, and never below it", () => {
  for (const [count, most] of [
    [6, 4],
    [10, 8],
    [12, 6],
    [14, 9],
    [16, 5],
  ] as const) {
    // biome-ignore format: likewise
    const far = Array.from({ length: count ** 2 }, (_, at): Pair => [Math.floor(at / count), at % count]);
    const allowed = allowedPairs(
      count,
      far.filter(([one, other]) => (other - one + count) % count > most),
    );
    const shuffles = Array.from({ length: count }, (_, at) => at + 1).reduce((all, one) => all * one, 1);
    const exact = shuffles / (waysLeft(allowed)[0] as number);
    expect(shufflesAtMost(allowed)).toBeGreaterThan(exact * 0.99);
    expect(shufflesAtMost(allowed)).toBeLessThan(exact * 5);
  }
});

test("one person's exclusion of nearly everyone costs no more shuffles than there are", () => {
  const forbidden = Array.from({ length: 37 }, (_, at): Pair => [0, at + 1]);
  expect(pairs.choices?.({ forbidden }, of(40))).toBeLessThan(40 * 100);
});

test("parameters that need too many shuffles are refused before the lock, and only then", () => {
  const households = (size: number) => {
    const all = Array.from({ length: 120 ** 2 }, (_, at): Pair => [Math.floor(at / 120), at % 120]);
    return all.filter(([a, b]) => a !== b && Math.floor(a / size) === Math.floor(b / size));
  };
  const check = (size: number) =>
    answerCheck({ rule: "pairs/1", params: { forbidden: households(size) }, entries: of(120) });
  expect(check(6)).toMatchObject({ ok: true });
  expect(check(30)).toMatchObject({ ok: false, refused: { reason: "too_large", field: { at: "params.forbidden" } } });
});
