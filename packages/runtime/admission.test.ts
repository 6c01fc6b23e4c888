import { expect, test } from "bun:test";
import { admission } from "./admission.ts";

const MIB = 2 ** 20; // bytes
const request = () => new Request("http://localhost/");

test("long bodies are admitted until there is no room, and again once one is answered", () => {
  const { admit, release } = admission({ all: 10 * MIB, each: 10 * MIB });
  const [first, second] = [request(), request()];
  expect(admit(first, "a", 6 * MIB)).toBe(true);
  expect(admit(second, "a", 5 * MIB)).toBe(false);
  expect(admit(request(), "a", 4 * MIB)).toBe(true);
  release(first);
  expect(admit(second, "a", 5 * MIB)).toBe(true);
});

test("a growing body takes only its present size", () => {
  const { admit, release } = admission({ all: 10 * MIB, each: 10 * MIB });
  const growing = request();
  for (let bytes = MIB; bytes <= 10 * MIB; bytes += MIB) expect(admit(growing, "a", bytes)).toBe(true);
  expect(admit(growing, "a", 10 * MIB + 1)).toBe(false);
  expect(admit(request(), "a", MIB)).toBe(false);
  release(growing);
  release(growing); // both an answer and a broken connection may release it
  expect(admit(request(), "a", 10 * MIB)).toBe(true);
  expect(admit(request(), "a", MIB)).toBe(false);
});

test("short bodies are always admitted", () => {
  const { admit } = admission({ all: MIB, each: MIB });
  expect(admit(request(), "a", MIB)).toBe(true);
  expect(admit(request(), "a", 2 ** 16)).toBe(true);
  expect(admit(request(), "a", 2 ** 16 + 1)).toBe(false);
});

test("no client takes all the room", () => {
  const { admit, release } = admission({ all: 10 * MIB, each: 4 * MIB });
  const first = request();
  expect(admit(first, "a", 3 * MIB)).toBe(true);
  expect(admit(request(), "a", 2 * MIB)).toBe(false);
  expect(admit(first, "a", 5 * MIB)).toBe(false);
  expect(admit(request(), "b", 4 * MIB)).toBe(true);
  expect(admit(request(), "c", 4 * MIB)).toBe(false);
  release(first);
  expect(admit(request(), "c", 4 * MIB)).toBe(true);
});
