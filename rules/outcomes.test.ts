import { expect, test } from "bun:test";
import { hkdfSync } from "node:crypto";
import { digest } from "@fairhat/protocol";
import { answerDraw } from "./outcomes.ts";
import type { Reason } from "./refuse.ts";
import { locked, manifestOf, openingOf, SECRETS, SIGNERS } from "./testing/locked.ts";
import { plainBelow, plainResult } from "./testing/plain.ts";

const winners = manifestOf("winners/1", { winners: 2, alternates: 1 }, 6);
const raffle = manifestOf("raffle/1", { winners: 1, alternates: 1 }, 3, 9);
const good = locked(winners);

function reasonOf(item: unknown): [string, string | undefined] | null {
  const answer = answerDraw(item);
  return answer.ok ? null : [answer.refused.reason, answer.refused.field?.at];
}

function expectRefused(item: unknown, reason: Reason, at: string): void {
  expect(reasonOf(item)).toEqual([reason, at]);
}

/** Section 6, with node's HKDF. */
function seedFor(manifest: object): string {
  const secrets = Buffer.from(SECRETS.a + SECRETS.b, "hex");
  const seed = hkdfSync("sha256", secrets, Buffer.from(digest(manifest), "hex"), "fairhat/1/seed", 32);
  return Buffer.from(seed).toString("hex");
}

test("the outcome follows from the manifest and both secrets", () => {
  for (const [manifest, tickets] of [
    [winners, null],
    [winners, [1, 1, 1, 1, 1, 1]],
    [raffle, [2, 6, 1]],
    [manifestOf("numbers/1", { from: 1, to: 49, count: 6, repeat: false }, 0), null],
    [manifestOf("order/1", {}, 20), null],
    [manifestOf("groups/1", { groups: null, size: 3 }, 7), null],
  ] as const) {
    const seed = seedFor(manifest);
    const list = { count: manifest.entries.count, tickets };
    const result = plainResult(manifest.rule, manifest.params, list, plainBelow(seed));
    const answer = answerDraw(locked(manifest, tickets && [...tickets]));
    expect(answer as object).toEqual({
      ok: true,
      value: { draw: manifest.draw, outcome: { rule: manifest.rule, seed, result } },
    });
  }
});

test("a refusal says what was expected and what was found", () => {
  const { seals: _, ...rest } = winners;
  expect(answerDraw({ ...good, manifest: rest })).toEqual({
    ok: false,
    refused: {
      reason: "malformed",
      detail: "this is not what was asked for; manifest.seals: expected a value, found nothing",
      field: {
        at: "manifest.seals",
        expected: "a value",
        found: "nothing",
        phrases: { expected: { code: "value" }, found: { code: "nothing" } },
      },
    },
  });
  expect(answerDraw(7)).toMatchObject({
    refused: { detail: "this is not what was asked for; the item: expected an object, found 7" },
  });
});

test("a request cannot contain a seed", () => {
  expectRefused({ ...good, seed: "00".repeat(32) }, "malformed", "seed");
});

test("a malformed item is refused at its field", () => {
  expectRefused(null, "malformed", "");
  expectRefused({ ...good, openings: { a: good.openings.a } }, "malformed", "openings.b");
  expectRefused({ ...good, tickets: [1, 0, 1] }, "malformed", "tickets[1]");
  expectRefused({ ...good, tickets: [1.5] }, "malformed", "tickets[0]");
  expectRefused({ ...good, tickets: [2 ** 53] }, "malformed", "tickets[0]");
  expectRefused(locked({ ...winners, beacon: "x" } as never), "malformed", "manifest.beacon");
});

test("rule and parameters are in the catalogue, and fit", () => {
  expectRefused(locked(manifestOf("winners/9", { winners: 1 }, 6)), "unknown_rule", "rule");
  expectRefused(locked(manifestOf("winners/1", { winners: 1 }, 6)), "malformed", "params.alternates");
  expectRefused(locked(manifestOf("winners/1", { winners: 7, alternates: 0 }, 6)), "does_not_fit", "params.winners");
  expectRefused(
    locked(manifestOf("winners/1", { winners: 1, alternates: 0 }, 6, 7)),
    "does_not_fit",
    "entries.tickets",
  );
  expectRefused(locked(manifestOf("order/1", {}, 1_000_001)), "too_large", "entries.count");
});

test("parameters without a canonical form are refused, not thrown", () => {
  for (const winners of [1.5, "\ud800", { deep: [[[]]] }]) {
    const manifest = { ...good.manifest, params: { winners, alternates: 0 } };
    expectRefused({ ...good, manifest }, "malformed", "params.winners");
  }
});

test("both openings are for this draw and this manifest", () => {
  const other = { ...winners, title: "Another fair" };
  const openings = { ...good.openings, b: openingOf("b", other) };
  expectRefused({ ...good, openings }, "opening_of_another_manifest", "openings.b.statement.manifest");
  expectRefused({ ...good, manifest: other }, "opening_of_another_manifest", "openings.a.statement.manifest");
  const elsewhere = openingOf("a", winners, { draw: "ff".repeat(16) });
  expectRefused(
    { ...good, openings: { ...good.openings, a: elsewhere } },
    "opening_of_another_draw",
    "openings.a.statement.draw",
  );
});

test("the openings come from two services", () => {
  for (const twice of [
    openingOf("a", winners, { secret: SECRETS.b }),
    openingOf("b", winners, { service: SIGNERS.a.key }),
  ]) {
    const openings = { ...good.openings, b: twice };
    expectRefused({ ...good, openings }, "same_service_twice", "openings.b.statement.service");
  }
});

test("the tickets are the manifest's", () => {
  for (const tickets of [null, [2, 6], [2, 6, 1, 1], [2, 6, 2], [], [4, 5]]) {
    expectRefused(locked(raffle, tickets), "tickets_do_not_add_up", "tickets");
  }
  expectRefused(locked(winners, [2, 1, 1, 1, 1]), "tickets_do_not_add_up", "tickets");
  const most = Number.MAX_SAFE_INTEGER;
  expectRefused(
    locked(manifestOf("raffle/1", { winners: 1, alternates: 0 }, 3, most), [most, most, 1]),
    "tickets_do_not_add_up",
    "tickets",
  );
});

test("the groups are those of the list, and given only where the rule counts them", () => {
  const limited = manifestOf("winners/2", { winners: 2, alternates: 0, excluded: [], follows: null, limit: 1 }, 4);
  expect(reasonOf({ ...locked(limited), groups: [1, 1, 2, 0] })).toBeNull();
  expectRefused(locked(limited), "groups_do_not_fit", "groups");
  for (const groups of [
    [1, 1, 2],
    [1, 1, 2, 0, 3],
  ]) {
    expectRefused({ ...locked(limited), groups }, "groups_do_not_fit", "groups");
  }
  expectRefused({ ...good, groups: [1] }, "groups_do_not_fit", "groups");
});
