import { expect, test } from "bun:test";
import { admission } from "./admission.ts";

const MIB = 2 ** 20; // bytes
const request = () => new Request("http://localhost/");

test("long bodies are taken until there is no room, and again when one is answered", () => {
  const { admit, release } = admission(10 * MIB);
  const [first, second] = [request(), request()];
  expect(admit(first, 6 * MIB)).toBe(true);
  expect(admit(second, 5 * MIB)).toBe(false);
  expect(admit(request(), 4 * MIB)).toBe(true);
  release(first);
  expect(admit(second, 5 * MIB)).toBe(true);
});

test("a body that grows takes only what it has", () => {
  const { admit, release } = admission(10 * MIB);
  const growing = request();
  for (let bytes = MIB; bytes <= 10 * MIB; bytes += MIB) expect(admit(growing, bytes)).toBe(true);
  expect(admit(growing, 10 * MIB + 1)).toBe(false);
  expect(admit(request(), MIB)).toBe(false);
  release(growing);
  release(growing); // an answer and a broken connection can both end it
  expect(admit(request(), 10 * MIB)).toBe(true);
  expect(admit(request(), MIB)).toBe(false);
});

test("short ones have room at any time", () => {
  const { admit } = admission(MIB);
  expect(admit(request(), MIB)).toBe(true);
  expect(admit(request(), 2 ** 16)).toBe(true);
  expect(admit(request(), 2 ** 16 + 1)).toBe(false);
});
