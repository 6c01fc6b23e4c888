import { expect, test } from "bun:test";
import fc from "fast-check";
import { masked } from "./masks.ts";

test.each([
  ["Ada Lovelace", "A. L."],
  ["  Zoë   Müller", "Z. M."],
  ["Lovelace, Ada", "L. A."],
  ["Anna-Lena O’Brien", "A. O."],
  ["Ludwig van Beethoven jun. (Wien)", "L. v. B. j."],
  ["Ольга Иванова", "О. И."],
  ["محمد الهاشمي", "م. ا."],
  ["田中 太郎", "田. 太."],
  ["क्षमा शर्मा", "क्. श."],
  ["e\u0301va", "e\u0301."], // a letter keeps its marks
  ["@ada", "a."],
  ["🎉 Ada", "A."],
  ["17", "1."],
  ["Ada Bell <ada@example.org>", "A. B."],
  ["ada.bell@example.org", "a."],
  ["🎉", ""],
  ["A.", ""], // it would be shown whole
])("initials of %s are %s", (label, mask) => {
  expect(masked(label, "initials")).toBe(mask);
});

test.each([
  ["ada@example.org", "a…@e….org"],
  ["Ada Bell <Ada.Bell@mail.example.co.uk>", "a…@m….uk"],
  ["é@exämple.de", "é…@e….de"],
  ["a@b.org", "a…@b….org"],
  ["Ada Bell", ""],
  [`a@b.${"c".repeat(195)}`, `a…@b….${"c".repeat(24)}`],
])("the mail mask of %s is %s", (label, mask) => {
  expect(masked(label, "mail")).toBe(mask);
});

test("an empty mask shows nothing, and no mask shows a whole label or exceeds its limit", () => {
  expect(masked("Ada Lovelace", "nothing")).toBe("");
  const label = fc.string({ unit: "grapheme", minLength: 1, maxLength: 40 });
  fc.assert(
    fc.property(label, fc.constantFrom("initials", "mail"), (typed, mask) => {
      const shown = masked(typed.normalize("NFC"), mask);
      expect(shown).not.toBe(typed);
      expect([...shown].length).toBeLessThanOrEqual(200);
      expect(shown.isWellFormed()).toBe(true);
    }),
    { numRuns: 300 },
  );
});
