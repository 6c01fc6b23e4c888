import { describe, expect, test } from "bun:test";
import { canonical, utf8 } from "@fairhat/protocol";
import { verifyRecord } from "@fairhat/verify";
import { type Plan, recordOf } from "@fairhat/verify/fixture";
import { en } from "../../packages/messages/en/index.ts";
import { changed, type Json } from "./change.ts";
import { sampleOf } from "./sample.ts";
import { tricksOf } from "./tricks.ts";

const list = ["Ada", "Bo", "Cy", "Di", "Ed"].map((label) => ({ label }));
const PLAN: Plan = { rule: "winners/1", params: { winners: 2, alternates: 1 }, entries: list };
const json = (plan: Plan) => recordOf(plan) as unknown as Json;

/** The check that detects each possible trick. */
function found(plan: Plan): Record<string, string> {
  const record = json(plan);
  const tricks = tricksOf(sampleOf(record).record);
  return Object.fromEntries(
    tricks.map(({ name, changes }) => {
      const { failed, verdict } = verifyRecord(utf8(canonical(changed(record, changes))));
      return [name, failed?.name ?? verdict];
    }),
  );
}

const SIGNED = { secret: "signatures", signature: "signatures", both: "signatures", early: "signatures" };

describe("each trick is detected by a check", () => {
  test("in a draw of winners", () => {
    const lists = { swap: "entries", leave: "entries", rename: "entries" };
    const all = { winner: "result", ...lists, secrets: "signatures", ...SIGNED, binding: "form", rule: "bindings" };
    expect(found(PLAN)).toEqual(all);
    expect(Object.keys(all).sort()).toEqual(Object.keys(en.check.breaking.trick).sort());
  });

  test("in a long list", () => {
    const entries = Array.from({ length: 50 }, (_, at) => ({ label: `Entry ${at}` }));
    expect(found({ rule: "order/1", params: {}, entries })).toMatchObject({
      winner: "result",
      leave: "entries",
      rule: "bindings",
    });
  });

  test("without a list", () => {
    const plan: Plan = { rule: "numbers/1", params: { from: 1, to: 49, count: 6, repeat: false }, entries: [] };
    const tricks = found(plan);
    expect(tricks).toMatchObject({ winner: "result" });
    expect(tricks).not.toHaveProperty("leave");
  });

  test("in a list of one there is no other entry to swap with", () => {
    const tricks = found({ rule: "order/1", params: {}, entries: [{ label: "Ada" }] });
    expect(tricks).toMatchObject({ leave: "entries", rename: "entries" });
    expect(tricks).not.toHaveProperty("winner");
    expect(tricks).not.toHaveProperty("swap");
  });

  test("two equal entries cannot be swapped", () => {
    expect(found({ ...PLAN, entries: [{ label: "Ada" }, { label: "Ada" }, { label: "Bo" }] })).not.toHaveProperty(
      "swap",
    );
  });

  test("in a draw that was stopped before its binding", () => {
    const tricks = found({ ...PLAN, reason: "The room was flooded." });
    expect(tricks).toMatchObject({ swap: "entries", signature: "signatures", both: "signatures" });
    for (const name of ["winner", "secret", "secrets", "binding", "early"]) expect(tricks).not.toHaveProperty(name);
  });
});
