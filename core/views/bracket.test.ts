import { expect, test } from "bun:test";
import { bracketPicture } from "./bracket.ts";

const named = (label: string) => ({ position: 0, label });

test("a bye leads to the second round, and a long name is cut", () => {
  const long = "A name that nobody can read on a phone";
  const { names, path, width, height } = bracketPicture([
    [named("Ada"), null],
    [named("Grace"), named(long)],
  ]);
  expect(names.map(({ y, text }) => [y, text])).toEqual([
    [26, "Ada"],
    [65, "Grace"],
    [91, "A name that nobody…"],
  ]);
  expect([width, height]).toEqual([248, 104]);
  expect(path).toBe("M0 26H216M0 65H184V91H0M184 78h32M216 26v52M216 52h32");
});
