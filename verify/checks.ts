// The checks of docs/protocol.md section 9, by name and in their order. Pure: a record and pinned keys in, what failed out.
import {
  type Binding,
  canonical,
  choices,
  commitment,
  type DrawRecord,
  digest,
  fromHex,
  type Opening,
  type Seal,
  SIDES,
  type Side,
  type Signed,
  seedOf,
  signatureHolds,
  summaryOf,
  ticketsOf,
} from "@fairhat/protocol";
import { check as checkRule } from "@fairhat/rules/catalogue";
import { aroundDifference, excerpt, type Failure, failureAt, firstDifference, type Pair } from "./compare.ts";

/** The public keys (64 hex characters each) that a verifier got from elsewhere; any of a side's is good for that side. */
export type Keys = Record<Side, readonly string[]>;

/** What went into a check, by name. */
export type Facts = Record<string, string>;

/** Hears which part of a check is done, from 0 to 1. */
export type Tell = (part: number) => void;

export interface Check {
  name: string;
  /** What must hold. */
  demand: string;
  /** Why it cannot run on this record, after the checks named in `passed` passed; null when it can. */
  skipped?(record: DrawRecord, passed: ReadonlySet<string>): string | null;
  facts(record: DrawRecord, keys: Keys): Facts;
  /** What is wrong, or null when it holds. Where the record may be long, `tell` hears how much of it is done. */
  failure(record: DrawRecord, keys: Keys, tell: Tell): Failure | null;
}

const signatures: Check = {
  name: "signatures",
  demand: "every statement is signed by the service that it names",
  facts: (record) => ({ signatures: String([...signedStatements(record)].length) }),
  failure(record) {
    for (const signed of signedStatements(record)) {
      const { place, statement, signature } = signed;
      if (!signatureHolds(signed))
        return { expected: `${place}: a signature by ${statement.service}`, found: signature };
    }
    return null;
  },
};

const keys: Check = {
  name: "keys",
  demand: "the two services have different keys, and those that were pinned",
  facts: (record, pinned) => ({
    ...serviceKeys(record),
    pinned: SIDES.filter((side) => pinned[side].length > 0).join(" and ") || "none",
  }),
  failure(record, pinned) {
    const own = serviceKeys(record);
    if (own.a === own.b) return { expected: "two keys", found: `${own.a} for both` };
    const side = SIDES.find((side) => pinned[side].length > 0 && !pinned[side].includes(own[side]));
    return side ? { expected: `${side}: ${pinned[side].join(" or ")}`, found: own[side] } : null;
  },
};

function serviceKeys({ seals: { a, b } }: DrawRecord): Record<Side, string> {
  return { a: a.statement.service, b: b.statement.service };
}

const seals: Check = {
  name: "seals",
  demand: "the opened secrets are those that were sealed for this draw",
  facts: ({ seals, openings }) => ({
    "sealed a": seals.a.statement.commitment,
    "sealed b": seals.b.statement.commitment,
    ...secretFacts(openings),
  }),
  failure: (record) => firstDifference(sealPairs(record)),
};

function* sealPairs(record: DrawRecord): Generator<Pair> {
  const { manifest, seals, openings } = record;
  for (const { place, side, statement } of signedStatements(record)) {
    yield [`${place}: service`, seals[side].statement.service, statement.service];
    yield [`${place}: draw`, manifest.draw, statement.draw];
  }
  for (const side of SIDES) {
    const seal = seals[side].statement;
    const secret = openings[side]?.statement.secret;
    const found = secret ? commitment(seal.service, seal.draw, secret) : seal.commitment;
    yield [`openings.${side}: a secret with the commitment`, seal.commitment, found];
  }
}

const entries: Check = {
  name: "entries",
  demand: "the list is the one that was locked",
  facts: ({ manifest: { entries } }) => ({
    count: String(entries.count),
    tickets: String(entries.tickets),
    root: entries.root,
  }),
  failure({ manifest, entries }, _, tell) {
    const { count, tickets, root } = summaryOf(told(entries, tell));
    return firstDifference([
      ["count", manifest.entries.count, count],
      ["tickets", manifest.entries.tickets, tickets],
      ["root", manifest.entries.root, root],
    ]);
  },
};

const TOLD_EACH = 1_000; // entries

function* told<T>(items: readonly T[], tell: Tell): Generator<T> {
  for (const [at, item] of items.entries()) {
    if (at % TOLD_EACH === 0) tell(at / items.length);
    yield item;
  }
}

const bindings: Check = {
  name: "bindings",
  demand: "both secrets were bound to this list, rule and pair of seals, and opened for it",
  facts: ({ manifest }) => ({ M: digest(manifest), "seal a": manifest.seals.a, "seal b": manifest.seals.b }),
  failure: (record) => firstDifference(bindingPairs(record)),
};

function* bindingPairs({ manifest, seals, bindings, openings }: DrawRecord): Generator<Pair> {
  for (const side of SIDES) yield [`seals.${side}: digest`, manifest.seals[side], digest(seals[side].statement)];
  const M = digest(manifest);
  for (const side of SIDES) {
    yield [`bindings.${side}: manifest`, M, bindings[side]?.statement.manifest ?? M];
    yield [`openings.${side}: manifest`, M, openings[side]?.statement.manifest ?? M];
  }
}

const times: Check = {
  name: "times",
  demand: "locked before it was opened, and opened when it was due",
  facts: ({ manifest, ...record }) => ({
    locked: manifest.lockedAt,
    ...(manifest.drawAfter && { due: manifest.drawAfter }),
    ...Object.fromEntries(SIDES.flatMap((side) => sideTimes(side, record))),
    ...(record.void && { void: record.void.at }),
  }),
  failure(record) {
    for (const [first, at, then, limit, slack] of order(record)) {
      if (Date.parse(at) <= Date.parse(limit) + slack) continue;
      const late = slack > 0 ? ` and ${slack / 1000} s` : "";
      return { expected: `${first} at most ${then}${late}: ${limit}`, found: at };
    }
    return null;
  },
};

function sideTimes(side: Side, { bindings, openings }: Pick<DrawRecord, "bindings" | "openings">): [string, string][] {
  const facts: [string, string | undefined][] = [
    [`bound ${side}`, bindings[side]?.statement.boundAt],
    [`opened ${side}`, openings[side]?.statement.openedAt],
  ];
  return facts.filter((fact): fact is [string, string] => fact[1] !== undefined);
}

const CLOCKS_MAY_DIFFER = 60_000; // milliseconds

/** What may not be later than what, each with its time, and by how many milliseconds it may all the same. */
type Order = [first: string, at: string, then: string, limit: string, slack: number];

function* order(record: DrawRecord): Generator<Order> {
  const { createdAt, lockedAt, drawAfter } = record.manifest;
  yield ["createdAt", createdAt, "lockedAt", lockedAt, 0];
  if (drawAfter) yield ["lockedAt", lockedAt, "drawAfter", drawAfter, 0];
  for (const side of SIDES) yield* orderOf(side, record);
  if (record.void) yield ["lockedAt", lockedAt, "void.at", record.void.at, 0];
}

function* orderOf(side: Side, { manifest, bindings, openings }: DrawRecord): Generator<Order> {
  const { lockedAt, drawAfter } = manifest;
  const { boundAt } = bindings[side]?.statement ?? {};
  const { openedAt } = openings[side]?.statement ?? {};
  const [bound, opened] = [`boundAt of ${side}`, `openedAt of ${side}`];
  if (boundAt) yield ["lockedAt", lockedAt, bound, boundAt, CLOCKS_MAY_DIFFER];
  if (boundAt && drawAfter) yield [bound, boundAt, "drawAfter", drawAfter, CLOCKS_MAY_DIFFER];
  if (boundAt && openedAt) yield [bound, boundAt, opened, openedAt, 0];
  if (drawAfter && openedAt) yield ["drawAfter", drawAfter, opened, openedAt, 0];
}

const rule: Check = {
  name: "rule",
  demand: "the rule and its parameters can work for this list",
  skipped: ({ manifest }) => unknownRule(manifest),
  facts: ({ manifest }) => ({ rule: manifest.rule, params: excerpt(canonical(manifest.params)) }),
  failure({ manifest, outcome }) {
    const checked = checkRule(manifest.rule, manifest.params, manifest.entries);
    if (!checked.ok) return failureAt(checked.problem);
    return firstDifference([["outcome.rule", manifest.rule, outcome?.rule ?? manifest.rule]]);
  },
};

/** Why a draw cannot be decided, when its rule is none that is published here; else null. */
export function unknownRule({ rule, params, entries }: DrawRecord["manifest"]): string | null {
  const checked = checkRule(rule, params, entries);
  return checked.ok || checked.reason !== "unknown_rule" ? null : `the rule ${rule} is not known here`;
}

const seed: Check = {
  name: "seed",
  demand: "the seed comes from M and both secrets",
  skipped: notDrawn,
  facts: (record) => ({ M: digest(record.manifest), ...secretFacts(record.openings), seed: recomputedSeed(record) }),
  failure: (record) => firstDifference([["seed", recomputedSeed(record), record.outcome?.seed ?? ""]]),
};

const result: Check = {
  name: "result",
  demand: "the result is what the rule gives for this seed and list",
  skipped(record, passed) {
    const missing = ["entries", "rule"].find((name) => !passed.has(name));
    return notDrawn(record) ?? (missing ? `it needs what ${missing} did not show` : null);
  },
  facts: (record) => ({ seed: recomputedSeed(record), result: excerpt(canonical(record.outcome?.result)) }),
  failure(record) {
    const [expected, found] = [canonical(recomputedResult(record)), canonical(record.outcome?.result)];
    return expected === found ? null : aroundDifference(expected, found);
  },
};

/** All that follow `form`. */
export const CHECKS: readonly Check[] = [signatures, keys, seals, entries, bindings, times, rule, seed, result];

type Statement = Seal | Binding | Opening;

/** Everything signed in a record, each with its place. */
function* signedStatements(record: DrawRecord): Generator<Signed<Statement> & { place: string; side: Side }> {
  for (const kind of ["seals", "bindings", "openings"] as const) {
    for (const side of SIDES) {
      const signed = record[kind][side];
      if (signed) yield { ...signed, place: `${kind}.${side}`, side };
    }
  }
}

function secretFacts({ a, b }: DrawRecord["openings"]): Facts {
  return { ...(a && { "secret a": a.statement.secret }), ...(b && { "secret b": b.statement.secret }) };
}

function notDrawn({ state }: DrawRecord): string | null {
  return state === "drawn" ? null : "nothing was drawn";
}

function recomputedSeed({ manifest, openings: { a, b } }: DrawRecord): string {
  return seedOf(digest(manifest), a?.statement.secret ?? "", b?.statement.secret ?? "");
}

function recomputedResult(record: DrawRecord): Record<string, unknown> | undefined {
  const { manifest, entries } = record;
  const checked = checkRule(manifest.rule, manifest.params, manifest.entries);
  const tickets = entries.some((entry) => ticketsOf(entry) > 1) ? entries.map(ticketsOf) : null;
  const list = { count: entries.length, tickets };
  return checked.ok ? checked.rule.run(checked.params, list, choices(fromHex(recomputedSeed(record)))) : undefined;
}
