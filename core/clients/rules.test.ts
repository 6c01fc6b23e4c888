import { afterAll, beforeEach, expect, spyOn, test } from "bun:test";
import { canonical, type Manifest } from "@fairhat/protocol";
import { answered } from "@fairhat/runtime";
import { Elysia } from "elysia";
import { LARGE, LIGHT, rulesService } from "./rules.ts";

interface Call {
  /** Entries of each draw, or the numbers it draws. */
  sizes: number[];
  aborted: boolean;
  answer(): void;
}

const outcomeOf = (count: number) => ({
  seed: "00",
  rule: "order/1",
  result: { order: Array.from({ length: count }, (_, at) => at) },
});
let calls: Call[] = [];
const service = new Elysia()
  .post("/outcomes", async ({ body, request }) => {
    const { draws } = body as { draws: { manifest: Manifest }[] };
    const gate = Promise.withResolvers<void>();
    const sizes = draws.map(({ manifest }) => manifest.entries.count || Number(manifest.params.count));
    const call: Call = { sizes, aborted: false, answer: gate.resolve };
    request.signal.addEventListener("abort", () => {
      call.aborted = true;
    });
    calls.push(call);
    await gate.promise;
    return { answers: draws.map(({ manifest }) => answered({ draw: "", outcome: outcomeOf(manifest.entries.count) })) };
  })
  .listen({ hostname: "127.0.0.1", port: 0 });
const rules = rulesService(`http://127.0.0.1:${service.server?.port}`);
afterAll(() => service.stop(true));
beforeEach(() => {
  calls = [];
});

const draw = (count: number, params = {}) =>
  rules.draw({ manifest: { entries: { count }, params } as Manifest, openings: {}, tickets: null } as never);
const until = async (holds: () => boolean) => {
  while (!holds()) await Bun.sleep(1);
};
const asked = () => calls.map(({ sizes }) => sizes);

test("a light draw is sent while heavier ones, which take turns, are in flight", async () => {
  const heavier = [LARGE, LIGHT + 1, LARGE + 1, 2 * LARGE].map((count) => draw(count));
  await until(() => calls.length === 2);
  const light = Promise.all([draw(LIGHT), draw(3)]);
  await until(() => calls.length === 3);
  expect(asked().toSorted(([one = 0], [other = 0]) => one - other)).toEqual([[LIGHT, 3], [LARGE], [LARGE + 1]]);
  calls[2]?.answer();
  expect(await light).toHaveLength(2);
  expect(calls).toHaveLength(3);
  for (const [first, next] of [
    [LARGE, LIGHT + 1],
    [LARGE + 1, 2 * LARGE],
  ]) {
    calls.find(({ sizes }) => sizes[0] === first)?.answer();
    await until(() => asked().at(-1)?.[0] === next);
  }
  for (const { answer } of calls) answer();
  expect(await Promise.all(heavier)).toHaveLength(4);
});

test("numbers without a list weigh as much as their count", async () => {
  const drawn = [10_000, 10_000, 1].map((count) => draw(0, { count }));
  await until(() => calls.length === 2);
  expect(asked()).toEqual([[10_000, 10_000], [1]]);
  for (const { answer } of calls) answer();
  await Promise.all(drawn);
});

test("a late call is aborted, which the service sees, and repeated in halves", async () => {
  const after = AbortSignal.timeout;
  const timeout = spyOn(AbortSignal, "timeout").mockImplementation((time) => after.call(AbortSignal, time / 100));
  const drawn = Promise.all([draw(3), draw(4)]);
  await until(() => calls.length === 1);
  timeout.mockRestore();
  await until(() => calls.length === 3);
  expect(asked()).toEqual([[3, 4], [3], [4]]);
  await until(() => calls[0]?.aborted === true);
  for (const { answer } of calls) answer();
  expect(await drawn).toHaveLength(2);
});

test("a large answer is parsed and canonicalised off the main thread", async () => {
  const text = canonical(outcomeOf(500_000));
  const drawn = draw(500_000);
  await until(() => calls.length === 1);
  const readHere = [spyOn(JSON, "parse"), spyOn(Response.prototype, "json"), spyOn(Response.prototype, "text")];
  calls[0]?.answer();
  expect(await drawn).toEqual(answered({ draw: "", outcome: { rule: "order/1", seed: "00", text } }));
  expect(readHere.map(({ mock }) => mock.calls.length)).toEqual([0, 0, 0]);
  for (const spy of readHere) spy.mockRestore();
});
