import { expect, test } from "bun:test";
import { type RevealPart, revealSteps, stepTime } from "./steps.ts";

function part(kind: string, title: string, labels: string[]): RevealPart {
  const places = labels.map((label, at) => ({ place: at + 1, label, entry: at + 1 }));
  return { kind, title, places, of: labels.length };
}

const shown = (parts: RevealPart[]) =>
  revealSteps(parts).map((step) => step.map(({ title, places }) => `${title}: ${places.map(({ label }) => label)}`));

test("the last prize comes first, and alternates are omitted", () => {
  const parts = [
    part("prizes", "Bicycle", ["Ada"]),
    part("prizes", "Book", ["Bo", "Cy"]),
    part("alternates", "Alternates", ["Di"]),
  ];
  expect(shown(parts)).toEqual([["Book: Cy"], ["Book: Bo"], ["Bicycle: Ada"]]);
});

test("numbers come in drawn order, and each team as a whole", () => {
  expect(shown([part("numbers", "Numbers", ["9", "4"])])).toEqual([["Numbers: 9"], ["Numbers: 4"]]);
  const teams = [part("groups", "Group 1", ["Ada", "Bo"]), part("groups", "Group 2", ["Cy"])];
  expect(shown(teams)).toEqual([["Group 1: Ada,Bo"], ["Group 2: Cy"]]);
});

test.each([1, 24, 25, 100, 1_000])(
  "of %i winners each appears once, in a few steps, the first three alone",
  (count) => {
    const labels = Array.from({ length: count }, (_, at) => `${at + 1}`);
    const steps = revealSteps([part("winners", "Winners", labels)]);
    expect(steps.length).toBeLessThanOrEqual(24);
    const order = steps.flatMap((step) => step.flatMap(({ places }) => places.map(({ place }) => place).reverse()));
    expect(order).toEqual(labels.map(Number).reverse());
    for (const step of steps.slice(-3)) expect(step[0]?.places).toHaveLength(1);
  },
);

test("many steps take no longer than a few", () => {
  expect(stepTime(3, 6_000)).toBe(6_000);
  expect(stepTime(24, 6_000) * 24).toBeLessThanOrEqual(45_000);
});
