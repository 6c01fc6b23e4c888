import { expect, test } from "bun:test";
import { isBlank } from "./blank.ts";

test.each([
  ["nothing", ""],
  ["spaces", "  \t"],
  ["a no-break space", "\u00a0"],
  ["an ideographic space", "\u3000"],
  ["a space without width", "\u200b"],
  ["a joiner", "\u200d"],
  ["a soft hyphen", "\u00ad"],
  ["a direction mark", "\u202e"],
  ["a byte order mark", "\ufeff"],
  ["a Hangul filler", "\u3164"],
  ["an empty Braille cell", "\u2800"],
  ["a variation selector", "\ufe0f"],
  ["a tag", "\u{e0041}"],
  ["several of them", "\u00a0\u200b \u3164"],
])("%s is blank", (_, text) => {
  expect(isBlank(text)).toBe(true);
});

test.each(["0", ".", "Ada", "\u200bAda\u200b", "\u00a0-", "👩‍👩‍👧", "م", "\u0301", "\u0601"])(
  "%j is not blank",
  (text) => {
    expect(isBlank(text)).toBe(false);
  },
);
