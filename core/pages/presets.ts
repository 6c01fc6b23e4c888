// Everyday draws that a rule can make, as links that fill the form.

/** What a preset is called in messages, and the parameters that it gives. */
export type Preset = [name: "coin" | "dice" | "d20" | "cards" | "lottery" | "bonus", link: string];

const numbers = (from: number, to: number, count: number, repeat: "yes" | "no") =>
  `/?${new URLSearchParams({ rule: "numbers/1", from: `${from}`, to: `${to}`, count: `${count}`, repeat })}`;

/** By rule. */
export const PRESETS: Readonly<Record<string, Preset[]>> = {
  "numbers/1": [
    ["coin", numbers(0, 1, 1, "yes")],
    ["dice", numbers(1, 6, 2, "yes")],
    ["d20", numbers(1, 20, 1, "yes")],
    ["cards", numbers(1, 52, 5, "no")],
    ["lottery", numbers(1, 49, 6, "no")],
    ["bonus", numbers(1, 49, 7, "no")],
  ],
};
