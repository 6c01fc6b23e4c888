import { expect, test } from "bun:test";
import { transitionsIn } from "./entities.ts";
import { drawPicture, drawTable, sealPicture, sealTable } from "./states.ts";

const GUARD =
  "if (old.state, new.state) not in (('open', 'open'), ('open', 'locked'),\n ('locked', 'drawn'), ('locked', 'void')) then";

test("the guard's pairs are read", () => {
  expect(transitionsIn(`if old.state in ('drawn', 'void') then ${GUARD}`)).toEqual([
    ["open", "open"],
    ["open", "locked"],
    ["locked", "drawn"],
    ["locked", "void"],
  ]);
});

test("a draw goes from open to drawn or void by way of locked", () => {
  const arrows = drawPicture(transitionsIn(GUARD))
    .split("\n")
    .filter((line) => line.includes("-->"));
  expect(arrows).toContain("  open --> locked : lock, draw");
  expect(arrows).toContain("  locked --> void : stop");
  expect(arrows.join()).not.toContain("drawn --> locked");
});

test("steps and guard that disagree are no picture", () => {
  expect(() => drawPicture([["open", "locked"]])).toThrow("but the database lets through open --> locked");
});

test("what is asked for in every standing is told by the code itself", () => {
  expect(drawTable()).toContain("| locked, begun | `already_locked` | `already_locked` | **drawn** | `draw_begun` |");
  expect(sealTable()).toContain("| sealed | **bound** | `clock_too_far` | `too_early` | **opened** |");
  expect(sealPicture()).toContain("bound --> opened : open");
  expect(sealPicture()).not.toContain("opened --> bound");
});
