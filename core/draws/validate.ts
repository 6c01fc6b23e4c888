// Validates other services' answers before storing them: no record may contain what a verifier would refuse.
import {
  type Binding,
  binding,
  commitment,
  hasPrimeOrder,
  nullable,
  type Opening,
  opening,
  reading,
  type Seal,
  type Shape,
  type Side,
  type Signed,
  seal,
  seedOf,
  signatureHolds,
  signed,
} from "@fairhat/protocol";
import { ServiceDown } from "../clients/call.ts";
import type { Drawn } from "../clients/drawn.ts";
import type { Bound, Opened, Published, Sealed } from "../clients/random.ts";
import type { Locked } from "./manifest.ts";

const CLOCKS_MAY_DIFFER = 60_000; // milliseconds

const signedSeal = signed(seal);
const signedBinding = signed(binding);
const signedOpening = signed(opening);
const maybeBinding = nullable(signedBinding);
const maybeOpening = nullable(signedOpening);

/** Throws ServiceDown unless the seal is validly signed for this draw. */
export function assertSeal(service: string, { seal: given }: Sealed, draw: string): void {
  assertSigned(service, signedSeal, given);
  assertThat(service, given.statement.draw === draw, "sealed another draw");
  assertThat(service, hasPrimeOrder(given.statement.service), "has a key that nobody may publish");
}

/** Throws ServiceDown if both seals are from one service. */
export function assertDistinctKeys(a: Sealed, b: Sealed): void {
  assertThat("random-b", a.seal.statement.service !== b.seal.statement.service, "has the same key as random-a");
}

/** Throws ServiceDown unless the binding is by the seal's service, for this manifest, and in time. */
export function assertBinding(service: string, { binding: given }: Bound, sealed: Signed<Seal>, locked: Locked): void {
  assertSigned(service, signedBinding, given);
  assertMatch(service, given.statement, sealed, locked);
  const { boundAt } = given.statement;
  const apart = Date.parse(boundAt) - Date.parse(locked.manifest.lockedAt);
  assertThat(service, Math.abs(apart) <= CLOCKS_MAY_DIFFER, "bound more than a minute away from the lock");
  assertThat(service, sealed.statement.issuedAt <= boundAt, "bound before it sealed");
}

/** Throws ServiceDown unless binding and opening are valid, in time, and the number is the sealed one. */
export function assertOpening(service: string, given: Opened, sealed: Signed<Seal>, locked: Locked): void {
  assertBinding(service, given, sealed, locked);
  assertSigned(service, signedOpening, given.opening);
  const { statement } = given.opening;
  assertMatch(service, statement, sealed, locked);
  const earliest = [given.binding.statement.boundAt, locked.manifest.drawAfter ?? ""];
  assertThat(
    service,
    earliest.every((time) => time <= statement.openedAt),
    "opened before its time",
  );
  const found = commitment(statement.service, statement.draw, statement.secret);
  assertThat(service, found === sealed.statement.commitment, "opened another number than it sealed");
}

/** Throws ServiceDown unless a service says explicitly what it bound and opened: an omission is not a no. */
export function assertPublished(service: string, { binding: bound, opening: opened }: Published): void {
  const told = reading(maybeBinding, bound).ok && reading(maybeOpening, opened).ok;
  assertThat(service, told && (opened === null || bound !== null), "answered something malformed");
}

/** Throws ServiceDown unless the outcome is of this draw, with the seed that anyone computes. */
export function assertOutcome({ manifest, M }: Locked, openings: Record<Side, Signed<Opening>>, given: Drawn): void {
  const { draw, outcome } = given;
  assertThat("rules", draw === manifest.draw && outcome.rule === manifest.rule, "answered for another draw");
  const { a, b } = openings;
  const seed = seedOf(M, a.statement.secret, b.statement.secret);
  assertThat("rules", outcome.seed === seed, "drew from another seed");
}

function assertMatch(
  service: string,
  given: Binding | Opening,
  { statement }: Signed<Seal>,
  { manifest, M }: Locked,
): void {
  assertThat(service, given.service === statement.service, "signed with another key than it sealed with");
  const matches = given.draw === manifest.draw && given.manifest === M;
  assertThat(service, matches, "answered for another manifest");
}

function assertSigned<T extends { service: string }>(service: string, shape: Shape<Signed<T>>, given: Signed<T>): void {
  assertThat(service, reading(shape, given).ok, "answered something malformed");
  assertThat(service, signatureHolds(given), "signed badly");
}

function assertThat(service: string, holds: boolean, otherwise: string): void {
  if (!holds) throw new ServiceDown(service, otherwise);
}
