import { expect, test } from "bun:test";
import { turns } from "./turns.ts";

test("work runs one piece after another, in order, even if a piece fails", async () => {
  const { run } = turns();
  const log: string[] = [];
  const work = (name: string) => async () => {
    log.push(`${name} begins`);
    await Bun.sleep(1);
    log.push(`${name} ends`);
    if (name === "b") throw new Error("b fails");
    return name;
  };
  const done = await Promise.allSettled(["a", "b", "c"].map((name) => run(work(name))));
  expect(done.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
  expect(log).toEqual(["a begins", "a ends", "b begins", "b ends", "c begins", "c ends"]);
});

test("it is busy until the last piece is done", async () => {
  const large = turns();
  expect(large.busy).toBe(false);
  const first = large.run(() => Bun.sleep(1));
  const second = large.run(() => Bun.sleep(1));
  await first;
  expect(large.busy).toBe(true);
  await second;
  expect(large.busy).toBe(false);
});
