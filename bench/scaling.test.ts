import { expect, test } from "bun:test";
import latest from "./results/latest.json";
import { processorsFor } from "./scaling.ts";

test("one draw of 0.6 CPU seconds per second needs one processor", () => {
  const figures = { "draws.cpu_us_core": 600_000, "draws.cpu_us_postgres": 60_000, "draws.cpu_us_calibrated": 9 };
  expect(processorsFor(figures, 1)).toEqual({ core: 1, postgres: 0.1 });
  expect(processorsFor(figures, 100)).toEqual({ core: 100, postgres: 10 });
});

test("the latest results have every figure the arithmetic needs", () => {
  const needed = processorsFor(latest.figures, 10);
  expect(Object.keys(needed).toSorted()).toEqual(["core", "nginx", "postgres", "random-a", "random-b", "rules"]);
  for (const processors of Object.values(needed)) expect(processors).toBeGreaterThan(0);
});
