// Section 9, `times`: the required order of times.
import { SIDES, type Side } from "@fairhat/protocol";
import type { Check, Evidence } from "./check.ts";

export const times: Check = {
  name: "times",
  demand: "sealed before it was bound, bound around the lock, opened after it and when it was due",
  facts: ({ manifest, ...evidence }) => ({
    locked: manifest.lockedAt,
    ...(manifest.drawAfter && { due: manifest.drawAfter }),
    ...Object.fromEntries(SIDES.flatMap((side) => sideTimes(side, evidence))),
    ...(evidence.void && { void: evidence.void.at }),
  }),
  failure(evidence) {
    for (const [first, at, then, limit, slack] of order(evidence)) {
      if (Date.parse(at) <= Date.parse(limit) + slack) continue;
      const late = slack > 0 ? ` and ${slack / 1000} s` : "";
      return { expected: `${first} at most ${then}${late}: ${limit}`, found: at };
    }
    return null;
  },
};

type Statements = Pick<Evidence, "seals" | "bindings" | "openings">;

function sideTimes(side: Side, { seals, bindings, openings }: Statements): [string, string][] {
  const facts: [string, string | undefined][] = [
    [`issued ${side}`, seals[side].statement.issuedAt],
    [`bound ${side}`, bindings[side]?.statement.boundAt],
    [`opened ${side}`, openings[side]?.statement.openedAt],
  ];
  return facts.filter((fact): fact is [string, string] => fact[1] !== undefined);
}

/** Core's clock dates the lock, a service's the binding. */
const CLOCKS_MAY_DIFFER = 60_000; // milliseconds

/** Two times in their required order, and the tolerance in milliseconds. */
type Order = [first: string, at: string, then: string, limit: string, slack: number];

function* order(evidence: Evidence): Generator<Order> {
  const { createdAt, lockedAt, drawAfter } = evidence.manifest;
  yield ["createdAt", createdAt, "lockedAt", lockedAt, 0];
  if (drawAfter) yield ["lockedAt", lockedAt, "drawAfter", drawAfter, 0];
  for (const side of SIDES) yield* orderOf(side, evidence);
  if (evidence.void) yield* orderBefore(evidence.void.at, evidence);
}

function* orderOf(side: Side, { manifest, seals, bindings, openings }: Evidence): Generator<Order> {
  const { lockedAt, drawAfter } = manifest;
  const { issuedAt } = seals[side].statement;
  const { boundAt } = bindings[side]?.statement ?? {};
  const { openedAt } = openings[side]?.statement ?? {};
  const [bound, opened] = [`boundAt of ${side}`, `openedAt of ${side}`];
  if (boundAt) {
    yield [`issuedAt of ${side}`, issuedAt, bound, boundAt, 0];
    yield ["lockedAt", lockedAt, bound, boundAt, CLOCKS_MAY_DIFFER];
    yield [bound, boundAt, "lockedAt", lockedAt, CLOCKS_MAY_DIFFER];
  }
  if (boundAt && openedAt) yield [bound, boundAt, opened, openedAt, 0];
  if (drawAfter && openedAt) yield ["drawAfter", drawAfter, opened, openedAt, 0];
}

function* orderBefore(voided: string, { manifest, openings }: Evidence): Generator<Order> {
  yield ["lockedAt", manifest.lockedAt, "void.at", voided, 0];
  for (const side of SIDES) {
    const opening = openings[side]?.statement;
    if (opening) yield [`openedAt of ${side}`, opening.openedAt, "void.at", voided, 0];
  }
}
