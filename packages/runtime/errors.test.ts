import { expect, test } from "bun:test";
import { readFileSync } from "node:fs";
import { codeOf, messageOf } from "./errors.ts";

function thrownBy(act: () => unknown): unknown {
  try {
    return act();
  } catch (error) {
    return error;
  }
}

test("the code of a system's error", () => {
  expect(codeOf(thrownBy(() => readFileSync("/no/such/file")))).toBe("ENOENT");
});

test("what has no code has an empty one", () => {
  for (const thrown of [new Error("no code"), undefined, null, "ENOENT", { code: "ENOENT" }]) {
    expect(codeOf(thrown)).toBe("");
  }
});

test("the message of whatever was thrown", () => {
  expect(messageOf(new Error("too late"))).toBe("too late");
  expect(messageOf("too late")).toBe("too late");
  expect(messageOf(null)).toBe("null");
});
