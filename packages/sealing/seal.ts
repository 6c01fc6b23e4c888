// Sealing: a secret number for a draw and its signed commitment. docs/protocol.md, section 2.
import { commitment, digest, drawId, reading, type Seal, toHex } from "@fairhat/protocol";
import { type Answer, answered, refused, refusedAs } from "@fairhat/runtime";
import { refusedFor } from "./answers.ts";
import type { Sealed } from "./contract.ts";
import { assertKeyLives } from "./key-store.ts";
import type { Keys } from "./keys.ts";
import { missingFor, readSealsAndKeys } from "./lost.ts";
import { GeneratorFailed } from "./monitored.ts";
import { nowOf, type Sealing } from "./sealing.ts";
import { insertSeals, type NewSeal, type SealRow } from "./store.ts";

/** Refusals to seal. */
export const GENERATOR_FAILED = {
  reason: "generator_failed",
  detail:
    "the generator of this service failed its health tests; nothing is sealed until its operator has looked at it",
};

const SECRET_BYTES = 32;
const UNBOUND = { manifest: null, draw_after: null, bound_at: null, binding: null, opening: null };
const LOST = { key: "key_retired", secret: "secret_lost" } as const;

/** A seal for each draw id in the order asked: the existing one or a new one. */
export async function sealDraws(sealing: Sealing, core: string, ids: unknown[]): Promise<Answer<Sealed>[]> {
  const readings = ids.map((id) => reading(drawId, id));
  const draws = [...new Set(readings.flatMap((read) => (read.ok ? read.value : [])))];
  const now = nowOf(sealing);
  const rows = await storedSeals(sealing, draws, newSeals(sealing, core, draws, now));
  if (rows.size < draws.length && !sealing.generator.failure()) throw await whyUnsealed(sealing);
  return readings.map((read) =>
    read.ok ? answerFrom(rows.get(read.value), core, sealing.keys) : refused("malformed", read.problem),
  );
}

/** The stored rows by draw, after sealing those without a seal. */
async function storedSeals(sealing: Sealing, draws: string[], seals: NewSeal[]): Promise<Map<string, SealRow>> {
  const made = await insertSeals(sealing.db, seals);
  const before = draws.filter((draw) => !made.has(draw));
  const rows: Map<string, SealRow> = before.length > 0 ? await readSealsAndKeys(sealing, before) : new Map();
  for (const { secret: _, ...seal } of seals) {
    if (made.has(seal.draw)) rows.set(seal.draw, { ...seal, ...UNBOUND, has_secret: true, key_lives: true });
  }
  return rows;
}

// A key retired meanwhile should be the only cause.
function whyUnsealed({ db, keys }: Sealing): Promise<Error> {
  return assertKeyLives(db, keys.current.public).then(() => new Error("a seal was written and cannot be read"));
}

// None if the generator fails: existing seals are still answered.
function newSeals(sealing: Sealing, core: string, draws: string[], now: string): NewSeal[] {
  try {
    return draws.map((draw) => newSeal(sealing, core, draw, now));
  } catch (error) {
    if (!(error instanceof GeneratorFailed)) throw error;
    return [];
  }
}

function answerFrom(row: SealRow | undefined, core: string, keys: Keys): Answer<Sealed> {
  if (!row) return refusedAs(GENERATOR_FAILED.reason, GENERATOR_FAILED.detail);
  if (row.core !== core) return refusedFor("of_another_core");
  return answered({ seal: JSON.parse(row.seal), generator: row.generator, lost: lostOf(row, keys) });
}

function lostOf(row: SealRow, keys: Keys): Sealed["lost"] {
  const lacks = row.opening === null ? missingFor(row, keys) : null;
  return lacks && LOST[lacks];
}

function newSeal({ keys, operator, generator }: Sealing, core: string, draw: string, issuedAt: string): NewSeal {
  const key = keys.current;
  const secret = toHex(generator.bytes(SECRET_BYTES));
  // In canonical order, as all statements here: that of what is already in order is quick to make.
  const statement: Seal = {
    commitment: commitment(key.public, draw, secret),
    draw,
    issuedAt,
    operator,
    service: key.public,
    type: "fairhat/1/seal",
  };
  const sealed = { draw, core, key: key.public, generator: generator.name, issued_at: issuedAt };
  return { ...sealed, digest: digest(statement), seal: JSON.stringify(key.signed(statement)), secret };
}
