import { describe, expect, test } from "bun:test";
import { callerOf, readTokens, type Token } from "./tokens.ts";

const ONE = `core.${"a".repeat(32)}`;
const NEW = `core.${"b".repeat(40)}`;
const OTHER = "other-core.0123456789.abcdefghijklmnopqrstuvw_~+/=-";

describe("readTokens", () => {
  test("accepts one token per line, with either line ending", () => {
    const tokens = readTokens(`${ONE}\r\n${NEW}\n${OTHER}`) as Token[];
    expect(tokens.map(({ name }) => name)).toEqual(["core", "core", "other-core"]);
  });

  test.each([
    ["", 1],
    ["core", 1],
    [`core.${"a".repeat(31)}`, 1],
    [`.${"a".repeat(32)}`, 1],
    [`Core.${"a".repeat(32)}`, 1],
    [`core.${"a".repeat(32)} `, 1],
    [`core.${"ä".repeat(32)}`, 1],
    [`${ONE}\n\n${NEW}`, 2],
    [`${ONE}\n${NEW}\n# comment`, 3],
  ])("refuses %j with the line number", (file, wrongLine) => {
    expect(readTokens(file)).toEqual({ wrongLine });
  });
});

describe("callerOf", () => {
  const tokens = readTokens(`${ONE}\n${NEW}\n${OTHER}`) as Token[];

  test.each<[string | null, ReturnType<typeof callerOf>]>([
    [`Bearer ${ONE}`, { name: "core" }],
    [`Bearer ${NEW}`, { name: "core" }],
    [`bearer  ${OTHER}`, { name: "other-core" }],
    [`Bearer ${ONE.replace("core", "other-core")}`, "unknown"],
    [`Bearer ${ONE}a`, "unknown"],
    [`Bearer ${ONE.slice(0, -1)}`, "unknown"],
    ["Bearer x", "unknown"],
    ["Bearer ", "missing"],
    [`Basic ${ONE}`, "missing"],
    [ONE, "missing"],
    ["", "missing"],
    [null, "missing"],
  ])("%p is %p", (authorization, caller) => {
    expect(callerOf(tokens, authorization)).toEqual(caller);
  });

  test("without tokens, no caller is known", () => {
    expect(callerOf([], `Bearer ${ONE}`)).toBe("unknown");
  });
});
