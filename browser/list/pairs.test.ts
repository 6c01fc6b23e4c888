import { describe, expect, test } from "bun:test";
import { distinctLabels, namedPairs, pairsIn, writtenPairs } from "./pairs.ts";

const LIST = ["Ada", "Grace", "Anna-Lena", "Doe, Jane", "Bob", "Bob"];

describe("pairs as people write them", () => {
  test.each([
    [
      "Ada - Grace",
      [
        [0, 1],
        [1, 0],
      ],
    ],
    [
      "ada – GRACE",
      [
        [0, 1],
        [1, 0],
      ],
    ],
    [
      "  Ada   <->  Grace",
      [
        [0, 1],
        [1, 0],
      ],
    ],
    [
      "Ada, Grace",
      [
        [0, 1],
        [1, 0],
      ],
    ],
    [
      "Ada\tGrace",
      [
        [0, 1],
        [1, 0],
      ],
    ],
    ["Ada > Grace", [[0, 1]]],
    ["Ada→Grace", [[0, 1]]],
    [
      "Ada -> Grace -> Anna-Lena",
      [
        [0, 1],
        [1, 2],
      ],
    ],
    [
      "Ada - Anna-Lena",
      [
        [0, 2],
        [2, 0],
      ],
    ],
    [
      "Doe, Jane - Ada",
      [
        [0, 3],
        [3, 0],
      ],
    ],
    [
      "#5 - Ada",
      [
        [0, 4],
        [4, 0],
      ],
    ],
    [
      "Ada - Grace - Anna-Lena",
      [
        [0, 1],
        [0, 2],
        [1, 0],
        [1, 2],
        [2, 0],
        [2, 1],
      ],
    ],
    ["Ada - Ada", []],
    [
      "Grace > Ada\r\n\nAda > Grace\nAda > Grace",
      [
        [0, 1],
        [1, 0],
      ],
    ],
    ["Ada - Gracee\nAda > Grace", ["Ada - Gracee", [0, 1]]],
    ["Ada - Bob", ["Ada - Bob"]], // there are two
    ["Ada", ["Ada"]],
    ["Ada -", ["Ada -"]],
    ["#7 - Ada", ["#7 - Ada"]],
    ["#0 - Ada", ["#0 - Ada"]],
    ["", []],
  ])("%j", (typed, pairs) => {
    expect(pairsIn(typed, LIST) as unknown[]).toEqual(pairs);
  });

  test("written pairs are read back, also for names that are duplicated or contain a separator", () => {
    const pairs: [number, number][] = [
      [0, 1],
      [0, 3],
      [1, 0],
      [4, 5],
    ];
    const written = writtenPairs(pairs, distinctLabels(LIST));
    expect(written).toEqual(["Ada – Grace", "Ada → #4", "#5 → #6"]);
    expect(pairsIn(written.join("\n"), LIST)).toEqual(pairs);
  });
});

test("a refusal names the pairs by their names", () => {
  expect(namedPairs("Pairs: found [0,1], [3,9] and 2 more.", LIST)).toBe("Pairs: found Ada → Grace, [3,9] and 2 more.");
});
