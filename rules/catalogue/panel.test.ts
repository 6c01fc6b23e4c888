import { expect, test } from "bun:test";
import { canonical } from "@fairhat/protocol";
import { answerCheck } from "../checks.ts";
import { english } from "../testing/english.ts";
import { check } from "./check.ts";

const MAX = Number.MAX_SAFE_INTEGER;
const refusalOf = (panels: unknown[], count = 4) => {
  const checked = check("panel/1", { panels }, { count, tickets: count });
  return checked.ok ? null : english(checked.problem);
};
const panel = (weight: number, ...positions: number[]) => ({ positions, weight });

test("a weight of 0 or a weight that is too large is refused at its panel", () => {
  expect(refusalOf([panel(1, 0), panel(0, 1)])).toMatchObject({ at: "params.panels[1].weight", found: "0" });
  expect(refusalOf([panel(2 ** 53, 0)])).toMatchObject({ at: "params.panels[0].weight" });
  expect(refusalOf([panel(MAX, 0), panel(1, 1)])).toMatchObject({ at: "params.panels[1].weight", found: "1" });
  expect(refusalOf([panel(MAX, 0)])).toBeNull();
});

test("panels name entries of the list, each once, ascending", () => {
  expect(refusalOf([panel(1, 0), panel(1, 2, 4)])).toMatchObject({ at: "params.panels[1].positions[1]", found: "4" });
  expect(refusalOf([panel(1, 2, 1)])).toMatchObject({ at: "params.panels[0].positions[1]" });
  expect(refusalOf([panel(1, 1, 1)])).toMatchObject({ at: "params.panels[0].positions[1]" });
  expect(refusalOf([panel(1)])).toMatchObject({ at: "params.panels[0].positions" });
});

test("a lottery has at most 10,000 panels and 100,000 positions", () => {
  const all = Array.from({ length: 100 }, (_, position) => position);
  expect(refusalOf(Array(10_001).fill(panel(1, 0)))).toMatchObject({ at: "params.panels", found: "10001" });
  expect(refusalOf(Array(1_001).fill(panel(1, ...all)), 100)).toMatchObject({ at: "params.panels", found: "100100" });
  const asked = { rule: "panel/1", params: { panels: Array(1_000).fill(panel(1, ...all)) } };
  const size = { count: 100, tickets: 100 };
  expect(canonical(answerCheck({ ...asked, entries: size }))).toContain("1 panel is drawn from 1000 panels");
});
