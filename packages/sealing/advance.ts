// Binding and opening. Everything answered was committed first; docs/protocol.md, sections 4 and 5.
import {
  type Binding,
  digest,
  manifest as manifestShape,
  type Opening,
  type Reading,
  reading,
  typed,
} from "@fairhat/protocol";
import { type Answer, answered, messageOf, refused } from "@fairhat/runtime";
import { refusedFor } from "./answers.ts";
import type { Keys, SigningKey } from "./keys.ts";
import { missingFor, readSealsAndKeys } from "./lost.ts";
import { nowOf, type Sealing } from "./sealing.ts";
import { type Asked, type Held, nextStep, type Step, type WriteStep } from "./steps.ts";
import { type Advance, advanceSeals, readSecrets, type SealRow } from "./store.ts";

interface Pending {
  asked: Asked;
  step: WriteStep;
  row: SealRow;
}

const ROUNDS = 3; // a seal advances at most twice, on any replica, and is then read once more

/**
 * Advances the seals of the manifests' draws as `act` decides, and returns what is stored for each, in the order asked.
 */
export async function advance<Told>(
  sealing: Sealing,
  { act, core }: Pick<Asked, "act" | "core">,
  manifests: unknown[],
  tell: (row: SealRow) => Told,
): Promise<Answer<Told>[]> {
  const now = nowOf(sealing);
  const readings = manifests.map((manifest) => readAsked(manifest, act, core));
  const asked = readings.flatMap((read) => (read.ok ? read.value : []));
  const draws = [...new Set(asked.map(({ manifest }) => manifest.draw))];
  let rows = await readSealsAndKeys(sealing, draws);
  for (let round = 1; round <= ROUNDS; round++) {
    const stepOf = (one: Asked) => nextStep(heldOf(rows.get(one.manifest.draw), sealing.keys), one, now);
    const pending = firstOfEachDraw(asked, stepOf, rows);
    if (pending.length === 0) return readings.map((read) => answerTo(read, stepOf, rows, tell));
    rows = (await write(sealing, pending, rows)) ?? (await readSealsAndKeys(sealing, draws));
  }
  throw new Error("a seal was written and reads as if it was not");
}

function readAsked(value: unknown, act: Asked["act"], core: string): Reading<Asked> {
  const read = reading(manifestShape, value);
  if (!read.ok) return read;
  try {
    return { ok: true, value: { act, core, manifest: read.value, M: digest(read.value) } };
  } catch (error) {
    // A rule's parameters may be any object; everything else has a fixed shape.
    const expected = { code: "canonical_values" } as const;
    return { ok: false, problem: { at: "params", expected, found: typed(messageOf(error)) } };
  }
}

function heldOf(row: SealRow | undefined, keys: Keys): Held | undefined {
  if (!row) return undefined;
  const { core, digest, issued_at, manifest, bound_at, opening } = row;
  const bound = manifest !== null && bound_at !== null ? { manifest, at: bound_at } : null;
  return { core, seal: digest, sealedAt: issued_at, bound, opened: opening !== null, lacks: missingFor(row, keys) };
}

// If a list has a draw twice, the first manifest that can be bound is; the others are decided by what is then stored.
function firstOfEachDraw(asked: Asked[], stepOf: (one: Asked) => Step, rows: Map<string, SealRow>): Pending[] {
  const pending = new Map<string, Pending>();
  for (const one of asked) {
    const { draw } = one.manifest;
    const step = stepOf(one);
    if (step.step === "answer" || step.step === "refuse" || pending.has(draw)) continue;
    pending.set(draw, { asked: one, step, row: rows.get(draw) as SealRow });
  }
  return [...pending.values()];
}

// Returns the rows as now stored; undefined if another replica wrote one of them first.
async function write(
  { db, keys }: Sealing,
  pending: Pending[],
  rows: Map<string, SealRow>,
): Promise<Map<string, SealRow> | undefined> {
  const opened = pending.filter(({ step }) => "openedAt" in step).map(({ row }) => row.draw);
  const secrets = opened.length > 0 ? await readSecrets(db, opened) : new Map<string, string>();
  const advances = pending.map((one) => ({
    ...boundBy(one, keys.of(one.row.key) as SigningKey),
    ...openedBy(one, keys.of(one.row.key) as SigningKey, secrets.get(one.row.draw) as string),
    draw: one.row.draw,
    was: one.row.binding,
  }));
  const written = await advanceSeals(db, advances);
  if (written.size < pending.length) return undefined;
  const moved = pending.map(({ row }, at): [string, SealRow] => [row.draw, { ...row, ...advances[at] }]);
  return new Map([...rows, ...moved]);
}

function boundBy(
  { asked: { manifest, M }, step, row }: Pending,
  key: SigningKey,
): Pick<Advance, "manifest" | "draw_after" | "bound_at" | "binding"> {
  const draw_after = manifest.drawAfter;
  if (step.step === "open") return { manifest: M, draw_after, bound_at: row.bound_at, binding: row.binding };
  const { boundAt } = step;
  const statement: Binding = { boundAt, draw: row.draw, manifest: M, service: row.key, type: "fairhat/1/binding" };
  return { manifest: M, draw_after, bound_at: boundAt, binding: JSON.stringify(key.signed(statement)) };
}

function openedBy(
  { asked: { M }, step, row }: Pending,
  key: SigningKey,
  secret: string,
): Pick<Advance, "opened_at" | "opening"> {
  if (step.step === "bind") return { opened_at: null, opening: null };
  const { openedAt } = step;
  const { draw, key: service } = row;
  const statement: Opening = { draw, manifest: M, openedAt, secret, service, type: "fairhat/1/opening" };
  return { opened_at: openedAt, opening: JSON.stringify(key.signed(statement)) };
}

function answerTo<Told>(
  read: Reading<Asked>,
  stepOf: (one: Asked) => Step,
  rows: Map<string, SealRow>,
  tell: (row: SealRow) => Told,
): Answer<Told> {
  if (!read.ok) return refused("malformed", read.problem);
  const step = stepOf(read.value);
  if (step.step === "refuse") return refusedFor(step.reason);
  return answered(tell(rows.get(read.value.manifest.draw) as SealRow));
}
