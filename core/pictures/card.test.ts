import { expect, test } from "bun:test";
import { type Card, cardSvg } from "./card.ts";
import { cutTo, drawable, emOf, linesOf, scriptsIn } from "./text.ts";

const card = (changes: Partial<Card> = {}): Card => ({
  ...{ label: "drawn", bright: true, title: "Three books", by: "", lines: [], more: "", foot: "draws.example" },
  ...changes,
});

test("typed text is text in the picture", () => {
  const svg = cardSvg(card({ title: `</text><script>"&`, lines: [{ before: "1.", text: "<b>Ada</b>" }] }));
  expect(svg).toContain("&lt;/text&gt;&lt;script&gt;&quot;&amp;");
  expect(svg).toContain("&lt;b&gt;Ada&lt;/b&gt;");
});

test.each([
  ["controls and marks of direction go", "A\u0000\u202eda\u2066", "A da"],
  ["pictures go, for no font has them", "Raffle 🎉🏆 2027", "Raffle 2027"],
  ["an empty text is none", "\u200b \u0007", null],
  ["letters without a font make it none", "ქართული", null],
  ["Arabic, Thai, Hebrew, Hindi and Han stay", "محمد ไทย שלום हिन्दी 山田", "محمد ไทย שלום हिन्दी 山田"],
])("%s", (_, text, expected) => {
  expect(drawable(text)).toBe(expected);
});

test("the fonts of a text: Japanese before Chinese if there are kana", () => {
  expect(scriptsIn("Ada")).toEqual(["latin"]);
  expect(scriptsIn("山田さん")).toEqual(["latin", "japanese", "chinese"]);
  expect(scriptsIn("김 محمد")).toEqual(["latin", "arabic", "korean"]);
});

test("a long title takes two lines and ends in an ellipsis, whole characters only", () => {
  const lines = linesOf("😀 grand ".repeat(30), 15, 2);
  expect(lines).toHaveLength(2);
  expect(lines[1]).toEndWith("…");
  for (const line of lines) {
    expect(emOf(line)).toBeLessThanOrEqual(15);
    expect(line.isWellFormed()).toBe(true);
  }
  expect(cutTo("新年の抽選会", 4)).toBe("新年の…");
});
