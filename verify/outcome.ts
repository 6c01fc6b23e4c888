// Section 9, `rule`, `seed` and `result`: recomputes the outcome.
import {
  canonical,
  choices,
  type DrawRecord,
  digest,
  type Entry,
  fromHex,
  groupsOf,
  isObject,
  seedOf,
  shownOf,
  ticketsOf,
} from "@fairhat/protocol";
import { check as checkRule, type Size } from "@fairhat/rules/catalogue";
import type { Check, Evidence, Facts } from "./check.ts";
import { aroundDifference, excerpt, type Failure, failureAt, firstDifference } from "./compare.ts";

export type Outcome = NonNullable<DrawRecord["outcome"]>;

export const rule: Check = {
  name: "rule",
  demand: "the rule and its parameters can work for this list, with alternates only as substitutes",
  skipped: (evidence) => onlyLocked(evidence) ?? unknownRule(evidence.manifest),
  facts: ({ manifest }) => ({ rule: manifest.rule, params: excerpt(canonical(manifest.params)) }),
  failure(evidence) {
    const { manifest, outcome } = evidence;
    const checked = checkRule(manifest.rule, manifest.params, sizeIn(evidence));
    if (!checked.ok) return failureAt(checked.problem);
    const named = firstDifference([["outcome.rule", manifest.rule, outcome?.rule ?? manifest.rule]]);
    return needlessAlternates(manifest) ?? followsNothing(manifest) ?? named;
  },
};

function followsNothing({ params, previous }: Evidence["manifest"]): Failure | null {
  if ((params.follows ?? null) === null || previous !== null) return null;
  return { expected: "manifest.previous: the draw that this one follows", found: "null" };
}

function needlessAlternates({ params, policy }: Evidence["manifest"]): Failure | null {
  const alternates = Number(params.alternates ?? 0);
  if (policy.substitutes !== "none" || alternates === 0) return null;
  return { expected: "no alternates, for policy.substitutes is none", found: `${alternates} alternates` };
}

/** Why a draw with an unknown rule cannot be decided; null for a known one. */
export function unknownRule({ rule, params, entries }: Evidence["manifest"]): string | null {
  const checked = checkRule(rule, params, entries);
  return checked.ok || checked.reason !== "unknown_rule" ? null : `the rule ${rule} is not known here`;
}

export const seed: Check = {
  name: "seed",
  demand: "the seed comes from M and both secrets",
  skipped: notDrawn,
  facts: (evidence) => ({
    M: digest(evidence.manifest),
    ...secretFacts(evidence.openings),
    seed: recomputedSeed(evidence),
  }),
  failure: (evidence) => firstDifference([["seed", recomputedSeed(evidence), evidence.outcome?.seed ?? ""]]),
};

export const result: Check = {
  name: "result",
  demand: "the result is what the rule gives for this seed and list",
  skipped(evidence, passed) {
    const erased = evidence.entries === null;
    const missing = (erased ? ["rule"] : ["entries", "rule"]).find((name) => !passed.has(name));
    if (erased && needsList(evidence)) return "the tickets or groups that it needs were erased with the list";
    return notDrawn(evidence) ?? (missing ? `it needs what ${missing} did not show` : null);
  },
  facts: (evidence) => ({ seed: recomputedSeed(evidence), result: excerpt(canonical(evidence.outcome?.result)) }),
  failure(evidence) {
    const [expected, found] = [canonical(recomputedResult(evidence)), canonical(evidence.outcome?.result)];
    return expected === found ? null : aroundDifference(expected, found);
  },
};

/** The outcome of a fully opened draw whose checks passed; null for an unknown rule. */
export function recomputedOutcome(evidence: Evidence): Outcome | null {
  const result = recomputedResult(evidence);
  return result ? { rule: evidence.manifest.rule, seed: recomputedSeed(evidence), result } : null;
}

/** A result with labels instead of positions; without a list its numbers are not positions. */
export function labelled(result: unknown, entries: readonly Entry[] | null): unknown {
  if (typeof result === "number" && entries && entries.length > 0) return labelOf(entries[result]);
  if (Array.isArray(result)) return result.map((member) => labelled(member, entries));
  if (!isObject(result)) return result;
  return Object.fromEntries(Object.entries(result).map(([name, member]) => [name, labelled(member, entries)]));
}

const labelOf = (entry: Entry | undefined) => entry && shownOf(entry);

/** Whether an erased draw's result depends on tickets or groups and so cannot be computed. */
function needsList({ manifest: { entries, params } }: Evidence): boolean {
  return entries.tickets !== entries.count || (params.limit ?? null) !== null;
}

/** The list as the rule wants it checked, with its groups where a limit asks for them. */
function sizeIn({ manifest, entries }: Evidence): Size {
  const { count, tickets } = manifest.entries;
  if (entries === null || (manifest.params.limit ?? null) === null) return { count, tickets };
  return { count, tickets, groups: groupsOf(entries) };
}

export function secretFacts({ a, b }: Evidence["openings"]): Facts {
  return { ...(a && { "secret a": a.statement.secret }), ...(b && { "secret b": b.statement.secret }) };
}

function onlyLocked({ state }: Evidence): string | null {
  return state === "locked" ? "a lock is checked up to its times" : null;
}

function notDrawn(evidence: Evidence): string | null {
  return onlyLocked(evidence) ?? (evidence.state === "drawn" ? null : "nothing was drawn");
}

function recomputedSeed({ manifest, openings: { a, b } }: Evidence): string {
  return seedOf(digest(manifest), a?.statement.secret ?? "", b?.statement.secret ?? "");
}

function recomputedResult(evidence: Evidence): Record<string, unknown> | undefined {
  const { manifest, entries } = evidence;
  const { groups, ...size } = sizeIn(evidence);
  const checked = checkRule(manifest.rule, manifest.params, size);
  const tickets = entries?.some((entry) => ticketsOf(entry) > 1) ? entries.map(ticketsOf) : null;
  const list = { count: entries?.length ?? manifest.entries.count, tickets, ...(groups && { groups }) };
  return checked.ok ? checked.rule.run(checked.params, list, choices(fromHex(recomputedSeed(evidence)))) : undefined;
}
