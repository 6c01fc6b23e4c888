import { expect, test } from "bun:test";
import { type KnownLock, MOST_KNOWN, readLocks, seenBefore, withLock } from "./known-locks.ts";

const lock = (changes: Partial<KnownLock> = {}): KnownLock => {
  return { draw: "0".repeat(32), M: "a".repeat(64), at: 1_000, waiting: true, ...changes };
};

test("a draw's first lock is kept", () => {
  const first = lock();
  expect(withLock([first], lock({ M: "b".repeat(64), at: 2_000, waiting: false }))).toEqual([first]);
});

test("the oldest is dropped when there is no room", () => {
  const full = Array.from({ length: MOST_KNOWN }, (_, at) => lock({ draw: at.toString(16).padStart(32, "0"), at }));
  const next = lock({ draw: "f".repeat(32), at: MOST_KNOWN });
  const now = withLock(full, next);
  expect([now.length, now[0], now.at(-1)]).toEqual([MOST_KNOWN, full[1] as KnownLock, next]);
});

test.each([
  ["nothing", null],
  ["no JSON", "{"],
  ["no list", '{"draw":1}'],
  ["null", "null"],
])("with %s there are no known locks", (_, text) => {
  expect(readLocks(text)).toEqual([]);
});

test("malformed locks are dropped, the rest is kept", () => {
  const broken = [{}, null, 17, lock({ M: "x" }), lock({ draw: "0".repeat(31) }), { ...lock(), at: "1" }];
  expect(readLocks(JSON.stringify([...broken, lock()]))).toEqual([lock()]);
});

test("a lock was seen before the draw only if the draw was waiting then, and by the clock", () => {
  expect(seenBefore(lock({ at: 5 }), 5)).toBe(true);
  expect(seenBefore(lock({ at: 6 }), 5)).toBe(false);
  expect(seenBefore(lock({ at: 1, waiting: false }), 5)).toBe(false);
});
