import { describe, expect, test } from "bun:test";
import { LANGUAGES } from "../../packages/messages/index.ts";
import { cutResult, MOST_SHOWN, partsOf, positionsIn, type ResultPart, withLabels } from "./index.ts";

const words = LANGUAGES.en.draw;
const range = (count: number) => Array.from({ length: count }, (_, at) => at);
const entryAt = (position: number) => (position === 1 ? { label: "Person 1", tickets: 3 } : { label: "Person 0" });

describe("a long part is cut, the others are not", () => {
  test.each<[string, Record<string, unknown>, number]>([
    ["of winners", { winners: range(MOST_SHOWN + 1), alternates: [7] }, MOST_SHOWN + 1],
    ["of groups", { groups: [range(MOST_SHOWN - 1), [5, 6, 7], [8]] }, MOST_SHOWN],
    ["of prizes", { prizes: [{ name: "Car", winners: range(MOST_SHOWN + 9) }], alternates: [] }, MOST_SHOWN],
  ])("%s", (_, result, places) => {
    const { shown, resultCut } = cutResult(result);
    expect([[...positionsIn(shown)].length, resultCut]).toEqual([places, true]);
  });

  test("and one that just fits is whole", () => {
    const result = { order: range(MOST_SHOWN) };
    expect(cutResult(result)).toEqual({ shown: result, resultCut: false });
  });
});

test("every position gets its label, names are kept", () => {
  expect(withLabels({ prizes: [{ name: "Car", winners: [1] }], alternates: [0] }, entryAt)).toEqual({
    prizes: [{ name: "Car", winners: [{ position: 1, label: "Person 1", tickets: 3 }] }],
    alternates: [{ position: 0, label: "Person 0" }],
  });
});

describe("the parts of a result have headings, alternates come last", () => {
  const winners = [{ position: 2, label: "Ada" }];
  const alternates = [{ position: 0, label: "Bo" }];
  const part = (kind: string, title: string, places: unknown[]) => ({ kind, title, places }) as ResultPart;

  test.each<[Record<string, unknown>, ResultPart[]]>([
    [
      { alternates, winners },
      [part("winners", "Winners", winners), part("alternates", "Alternates, in this order", alternates)],
    ],
    [{ winners, alternates: [] }, [part("winners", "Winners", winners)]],
    [{ groups: [winners, []] }, [part("groups", "Group 1", winners), part("groups", "Group 2", [])]],
    [{ prizes: [{ name: "toString", winners }], alternates: [] }, [part("prizes", "toString", winners)]],
    [{ numbers: [49, 7] }, [part("numbers", "The numbers", [49, 7])]],
    [{ toString: [1] }, [part("toString", "toString", [1])]],
  ])("%j", (result, parts) => {
    expect(partsOf(words, result)).toEqual(parts);
  });
});
