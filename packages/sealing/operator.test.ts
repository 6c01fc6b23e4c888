import { expect, test } from "bun:test";
import { BadSettings, Settings } from "@fairhat/runtime";
import { operatorSetting } from "./operator.ts";

function operatorOf(OPERATOR: string | undefined): string {
  const settings = new Settings({ OPERATOR });
  const operator = operatorSetting(settings);
  settings.check();
  return operator;
}

test.each([
  [undefined, ""],
  ["The Library", "The Library"],
  ["Cafe\u0301 Zoë & Söhne, Straße 1", "Café Zoë & Söhne, Straße 1"],
  ["Общество любителей", "Общество любителей"],
])("%p is an operator", (given, operator) => {
  expect(operatorOf(given)).toBe(operator);
});

test.each([
  ["Acme ", "no characters that cannot be seen, and no spaces but single ones between words"],
  [" Acme", "no characters that cannot be seen"],
  ["Ac\u200bme", "no characters that cannot be seen"],
  ["Acme\u202e", "no characters that cannot be seen"],
  ["\u0410cme", "the letters of one script"],
  ["\uff21\uff43\uff4d\uff45", 'ordinary letters (Unicode\'s NFKC); write "Acme"'],
  ["O\ufb03ce", 'write "Office"'],
  ["x".repeat(201), "text of 0 to 200 characters"],
])("%p is refused, with what to do instead", (given, why) => {
  expect(() => operatorOf(given)).toThrow(BadSettings);
  expect(() => operatorOf(given)).toThrow("OPERATOR must");
  expect(() => operatorOf(given)).toThrow(why);
});
