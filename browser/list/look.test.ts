import { describe, expect, test } from "bun:test";
import fc from "fast-check";
import { lookAt } from "./look.ts";
import { readPasted } from "./paste.ts";

describe("a look at a list", () => {
  test("counts entries, tickets and blank lines", () => {
    expect(lookAt("Ada, 3\n\nGrace\nEmmy, 2\n", true)).toMatchObject({ entries: 3, tickets: 6, blank: 1 });
    expect(lookAt("Ada, 3\n\nGrace\nEmmy, 2\n", false)).toMatchObject({ entries: 3, tickets: 3, blank: 1 });
    expect(lookAt("", true)).toMatchObject({ entries: 0, tickets: 0, blank: 0, untidy: false, again: 0, oddities: [] });
  });

  test("counts what cannot be read as tickets once", () => {
    expect(lookAt("Ada, 0\nGrace, 1.5\nEmmy, -2\nSophie, 2", true).tickets).toBe(5);
  });

  test("tells which names repeat, and how many lines are the same entry as one before", () => {
    const { repeated, again } = lookAt("Ada, 2\nAda, 3\nAda, 2\nGrace\nGrace\nEmmy", true);
    expect(repeated).toEqual({
      count: 2,
      first: [
        { label: "Ada", times: 3 },
        { label: "Grace", times: 2 },
      ],
    });
    expect(again).toBe(2);
  });

  test("shows the first five of many names that repeat", () => {
    const names = Array.from({ length: 9 }, (_, at) => `P${at}`);
    const { repeated } = lookAt([...names, ...names].join("\n"), false);
    expect([repeated.count, repeated.first.length]).toEqual([9, 5]);
  });

  test.each([
    ["Ada\nGrace", false],
    ["Ada\nGrace\n", false], // the end of the last line is no blank one
    ["Ada \nGrace", true],
    ["\tAda\nGrace", true],
    ["Ada\n\nGrace", true],
  ])("%j is untidy: %p", (text, untidy) => {
    expect(lookAt(text, false).untidy).toBe(untidy);
  });

  test("has as many entries as the server will read", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.boolean(), (text, takesTickets) => {
        expect(lookAt(text, takesTickets).entries).toBe(readPasted(text, takesTickets).entries.length);
      }),
    );
  });
});
