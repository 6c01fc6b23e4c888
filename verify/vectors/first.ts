// The first published vectors. Every one of these files is still made byte for byte.
import { canonical, commitment, type DrawRecord, utf8 } from "@fairhat/protocol";
import { type Plan, recordOf as recordOfPlan, SERVICES, TIMES } from "../fixture.ts";
import type { Verdict } from "../verdict.ts";
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

// All of them promise no substitutes, even those with alternates: this was not checked then.
const recordOf = (plan: Plan): DrawRecord =>
  recordOfPlan({
    ...plan,
    manifest: (made) => ({ policy: { substitutes: "none", redraw: "never" }, ...plan.manifest?.(made) }),
  });

/** Their verdicts now that `rule` compares alternates with the policy. */
const ALTERNATES_UNDER_NONE = new Set(
  [
    ...["holds-winners", "holds-winners-announced", "holds-winners-all", "holds-raffle", "holds-raffle-many-tickets"],
    ...["holds-prizes", "holds-prizes-tickets", "holds-clocks-a-minute-apart"],
    ...["void-sealed", "void-bound-once", "void-bound", "void-opened-once", "void-opened"],
    ...["seed-another", "result-another"],
  ].map((name) => `${name}.json`),
);

const due = () => ({ drawAfter: TIMES.due });
const winners: Plan = { rule: "winners/1", params: { winners: 2, alternates: 1 }, entries: NAMES };
const announced: Plan = { ...winners, manifest: due };

const HOLDS: Record<string, Plan> = {
  order: { rule: "order/1", params: {}, entries: NAMES },
  "order-of-one": { rule: "order/1", params: {}, entries: labels("Ada") },
  winners: winners,
  "winners-announced": announced,
  "winners-all": { ...winners, params: { winners: 4, alternates: 5 } },
  raffle: { rule: "raffle/1", params: { winners: 2, alternates: 3 }, entries: TICKETS },
  "raffle-many-tickets": { rule: "raffle/1", params: { winners: 1, alternates: 1 }, entries: MANY_TICKETS },
  prizes: { rule: "prizes/1", params: { prizes: PRIZES, tickets: false, alternates: 1 }, entries: NAMES },
  "prizes-tickets": { rule: "prizes/1", params: { prizes: PRIZES, tickets: true, alternates: 2 }, entries: TICKETS },
  groups: { rule: "groups/1", params: { groups: 4, size: null }, entries: NAMES },
  "groups-size": { rule: "groups/1", params: { groups: null, size: 2 }, entries: NAMES },
  numbers: { rule: "numbers/1", params: { from: 1, to: 49, count: 6, repeat: false }, entries: [] },
  "numbers-repeat": { rule: "numbers/1", params: { from: -3, to: 3, count: 20, repeat: true }, entries: [] },
  "numbers-wide": {
    rule: "numbers/1",
    params: { from: -(2 ** 52), to: 2 ** 52 - 2, count: 3, repeat: false },
    entries: [],
  },
  "replaces-another": {
    ...announced,
    manifest: () => ({
      ...due(),
      organiser: "",
      previous: X.slice(0, 32),
      policy: { substitutes: "alternates", redraw: "void" },
    }),
  },
  "clocks-a-minute-apart": {
    ...announced,
    binding: () => ({ boundAt: "2026-01-31T12:04:00.000Z" }),
    opening: () => ({ openedAt: TIMES.due }),
  },
};

const VOID: Record<string, Plan> = {
  sealed: { ...winners, reason: "The list was wrong." },
  "bound-once": { ...announced, reason: "Service a never answered.", bound: ["b"] },
  bound: { ...announced, reason: "The room was flooded.", bound: ["a", "b"] },
  "opened-once": { ...announced, reason: "Service b never answered.", bound: ["a", "b"], opened: ["a"] },
  opened: { ...winners, reason: "An entry had left.", bound: ["a", "b"], opened: ["a", "b"] },
};

const outcome = (change: object): DrawRecord => {
  const record = recordOf(winners);
  return { ...record, outcome: { ...record.outcome, ...change } as DrawRecord["outcome"] };
};

/** A record with other signatures on side a, made from its own and side b's. */
function signedOnA(plan: Plan, change: (own: string, other: string) => string): DrawRecord {
  const record = recordOf(plan);
  const pair = <T extends { signature: string } | null>({ a, b }: { a: T; b: T }) => ({
    a: a && { ...a, signature: change(a.signature, b?.signature ?? "") },
    b,
  });
  return { ...record, seals: pair(record.seals), bindings: pair(record.bindings), openings: pair(record.openings) };
}

const L = 2n ** 252n + 27742317777372353535851937790883648493n;

// Equivalent for a verifier that forgets that S < L.
function plusL(signature: string): string {
  const S = BigInt(`0x${Buffer.from(signature.slice(64), "hex").reverse().toString("hex")}`);
  const more = (S + L).toString(16).padStart(64, "0");
  return signature.slice(0, 64) + Buffer.from(more, "hex").reverse().toString("hex");
}

// The neutral element as a key: with R the same and S = 0 it signs anything, for verifiers that accept keys of small
// order.
const IDENTITY = `01${"00".repeat(31)}`;
const draw = recordOf(winners).manifest.draw;
const secret = recordOf(winners).openings.a?.statement.secret ?? "";

/** A draw with `service` as side a, and its own commitment. */
function byService(service: string): Plan {
  const sealed = commitment(service, draw, secret);
  const own = onA({ service });
  return { ...winners, seal: onA({ service, commitment: sealed }), binding: own, opening: own };
}

/** Invalid records, by the check that detects each. */
const BROKEN: Record<string, Record<string, DrawRecord>> = {
  form: {
    "unknown-member": { ...recordOf(winners), more: null } as DrawRecord,
    "tickets-of-one": { ...recordOf(winners), entries: [...NAMES.slice(1), { label: "Ada", tickets: 1 }] },
    "drawn-without-opening": { ...recordOf(winners), openings: { ...recordOf(winners).openings, b: null } },
    "opened-without-binding": recordOf({ ...winners, reason: "x", bound: ["a"], opened: ["b"] }),
    "control-character-in-params": recordOf({ ...winners, rule: "unknown/1", params: { text: "a\u0001" } }),
    "delete-character-in-a-prize": recordOf({
      rule: "prizes/1",
      params: { prizes: [{ name: "Book\u007f", quantity: 1 }], tickets: false, alternates: 0 },
      entries: NAMES,
    }),
    "some-hidden": { ...recordOf(winners), entries: [{ label: "Ada" }, { hidden: X }] } as DrawRecord,
  },
  signatures: {
    "of-the-other-service": signedOnA(winners, (_, other) => other),
    "s-plus-l": signedOnA(winners, plusL),
    "small-order-key": signedOnA(byService(IDENTITY), () => `01${"00".repeat(63)}`),
  },
  keys: {
    "one-service": recordOf(byService(SERVICES.b.service)),
  },
  seals: {
    "another-secret": recordOf({ ...winners, opening: onA({ secret: X }) }),
    "another-draw": recordOf({ ...winners, binding: onA({ draw: X.slice(0, 32) }) }),
    "another-service": recordOf({ ...winners, opening: onA({ service: SERVICES.b.service }) }),
  },
  entries: {
    "another-label": { ...recordOf(winners), entries: [...NAMES.slice(0, -1), { label: "Eve" }] },
    swapped: { ...recordOf(winners), entries: NAMES.toReversed() },
    "hidden-afterwards": { ...recordOf(winners), entries: [{ hidden: X, masked: "A. L." }] },
  },
  bindings: {
    "another-manifest": { ...recordOf(winners), manifest: { ...recordOf(winners).manifest, title: "Another" } },
    "another-seal": recordOf({ ...winners, manifest: ({ seals: { b } }) => ({ seals: { a: X, b } }) }),
    "opened-for-another": recordOf({ ...winners, opening: onA({ manifest: X }) }),
  },
  times: {
    "due-before-the-lock": recordOf({ ...winners, manifest: () => ({ drawAfter: TIMES.created }) }),
    "bound-before-the-lock": recordOf({ ...winners, binding: onA({ boundAt: "2026-01-31T12:03:59.999Z" }) }),
    "opened-too-early": recordOf({ ...announced, opening: onA({ openedAt: "2026-01-31T12:09:59.999Z" }) }),
    "void-before-the-lock": {
      ...recordOf({ ...winners, reason: "x" }),
      void: { reason: "x", at: "2026-01-31T12:04:59.999Z" },
    },
  },
  rule: {
    "too-many-winners": recordOf({ ...winners, params: { winners: 9, alternates: 1 } }),
    "tickets-that-do-not-count": recordOf({ rule: "order/1", params: {}, entries: TICKETS }),
    "outcome-of-another": outcome({ rule: "raffle/1" }),
  },
  seed: { another: outcome({ seed: X }) },
  result: { another: outcome({ result: { winners: [0, 1], alternates: [2] } }) },
};

const text = canonical(recordOf(winners));
const deep = (levels: number) => "[".repeat(levels) + "]".repeat(levels);

/** Files whose exact bytes matter. */
const FILES: [file: string, verdict: Verdict, check: string | null, content: string][] = [
  ["form-laid-out-for-reading", "does not hold", "form", JSON.stringify(recordOf(winners), null, 2)],
  ["form-line-feed", "does not hold", "form", `${text}\n`],
  ["form-member-twice", "does not hold", "form", text.replace('"state":', '"state":"void","state":')],
  ["form-fraction", "does not hold", "form", text.replace('"count":9', '"count":9.0')],
  ["form-needless-escape", "does not hold", "form", text.replace("Zoë", "Zo\\u00eb")],
  ["form-minus-zero", "does not hold", "form", text.replace('"alternates":1', '"alternates":-0')],
  ["form-beyond-2-to-53", "does not hold", "form", text.replace('"alternates":1', '"alternates":9007199254740993')],
  ["form-lone-surrogate", "does not hold", "form", text.replace('"alternates":1', '"alternates":"\\ud83d"')],
  ["not-byte-order-mark", "not a record", null, `\ufeff${text}`],
  ["not-cut-short", "not a record", null, text.slice(0, -1)],
  ["not-of-this-type", "not a record", null, canonical(recordOf(winners).manifest)],
  ["not-so-deep", "not a record", null, `{"type":"fairhat/1/record","x":${deep(32)}}`],
  ["not-so-deep-behind-a-twin", "not a record", null, `{"type":"fairhat/1/record","x":${deep(32)},"x":0}`],
  ["form-just-as-deep", "does not hold", "form", `{"type":"fairhat/1/record","x":${deep(31)}}`],
];

const UNDECIDED: Record<string, object> = {
  version: { ...recordOf(winners), type: "fairhat/2/record" },
  rule: recordOf({ ...winners, rule: "lottery/1" }),
};

/** The first vectors with their present verdicts. */
export function firstVectors(): Vector[] {
  const made = (plans: Record<string, Plan>) =>
    Object.fromEntries(Object.entries(plans).map(([name, plan]) => [name, recordOf({ ...plan, name })]));
  const all = [
    ...vectorsOf("holds", "holds", made(HOLDS)),
    ...vectorsOf("void", "void", made(VOID)),
    ...brokenVectors(BROKEN),
    ...FILES.map(([name, verdict, check, content]) => ({ file: `${name}.json`, verdict, check, bytes: utf8(content) })),
    ...vectorsOf("undecided", "cannot decide", UNDECIDED),
  ];
  return all.map((vector) =>
    ALTERNATES_UNDER_NONE.has(vector.file) ? { ...vector, verdict: "does not hold", check: "rule" } : vector,
  );
}
