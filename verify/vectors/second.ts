// Vectors for what verifiers check since they look at the lead, at substitutes and at locks.
import { commitment, type DrawLock, type DrawRecord, hide, shownOf } from "@fairhat/protocol";
import { lockOf, type Plan, recordOf, SERVICES, TIMES } from "../fixture.ts";
import { MIXED_ORDER, signedWithMixedOrder } from "./mixed-order.ts";
import {
  brokenVectors,
  labels,
  MANY_TICKETS,
  NAMES,
  onA,
  PRIZES,
  TICKETS,
  type Vector,
  vectorsOf,
  X,
} from "./plans.ts";

const DAY = "2026-01-31T";
const due = () => ({ drawAfter: TIMES.due });
const byHand = () => ({ drawAfter: TIMES.locked });
const bound = (boundAt: string) => () => ({ boundAt: `${DAY}${boundAt}Z` });
const opened = (openedAt: string) => () => ({ openedAt: `${DAY}${openedAt}Z` });

const winners: Plan = { rule: "winners/1", params: { winners: 2, alternates: 1 }, entries: NAMES };
const announced: Plan = { ...winners, manifest: due };
const six: Plan = { rule: "numbers/1", params: { from: 1, to: 49, count: 6, repeat: false }, entries: [] };
const aMinuteBefore: Plan = {
  ...winners,
  manifest: () => ({ drawAfter: `${DAY}12:06:00.000Z` }),
  opening: opened("12:06:00.250"),
};

const HIDDEN = TICKETS.map((entry, at) => ({
  hidden: hide(shownOf(entry), `${at % 10}`.repeat(32)),
  masked: at % 2 === 0 ? `${shownOf(entry).slice(0, 1)}.` : "",
  ...(entry.tickets !== undefined && { tickets: entry.tickets }),
}));

const HOLDS: Record<string, Plan> = {
  private: { rule: "raffle/1", params: { winners: 2, alternates: 3 }, entries: HIDDEN },
  "substitutes-winners": winners,
  "substitutes-announced": announced,
  "substitutes-winners-all": { ...winners, params: { winners: 4, alternates: 5 } },
  "substitutes-raffle": { rule: "raffle/1", params: { winners: 2, alternates: 3 }, entries: TICKETS },
  "substitutes-raffle-many-tickets": {
    rule: "raffle/1",
    params: { winners: 1, alternates: 1 },
    entries: MANY_TICKETS,
  },
  "substitutes-prizes": {
    rule: "prizes/1",
    params: { prizes: PRIZES, tickets: false, alternates: 1 },
    entries: NAMES,
  },
  "substitutes-prizes-tickets": {
    rule: "prizes/1",
    params: { prizes: PRIZES, tickets: true, alternates: 2 },
    entries: TICKETS,
  },
  "substitutes-without-alternates": {
    ...six,
    manifest: () => ({ policy: { substitutes: "alternates", redraw: "void" } }),
  },
  "announced-a-minute-before": aMinuteBefore,
  "announced-a-millisecond-less": { ...aMinuteBefore, opening: opened("12:06:00.249") },
  "drawn-by-hand": { ...winners, manifest: byHand, opening: opened("12:05:00.290") },
  "opened-before-the-other-was-bound": {
    ...winners,
    binding: (side) => ({ boundAt: side === "a" ? TIMES.bound : `${DAY}12:05:00.300Z` }),
    opening: (side) => ({ openedAt: side === "a" ? TIMES.bound : `${DAY}12:05:00.300Z` }),
  },
  "bound-after-it-was-due": {
    ...winners,
    manifest: () => ({ drawAfter: `${DAY}12:05:00.100Z` }),
    opening: opened("12:05:00.250"),
  },
  "bound-when-sealed": { ...winners, seal: () => ({ issuedAt: TIMES.bound }) },
  "bound-a-minute-early": { ...announced, binding: bound("12:04:00.000") },
  "bound-a-minute-late": { ...announced, binding: bound("12:06:00.000") },
  "blank-title": { ...winners, manifest: () => ({ title: "\u00a0\u200b\u3164" }) },
  "operators-alike": {
    ...winners,
    seal: (side) => ({ operator: side === "a" ? "Acme Ltd" : "\u200bａｃｍｅ\u00a0 LTD " }),
  },
  "operators-blank": { ...winners, seal: (side) => ({ operator: side === "a" ? "Acme Ltd" : "\u2800" }) },
};

const VOID: Record<string, Plan> = {
  "substitutes-sealed": { ...winners, reason: "The list was wrong." },
  "substitutes-bound-once": { ...announced, reason: "Service a never answered.", bound: ["b"] },
  "substitutes-bound": { ...announced, reason: "The room was flooded.", bound: ["a", "b"] },
  "substitutes-opened-once": {
    ...announced,
    reason: "Service b never answered.",
    bound: ["a", "b"],
    opened: ["a"],
  },
  "substitutes-opened": { ...winners, reason: "An entry had left.", bound: ["a", "b"], opened: ["a", "b"] },
  "opened-numbers": { ...six, reason: "Seven were wanted.", bound: ["a", "b"], opened: ["a", "b"] },
};

const outcome = (change: object): DrawRecord => {
  const record = recordOf(six);
  return { ...record, outcome: { ...record.outcome, ...change } as DrawRecord["outcome"] };
};

const stopped = (at: string): DrawRecord => ({
  ...recordOf({ ...winners, reason: "x", bound: ["a", "b"], opened: ["a"] }),
  void: { reason: "x", at },
});

const { draw } = recordOf(winners).manifest;
const secret = recordOf(winners).openings.a?.statement.secret ?? "";

/** A draw with another service as side a. */
function by(service: string): Plan {
  const sealed = commitment(service, draw, secret);
  const own = onA({ service });
  return { ...winners, seal: onA({ service, commitment: sealed }), binding: own, opening: own };
}

const mixedOrder = (reduced: boolean) => signedWithMixedOrder(recordOf(by(MIXED_ORDER)), reduced);

/** Invalid records, by the check that detects each. */
const BROKEN: Record<string, Record<string, DrawRecord>> = {
  form: { "replaces-itself": recordOf({ ...winners, manifest: () => ({ previous: draw }) }) },
  signatures: { "k-not-reduced": mixedOrder(false) },
  times: {
    "sealed-after-it-was-bound": recordOf({ ...winners, seal: onA({ issuedAt: `${DAY}12:05:00.251Z` }) }),
    "bound-too-late": recordOf({ ...winners, binding: onA({ boundAt: `${DAY}12:06:00.001Z` }) }),
    "void-before-it-was-opened": stopped(`${DAY}12:10:00.499Z`),
  },
  rule: {
    "substitutes-none": recordOf({
      ...winners,
      manifest: () => ({ policy: { substitutes: "none", redraw: "never" } }),
    }),
    "substitutes-too-many": recordOf({ ...winners, params: { winners: 9, alternates: 1 } }),
  },
  seed: { "another-of-numbers": outcome({ seed: X }) },
  result: { "another-of-numbers": outcome({ result: { numbers: [1, 2, 3, 4, 5, 6] } }) },
};

const locked = lockOf(recordOf(announced));

const LOCKS: Record<string, DrawLock> = {
  announced: locked,
  "unknown-rule": lockOf(recordOf({ ...winners, rule: "lottery/1" })),
};

const BROKEN_LOCKS: Record<string, Record<string, object>> = {
  form: {
    unbound: { ...locked, bindings: { ...locked.bindings, b: null } },
    opened: { ...locked, openings: recordOf(announced).openings },
    "replaces-itself": lockOf(recordOf({ ...winners, manifest: () => ({ previous: draw }) })),
  },
  signatures: { swapped: { ...locked, bindings: withSignatureOf(locked) } },
  keys: { "one-service": lockOf(recordOf(by(SERVICES.b.service))) },
  seals: { "another-draw": lockOf(recordOf({ ...winners, binding: onA({ draw: X.slice(0, 32) }) })) },
  entries: { "another-label": { ...locked, entries: [...NAMES.slice(0, -1), ...labels("Eve")] } },
  bindings: { "another-manifest": { ...locked, manifest: { ...locked.manifest, title: "Another" } } },
  times: { "bound-too-late": lockOf(recordOf({ ...winners, binding: onA({ boundAt: `${DAY}12:06:00.001Z` }) })) },
};

function withSignatureOf({ bindings: { a, b } }: DrawLock): DrawLock["bindings"] {
  return { a: { ...a, signature: b.signature }, b };
}

const UNDECIDED_LOCKS = {
  version: { ...locked, type: "fairhat/2/lock" },
};

export function secondVectors(): Vector[] {
  const made = (plans: Record<string, Plan>) =>
    Object.fromEntries(Object.entries(plans).map(([name, plan]) => [name, recordOf({ ...plan, name })]));
  return [
    ...vectorsOf("holds", "holds", { ...made(HOLDS), "key-of-mixed-order": mixedOrder(true) }),
    ...vectorsOf("void", "void", { ...made(VOID), "just-when-it-was-opened": stopped(TIMES.opened) }),
    ...brokenVectors(BROKEN),
    ...vectorsOf("lock", "holds so far", LOCKS),
    ...brokenVectors(BROKEN_LOCKS, "-lock"),
    ...vectorsOf("undecided-lock", "cannot decide", UNDECIDED_LOCKS),
  ];
}
