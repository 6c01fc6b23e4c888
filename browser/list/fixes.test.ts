import { describe, expect, test } from "bun:test";
import fc from "fast-check";
import { type Fix, fixed } from "./fixes.ts";
import { lookAt } from "./look.ts";
import { readPasted } from "./paste.ts";

test.each<[Fix, string, string]>([
  ["tidy", " Ada \r\n\r\n\tGrace\n", "Ada\nGrace"],
  ["repeats", "Ada\nGrace\n Ada\n\nAda", "Ada\nGrace\n"],
  ["repeats", "Ame\u0301lie\nAmélie", "Ame\u0301lie"],
  ["hidden", "A\u200bda\tB\u0007\nGr\u00adace\r\nX", "Ada\tB\nGrace\r\nX"],
  ["separators", "Ada,\nGrace; \nEmmy, 2", "Ada\nGrace\nEmmy, 2"],
  ["header", "\n Name\nAda\n\nGrace", "Ada\nGrace"],
])("%s: %j becomes %j", (fix, text, after) => {
  expect(fixed(text, fix, false)).toBe(after);
});

test("the same name with other tickets is no repetition", () => {
  expect(fixed("Ada, 2\nAda, 3\nAda ,2\nAda, 1\nAda", "repeats", true)).toBe("Ada, 2\nAda, 3\nAda, 1");
});

describe("a fix", () => {
  const texts = fc.array(
    fc.oneof(fc.string({ unit: "binary" }), fc.constantFrom("Ada", "Ada, 2", "ada,", " Ada ", "", "Name")),
  );

  test("tidy changes no entry", () => {
    fc.assert(
      fc.property(texts, fc.boolean(), (lines, takesTickets) => {
        const text = lines.join("\n");
        const tidied = fixed(text, "tidy", takesTickets);
        expect(readPasted(tidied, takesTickets).entries).toEqual(readPasted(text, takesTickets).entries);
        expect(lookAt(tidied, takesTickets).untidy).toBe(false);
      }),
    );
  });

  test("repeats leaves each entry once, in its order", () => {
    fc.assert(
      fc.property(texts, fc.boolean(), (lines, takesTickets) => {
        const text = lines.join("\n");
        const before = readPasted(text, takesTickets).entries.map((entry) => JSON.stringify(entry));
        const after = readPasted(fixed(text, "repeats", takesTickets), takesTickets).entries;
        expect(after.map((entry) => JSON.stringify(entry))).toEqual([...new Set(before)]);
      }),
    );
  });

  test("mends what it is for: it is not told again", () => {
    const text = "Name\nAda,\nGr\u200bace\nGrace\nAda,\n\n";
    const kinds = (mended: string) => lookAt(mended, false).oddities.map(({ kind }) => kind);
    expect(kinds(text)).toEqual(["header", "hidden", "separators", "alike"]);
    expect(kinds(fixed(text, "header", false))).not.toContain("header");
    expect(kinds(fixed(text, "hidden", false))).not.toContain("hidden");
    expect(kinds(fixed(text, "separators", false))).not.toContain("separators");
    expect(lookAt(fixed(text, "repeats", false), false).again).toBe(0);
  });
});

test("a long line of separators takes no longer than another", () => {
  const before = process.cpuUsage();
  for (const filler of [" ", ",", ", ", ";\t "]) {
    const line = `a${filler.repeat(300_000)}b`;
    for (const fix of ["tidy", "repeats", "hidden", "separators"] as const) fixed(line, fix, true);
    lookAt(line, false);
  }
  expect(process.cpuUsage(before).user / 1_000_000).toBeLessThan(20);
});
