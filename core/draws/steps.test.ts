import { describe, expect, test } from "bun:test";
import type { State } from "../db/schema.ts";
import { type Action, endingOf, refusalOf, type StepRefusal } from "./steps.ts";

const NOW = Date.parse("2026-11-22T12:00:00.000Z");
const at = (milliseconds: number) => new Date(NOW + milliseconds).toISOString();

/** Every possible state of a draw, by description. */
const STANDINGS = {
  open: { state: "open", draw_after: null, begun_at: null },
  "locked for later": { state: "locked", draw_after: at(1), begun_at: null },
  "locked, its time just come": { state: "locked", draw_after: at(0), begun_at: null },
  "locked, its time long past": { state: "locked", draw_after: at(-1e9), begun_at: null },
  "begun at once": { state: "locked", draw_after: null, begun_at: at(0) },
  "begun after its time": { state: "locked", draw_after: at(-5_000), begun_at: at(-1_000) },
  "begun long ago": { state: "locked", draw_after: null, begun_at: at(-1e9) },
  drawn: { state: "drawn", draw_after: null, begun_at: at(-1) },
  void: { state: "void", draw_after: at(1), begun_at: null },
} satisfies Record<string, { state: State; draw_after: string | null; begun_at: string | null }>;

type Row = Record<Action, StepRefusal | null>;
const LOCKED = { change: "already_locked", lock: "already_locked" } as const;
const all = (refusal: StepRefusal): Row => ({ change: refusal, lock: refusal, draw: refusal, void: refusal });

const TABLE: Record<keyof typeof STANDINGS, Row> = {
  open: { change: null, lock: null, draw: null, void: "not_locked" },
  "locked for later": { ...LOCKED, draw: "too_early", void: null },
  "locked, its time just come": { ...LOCKED, draw: null, void: null },
  "locked, its time long past": { ...LOCKED, draw: null, void: null },
  "begun at once": { ...LOCKED, draw: null, void: "draw_begun" },
  "begun after its time": { ...LOCKED, draw: null, void: "draw_begun" },
  "begun long ago": { ...LOCKED, draw: null, void: "draw_begun" },
  drawn: all("already_drawn"),
  void: all("already_void"),
};

describe("what may follow a draw that is", () => {
  for (const [name, row] of Object.entries(TABLE)) {
    test(name, () => {
      const standing = STANDINGS[name as keyof typeof STANDINGS];
      const found = Object.keys(row).map((action) => [action, refusalOf(action as Action, standing, NOW)]);
      expect(Object.fromEntries(found)).toEqual(row);
    });
  }
});

describe("a locked draw that is to be cancelled", () => {
  const answers = [false, true];
  const sides = ["a", "b"] as const;
  const cases = answers.flatMap((begun) =>
    answers.flatMap((a) =>
      answers.flatMap((b) => [null, ...sides].map((refusing) => ({ begun, opened: { a, b }, refusing }))),
    ),
  );
  const endings = (wanted: (one: (typeof cases)[number]) => boolean) =>
    new Set(cases.filter(wanted).map(({ begun, opened, refusing }) => endingOf(begun, opened, refusing)));

  test("is finished if both numbers are public, regardless of everything else", () => {
    expect(endings(({ opened }) => opened.a && opened.b)).toEqual(new Set(["finish"]));
  });

  test("is void only if both numbers can never be public: one side refuses permanently, or the draw has not begun", () => {
    const mayBeOut = ({ begun, opened, refusing }: (typeof cases)[number]) =>
      sides.every((side) => opened[side] || (refusing !== side && (begun || opened.a || opened.b)));
    expect(cases.filter(mayBeOut).length).toBeGreaterThan(0);
    expect([...endings(mayBeOut)]).not.toContain("void");
    expect(endings((one) => !mayBeOut(one))).toEqual(new Set(["void"]));
  });

  test("waits if a side refuses what it has opened", () => {
    expect(endingOf(true, { a: true, b: false }, "a")).toBe("wait");
    expect(endingOf(true, { a: true, b: false }, "b")).toBe("void");
  });
});
