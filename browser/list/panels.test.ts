import { expect, test } from "bun:test";
import { distinctLabels } from "./index.ts";
import { panelsIn, writtenPanels } from "./panels.ts";

const LABELS = ["Ada", "Grace", "Emmy", "Ada B.", "Zoë, PhD"];

test("a panel is a weight and entries, by name or number, in any order", () => {
  expect(panelsIn("3: Emmy, ada\r\n\n 1 : #4; #2\nGrace, Emmy\n2: #5", LABELS)).toEqual([
    { positions: [0, 2], weight: 3 },
    { positions: [1, 3], weight: 1 },
    { positions: [1, 2], weight: 1 },
    { positions: [4], weight: 2 },
  ]);
});

test("a line that names no entries stays as typed, to be refused by its panel", () => {
  expect(panelsIn("2: Ada, Gracee\n0: Ada\n5: #9\n3:", LABELS)).toEqual([
    "2: Ada, Gracee",
    { positions: [0], weight: 0 },
    "5: #9",
    "3:",
  ]);
});

test("written panels are read back", () => {
  const panels = [
    { positions: [0, 4], weight: 3 },
    { positions: [2], weight: 1 },
  ];
  const written = writtenPanels(panels, distinctLabels(LABELS));
  expect(written).toEqual(["3: Ada, #5", "1: Emmy"]);
  expect(panelsIn(written.join("\n"), LABELS)).toEqual(panels);
});
