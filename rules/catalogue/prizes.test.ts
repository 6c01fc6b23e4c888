import { expect, test } from "bun:test";
import { english } from "../testing/english.ts";
import { check } from "./check.ts";
import { prizes } from "./prizes.ts";

const bicycle = { name: "Bicycle", quantity: 1 };
const book = { name: "Book", quantity: 2 };

test("says what it will do", () => {
  const sentence = (list: (typeof book)[], tickets: boolean, alternates: number) =>
    prizes.describe({ prizes: list, tickets, alternates }, { count: 40, tickets: tickets ? 55 : 40 });
  expect(sentence([bicycle, book], false, 1)).toBe(
    "3 winners and 1 alternate are drawn from 40 entries; every entry has the same chance, and the prizes are given out in their order.",
  );
  expect(sentence([bicycle], true, 0)).toBe(
    "1 winner is drawn from 40 entries with 55 tickets; every ticket has the same chance.",
  );
});

test("there are no more prizes and alternates than entries", () => {
  const refuses = (list: (typeof book)[], alternates: number, count: number) =>
    english(prizes.refuses({ prizes: list, tickets: false, alternates }, { count, tickets: count }));
  const expected = "at most 4 prizes and alternates together, as many as there are entries";
  expect(refuses([book, bicycle], 1, 4)).toBeNull();
  expect(refuses([book, bicycle], 2, 4)).toEqual({
    at: "params.alternates",
    expected,
    found: "3 winners and 2 alternates",
  });
  expect(refuses([book, bicycle, book], 0, 4)).toEqual({ at: "params.prizes", expected, found: "5 winners" });
  const all = { name: "All", quantity: Number.MAX_SAFE_INTEGER };
  expect(refuses([all, all, all], 0, 4)?.at).toBe("params.prizes");
});

test("a prize has a name and a quantity of at least one", () => {
  const at = (list: unknown) => {
    const checked = check("prizes/1", { prizes: list, tickets: false, alternates: 0 }, { count: 5, tickets: 5 });
    return checked.ok ? null : checked.problem.at;
  };
  expect(at([book])).toBeNull();
  expect(at([])).toBe("params.prizes");
  expect(at([book, { name: "Pen" }])).toBe("params.prizes[1].quantity");
  expect(at([{ name: "Pen", quantity: 0 }])).toBe("params.prizes[0].quantity");
  expect(at([{ name: "x".repeat(201), quantity: 1 }])).toBe("params.prizes[0].name");
});

test("prizes go to the drawn in order, then come the alternates", () => {
  const params = { prizes: [book, bicycle], tickets: false, alternates: 1 };
  const result = prizes.run(params, { count: 5, tickets: null }, () => 0);
  const given = [
    { name: "Book", winners: [0, 1] },
    { name: "Bicycle", winners: [2] },
  ];
  expect(result).toEqual({ prizes: given, alternates: [3] });
});

test("with tickets it draws like raffle/1", () => {
  const params = { prizes: [bicycle], tickets: true, alternates: 0 };
  const result = prizes.run(params, { count: 3, tickets: [1, 7, 1] }, () => 7);
  expect(result).toEqual({ prizes: [{ name: "Bicycle", winners: [1] }], alternates: [] });
});
