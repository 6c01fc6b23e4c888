// Everyday draws of numbers without a page (presets.ts), as links that fill the form.

/** A preset's key in the messages, and its parameters. */
export type NumbersPreset = [name: "coin" | "d20" | "cards" | "bonus", link: string];

const numbers = (from: number, to: number, count: number, repeat: "yes" | "no") =>
  `/?${new URLSearchParams({ rule: "numbers/1", from: `${from}`, to: `${to}`, count: `${count}`, repeat })}`;

/** By rule. */
export const NUMBERS_PRESETS: Readonly<Record<string, NumbersPreset[]>> = {
  "numbers/1": [
    ["coin", numbers(0, 1, 1, "yes")],
    ["d20", numbers(1, 20, 1, "yes")],
    ["cards", numbers(1, 52, 5, "no")],
    ["bonus", numbers(1, 49, 7, "no")],
  ],
};
