import { expect, test } from "bun:test";
import { mermaid, partsIn, table, withParts } from "./parts.ts";

const document = `# Title

<!-- made by npm run docs: one -->
old $& text
<!-- end of one -->

By hand.

<!-- made by npm run docs: two -->
<!-- end of two -->
`;

test("the text between two markers is regenerated, the rest is kept, and a second run changes nothing", () => {
  const made = new Map([
    ["one", "new $& text\n"],
    ["two", "two"],
  ]);
  const once = withParts(document, made);
  expect(once).toContain("docs: one -->\nnew $& text\n<!-- end of one -->\n\nBy hand.\n");
  expect(once).toContain("docs: two -->\ntwo\n<!-- end of two -->\n");
  expect(once).not.toContain("old");
  expect(withParts(once, made)).toBe(once);
});

test("a part without an end or without a generator is refused", () => {
  expect(partsIn(document)).toEqual(["one", "two"]);
  expect(() => partsIn(document.replace("end of one", "end of on"))).toThrow("1 of 2 parts have no end");
  expect(() => withParts(document, new Map([["one", ""]]))).toThrow("nothing makes two; there are one");
});

test("pictures and tables are Markdown that forges render", () => {
  expect(mermaid("flowchart LR", "  a --> b")).toBe("```mermaid\nflowchart LR\n  a --> b\n```");
  expect(table(["a", "b"], [["1", ""]])).toBe("| a | b |\n|---|---|\n| 1 |  |");
});
