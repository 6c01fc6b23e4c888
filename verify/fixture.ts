// Complete records for tests, without services. The same plan gives the same bytes, and every statement can be altered
// before it is hashed and signed, so that a record is wrong in one respect and otherwise consistent.
import { createHash, createPrivateKey, createPublicKey, type KeyObject, sign } from "node:crypto";
import {
  type Binding,
  canonical,
  choices,
  commitment,
  type DrawLock,
  type DrawRecord,
  digest,
  type Entry,
  fromHex,
  groupsOf,
  type Manifest,
  type Opening,
  type Seal,
  type Side,
  type Signed,
  seedOf,
  signedBytes,
  summaryOf,
  ticketsOf,
  toHex,
  utf8,
} from "@fairhat/protocol";
import { check } from "@fairhat/rules/catalogue";

export interface Plan {
  rule: string;
  params: Record<string, unknown>;
  entries: Entry[];
  /** Name of the draw: its id, the keys' secrets and its texts are derived from it. */
  name?: string;
  /** Makes a void record with this reason. */
  reason?: string;
  /** In a void record: the sides that had bound and opened. */
  bound?: Side[];
  opened?: Side[];
  /** Changes to statements before they are hashed and signed. */
  seal?: (side: Side) => Partial<Seal>;
  manifest?: (manifest: Manifest) => Partial<Manifest>;
  binding?: (side: Side) => Partial<Binding>;
  opening?: (side: Side) => Partial<Opening>;
}

export const TIMES = {
  sealed: "2026-01-31T11:59:00.000Z",
  created: "2026-01-31T12:00:00.000Z",
  locked: "2026-01-31T12:05:00.000Z",
  bound: "2026-01-31T12:05:00.250Z",
  due: "2026-01-31T12:10:00.000Z",
  opened: "2026-01-31T12:10:00.500Z",
  voided: "2026-01-31T12:30:00.000Z",
};

/** Deterministic random-looking numbers: SHA-256 of a text, 64 hex characters. */
export const numberOf = (text: string) => createHash("sha256").update(text).digest("hex");

const PKCS8 = "302e020100300506032b657004220420"; // RFC 8410: an Ed25519 private key up to its 32 bytes

export function keyPair(seed: string): { service: string; privateKey: KeyObject } {
  const key = Buffer.from(PKCS8 + numberOf(seed), "hex");
  const privateKey = createPrivateKey({ key, format: "der", type: "pkcs8" });
  const publicKey = createPublicKey(privateKey).export({ format: "der", type: "spki" });
  return { service: toHex(publicKey.subarray(-32)), privateKey };
}

/** The keys of the two services that sign all records made here. */
export const SERVICES = { a: keyPair("service a"), b: keyPair("service b") };

function bothSides<T>(make: (side: Side) => T): Record<Side, T> {
  return { a: make("a"), b: make("b") };
}

// Signs as the named service, if its key is known here.
function signed<T extends { service: string }>(statement: T): Signed<T> {
  const { privateKey } = Object.values(SERVICES).find(({ service }) => service === statement.service) ?? SERVICES.a;
  return { statement, signature: toHex(sign(null, signedBytes(statement), privateKey)) };
}

/** A correct record, except for the plan's changes. */
export function recordOf(plan: Plan): DrawRecord {
  const draw = numberOf(`draw ${plan.name ?? ""}`).slice(0, 32);
  const secrets = bothSides((side) => numberOf(`secret ${side} of ${draw}`));
  const seals = bothSides((side) => signed({ ...sealOf(side, draw, secrets[side]), ...plan.seal?.(side) }));
  const locked = manifestOf(plan, draw, seals);
  const manifest = { ...locked, ...plan.manifest?.(locked) };
  const M = digest(manifest);
  const binding = (side: Side) => signed({ ...bindingOf(side, draw, M), ...plan.binding?.(side) });
  const opening = (side: Side) => signed({ ...openingOf(side, draw, M, secrets[side]), ...plan.opening?.(side) });
  const { reason, bound = [], opened = [] } = plan;
  const has = (sides: Side[], side: Side) => reason === undefined || sides.includes(side);
  return {
    type: "fairhat/1/record",
    state: reason === undefined ? "drawn" : "void",
    manifest,
    entries: plan.entries,
    seals,
    bindings: bothSides((side) => (has(bound, side) ? binding(side) : null)),
    openings: bothSides((side) => (has(opened, side) ? opening(side) : null)),
    outcome: reason === undefined ? outcomeOf(manifest, plan.entries, seedOf(M, secrets.a, secrets.b)) : null,
    void: reason === undefined ? null : { reason, at: TIMES.voided },
  };
}

/** The lock of a record's draw that both services have bound. */
export function lockOf({ manifest, entries, seals, bindings: { a, b } }: DrawRecord): DrawLock {
  if (!a || !b) throw new Error("this draw is not bound by both services");
  return { type: "fairhat/1/lock", manifest, entries, seals, bindings: { a, b } };
}

/** The bytes of a record's file. */
export function fileOf(record: object): Uint8Array {
  return utf8(canonical(record));
}

function sealOf(side: Side, draw: string, secret: string): Seal {
  const { service } = SERVICES[side];
  return {
    type: "fairhat/1/seal",
    service,
    operator: `Operator ${side}`,
    draw,
    commitment: commitment(service, draw, secret),
    issuedAt: TIMES.sealed,
  };
}

function manifestOf(
  { rule, params, entries, name = "" }: Plan,
  draw: string,
  seals: Record<Side, Signed<Seal>>,
): Manifest {
  return {
    type: "fairhat/1/manifest",
    draw,
    title: `Draw ${name}`,
    organiser: "The organiser",
    createdAt: TIMES.created,
    lockedAt: TIMES.locked,
    drawAfter: null,
    rule,
    params,
    entries: summaryOf(entries),
    seals: bothSides((side) => digest(seals[side].statement)),
    policy: { substitutes: params.alternates ? "alternates" : "none", redraw: "never" },
    previous: null,
    beacon: null,
  };
}

function bindingOf(side: Side, draw: string, M: string): Binding {
  return { type: "fairhat/1/binding", service: SERVICES[side].service, draw, manifest: M, boundAt: TIMES.bound };
}

function openingOf(side: Side, draw: string, M: string, secret: string): Opening {
  const { service } = SERVICES[side];
  return { type: "fairhat/1/opening", service, draw, manifest: M, secret, openedAt: TIMES.opened };
}

// An unknown rule or bad parameters give no result; the record is made without it.
function outcomeOf({ rule, params, entries: size }: Manifest, entries: Entry[], seed: string): DrawRecord["outcome"] {
  const groups = groupsOf(entries);
  const checked = check(rule, params, { ...size, groups });
  const list = { count: entries.length, tickets: entries.map(ticketsOf), groups };
  return { rule, seed, result: checked.ok ? checked.rule.run(checked.params, list, choices(fromHex(seed))) : {} };
}
