import { expect, test } from "bun:test";
import { keptFor } from "./kept.ts";

test("an answer is shared for its time, and then requested again", async () => {
  let [now, asked] = [0, 0];
  const ask = keptFor(
    1_000,
    async () => ++asked,
    () => now,
  );
  expect(await Promise.all([ask(), ask()])).toEqual([1, 1]);
  now = 999;
  expect(await ask()).toBe(1);
  now = 1_000;
  expect(await ask()).toBe(2);
});

test("a failure is not cached", async () => {
  let asked = 0;
  const ask = keptFor(1_000, async () => {
    if (asked++ === 0) throw new Error("away");
    return "here";
  });
  expect(await ask().catch((error: Error) => error.message)).toBe("away");
  expect(await ask()).toBe("here");
});
