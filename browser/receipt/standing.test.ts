import { expect, test } from "bun:test";
import { standingsIn } from "./standing.ts";

const at = (part: string, place: number, name = "") => ({ part, name, place });

test.each([
  [{ winners: [4, 2], alternates: [1] }, 2, [at("winners", 2)]],
  [{ winners: [4, 2], alternates: [1] }, 1, [at("alternates", 1)]],
  [{ winners: [4, 2], alternates: [1] }, 3, []],
  [{ order: [2, 0, 1] }, 0, [at("order", 2)]],
  [{ groups: [[0], [2, 1]] }, 1, [at("groups", 2, "2")]],
  [
    {
      alternates: [1],
      prizes: [
        { name: "Car", winners: [0] },
        { name: "Book", winners: [3, 2] },
      ],
    },
    2,
    [at("prizes", 2, "Book")],
  ],
  [
    {
      bracket: [
        [0, 1],
        [2, null],
      ],
    },
    2,
    [at("bracket", 1, "2")],
  ],
  [
    {
      pairs: [
        [0, 1],
        [1, 0],
      ],
    },
    0,
    [at("pairs", 1, "1"), at("pairs", 2, "2")],
  ],
  [
    {
      rounds: [
        [
          [0, 1],
          [2, 3],
        ],
      ],
    },
    2,
    [at("rounds", 3, "1")],
  ],
])("in %j, position %d stands at %j", (result, position, standings) => {
  expect(standingsIn(result, position)).toEqual(standings);
});
