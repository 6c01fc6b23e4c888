// Section 12: core's statements about passed-over winners, checked with their record.
import {
  canonical,
  digest,
  hasPrimeOrder,
  isSignedBy,
  type Passovers,
  type Problem,
  passovers as passoversFile,
  type Reading,
  reading,
  standingOf,
} from "@fairhat/protocol";
import type { Check, Evidence, Known } from "./check.ts";
import { type Failure, failureAt, firstDifference } from "./compare.ts";

export const passovers: Check = {
  name: "passovers",
  demand: "whoever was passed over held a place then, and core signed it for this draw",
  skipped: (_, passed) => (passed.has("result") ? null : "it needs what result did not show"),
  facts(_, { passovers: given }) {
    const read = readFile(given);
    return { passovers: read.ok ? String(read.value.passovers.length) : "unread" };
  },
  failure(evidence, { passovers: given }) {
    const read = readFile(given);
    if (!read.ok) return failureAt(read.problem);
    return (
      signatureFailure(read.value, given?.keys ?? []) ?? draws(read.value, evidence) ?? places(read.value, evidence)
    );
  },
};

function readFile(given: Known["passovers"]): Reading<Passovers> {
  const unlike: Problem = { at: "passovers", expected: { code: "passovers_file" }, found: { code: "other_file" } };
  try {
    const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(given?.file);
    const read = reading(passoversFile, JSON.parse(text));
    return read.ok && canonical(read.value) !== text ? { ok: false, problem: unlike } : read;
  } catch {
    return { ok: false, problem: unlike };
  }
}

function signatureFailure({ passovers }: Passovers, pinned: readonly string[]): Failure | null {
  for (const [at, { key, statement, signature }] of passovers.entries()) {
    const place = `passovers[${at}]`;
    if (pinned.length > 0 && !pinned.includes(key)) return { expected: `${place}: ${pinned.join(" or ")}`, found: key };
    const good = hasPrimeOrder(key) && isSignedBy(key, { statement, signature });
    if (!good) return { expected: `${place}: a signature by ${key}`, found: signature };
  }
  return null;
}

function draws({ passovers }: Passovers, { manifest }: Evidence): Failure | null {
  const M = digest(manifest);
  return firstDifference(
    passovers.flatMap(({ statement }, at): [string, string, string][] => [
      [`passovers[${at}]: draw`, manifest.draw, statement.draw],
      [`passovers[${at}]: manifest`, M, statement.manifest],
    ]),
  );
}

function places({ passovers }: Passovers, { outcome, openings }: Evidence): Failure | null {
  const positions = passovers.map(({ statement }) => statement.position);
  const standing = standingOf(outcome?.result ?? {}, positions);
  if (!standing) return passovers.length === 0 ? null : { expected: "a result with winners", found: "none" };
  if (standing.wrong !== null) {
    const found = String(positions[standing.wrong]);
    return { expected: `passovers[${standing.wrong}]: the position of an entry that has a place then`, found };
  }
  let after = [openings.a, openings.b].map((one) => one?.statement.openedAt ?? "").sort()[1] ?? "";
  for (const [at, { statement }] of passovers.entries()) {
    if (statement.at < after) return { expected: `passovers[${at}]: not before ${after}`, found: statement.at };
    after = statement.at;
  }
  return null;
}
