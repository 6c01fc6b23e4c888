// The checks of docs/protocol.md section 9, by name and in order.
import {
  type Binding,
  commitment,
  digest,
  hasPrimeOrder,
  type Opening,
  type Seal,
  SIDES,
  type Side,
  type Signed,
  signatureHolds,
  summaryOf,
} from "@fairhat/protocol";
import type { Check, Evidence, Tell } from "./check.ts";
import { firstDifference, type Pair } from "./compare.ts";
import { result, rule, secretFacts, seed } from "./outcome.ts";
import { times } from "./times.ts";

const signatures: Check = {
  name: "signatures",
  demand: "every statement is signed by the service that it names",
  facts: (evidence) => ({ signatures: String([...signedStatements(evidence)].length) }),
  failure(evidence) {
    for (const signed of signedStatements(evidence)) {
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
  facts: (evidence, { keys: pinned }) => ({
    ...serviceKeys(evidence),
    pinned: SIDES.filter((side) => pinned[side].length > 0).join(" and ") || "none",
  }),
  failure(evidence, { keys: pinned }) {
    const own = serviceKeys(evidence);
    if (own.a === own.b) return { expected: "two keys", found: `${own.a} for both` };
    const side = SIDES.find((side) => pinned[side].length > 0 && !pinned[side].includes(own[side]));
    if (side) return { expected: `${side}: ${pinned[side].join(" or ")}`, found: own[side] };
    // Pinned keys are those that a service may publish, section 1.
    const mixed = SIDES.find((side) => pinned[side].length > 0 && !hasPrimeOrder(own[side]));
    return mixed ? { expected: `${mixed}: a key of prime order`, found: own[mixed] } : null;
  },
};

function serviceKeys({ seals: { a, b } }: Evidence): Record<Side, string> {
  return { a: a.statement.service, b: b.statement.service };
}

const seals: Check = {
  name: "seals",
  demand: "the opened secrets are those that were sealed for this draw",
  facts: ({ seals, openings }, { draw }) => ({
    ...(draw && { asked: draw }),
    "sealed a": seals.a.statement.commitment,
    "sealed b": seals.b.statement.commitment,
    ...secretFacts(openings),
  }),
  failure: (evidence, { draw }) => firstDifference(sealPairs(evidence, draw)),
};

function* sealPairs(evidence: Evidence, asked: string | null): Generator<Pair> {
  const { manifest, seals, openings } = evidence;
  if (asked) yield ["the draw that was asked for, manifest.draw:", asked, manifest.draw];
  for (const { place, side, statement } of signedStatements(evidence)) {
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
  skipped: ({ entries }) => (entries === null ? "the list is erased" : null),
  failure({ manifest, entries }, _, tell) {
    const { count, tickets, root } = summaryOf(told(entries ?? [], tell));
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
  facts: ({ manifest }, { M }) => ({
    M: digest(manifest),
    ...(M && { lock: M }),
    "seal a": manifest.seals.a,
    "seal b": manifest.seals.b,
  }),
  failure: (evidence, known) => firstDifference(bindingPairs(evidence, known.M)),
};

function* bindingPairs({ manifest, seals, bindings, openings }: Evidence, locked: string | null): Generator<Pair> {
  for (const side of SIDES) yield [`seals.${side}: digest`, manifest.seals[side], digest(seals[side].statement)];
  const M = digest(manifest);
  for (const side of SIDES) {
    yield [`bindings.${side}: manifest`, M, bindings[side]?.statement.manifest ?? M];
    yield [`openings.${side}: manifest`, M, openings[side]?.statement.manifest ?? M];
  }
  if (locked) yield ["M of the lock", locked, M];
}

/** All checks after `form`. */
export const CHECKS: readonly Check[] = [signatures, keys, seals, entries, bindings, times, rule, seed, result];

type Statement = Seal | Binding | Opening;

/** Every signed statement with its path. */
function* signedStatements(evidence: Evidence): Generator<Signed<Statement> & { place: string; side: Side }> {
  for (const kind of ["seals", "bindings", "openings"] as const) {
    for (const side of SIDES) {
      const signed = evidence[kind][side];
      if (signed) yield { ...signed, place: `${kind}.${side}`, side };
    }
  }
}
