import { expect, test } from "bun:test";
import { english } from "../testing/english.ts";
import { raffle } from "./raffle.ts";

test("says what it will do", () => {
  const sentence = (winners: number, alternates: number, count: number, tickets: number) =>
    raffle.describe({ winners, alternates }, { count, tickets });
  const chance = "every ticket has the same chance.";
  expect(sentence(2, 1, 40, 55)).toBe(`2 winners and 1 alternate are drawn from 40 entries with 55 tickets; ${chance}`);
  expect(sentence(1, 0, 1, 1)).toBe(`1 winner is drawn from 1 entry with 1 ticket; ${chance}`);
});

test("tickets do not allow more winners than entries", () => {
  const refusal = english(raffle.refuses({ winners: 3, alternates: 3 }, { count: 5, tickets: 100 }));
  expect(refusal).toMatchObject({ at: "params.alternates", found: "3 winners and 3 alternates" });
});

test("a drawn entry leaves with all its tickets", () => {
  const drawn = [4, 1];
  const below = () => drawn.shift() as number;
  const result = raffle.run({ winners: 1, alternates: 2 }, { count: 3, tickets: [2, 3, 1] }, below);
  expect(result).toEqual({ winners: [1], alternates: [0, 2] });
});
