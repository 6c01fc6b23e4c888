// Passing over a winner: a recorded step with a reason, never a silent redraw. docs/protocol.md section 12.
import { canonical, type Opening, type Passover, type Signed, standingOf, typed } from "@fairhat/protocol";
import { type Answer, answered, refused } from "@fairhat/runtime";
import { corePublicKey, signedByCore } from "../signing-key.ts";
import { addPassover, passoversOf } from "./after-draw.ts";
import { type Context, protocolTime } from "./context.ts";
import { labelsAt } from "./labels.ts";
import { type Draw, readDraw } from "./repository.ts";

/** A passed-over winner and the successor. */
export interface PassoverView {
  position: number;
  label: string;
  reason: string;
  at: string;
  /** The alternate who now has the place; null if none was left. */
  next: { position: number; label: string } | null;
}

export interface Wanted {
  position: number;
  reason: string;
}

/** Passes over the entry at a position, which must hold a place now. Returns the draw as it is then. */
export async function passOver(context: Context, draw: Draw, { position, reason }: Wanted): Promise<Answer<Draw>> {
  if (draw.state !== "drawn") return refused("not_drawn");
  const { db, secret } = context;
  const [full, before] = await Promise.all([readDraw(db, draw.id), passoversOf(db, draw.id)]);
  const refusal = refusalOf(resultIn(full), before, position);
  if (refusal) return refusal;
  const statement: Passover = {
    type: "fairhat/1/passover",
    draw: draw.id,
    manifest: draw.manifest_digest ?? "",
    position,
    reason,
    at: protocolTime(Math.max(context.clock(), ...timesBefore(full, before))),
  };
  const row = { draw: draw.id, number: before.length, position, key: corePublicKey(secret) };
  const signed = canonical(signedByCore(secret, statement));
  if (await addPassover(db, { ...row, signed })) {
    context.webhooks?.changed.add(draw.id);
    return answered(await readDraw(db, draw.id));
  }
  return refused("changed_meanwhile");
}

function refusalOf(result: Record<string, unknown>, before: Passover[], position: number): Answer<never> | null {
  const passed = before.map((one) => one.position);
  const standing = standingOf(result, passed);
  if (!standing) return refused("no_winners");
  if (standing.held.includes(position)) return null;
  const field = { at: "position", expected: { code: "held_position" }, found: typed(position) } as const;
  if (!passed.includes(position)) return refused("no_place", field);
  return refused("already_passed_over", field);
}

// No statement is dated before the one it follows, even if clocks differ.
function timesBefore({ opening_a, opening_b }: Draw, before: Passover[]): number[] {
  const opened = [opening_a, opening_b].flatMap((text): Signed<Opening> | [] => JSON.parse(text ?? "[]"));
  return [...opened.map(({ statement }) => statement.openedAt), ...before.map(({ at }) => at)].map(Date.parse);
}

function resultIn({ outcome }: Draw): Record<string, unknown> {
  return JSON.parse(outcome ?? "{}").result ?? {};
}

/** Who cannot be drawn in a draw that follows this one, in ascending order, and how many places nobody holds. */
export function exclusionsIn(draw: Draw, passed: Passover[]): { excluded: number[]; vacant: number } | null {
  const result = resultIn(draw);
  const standing = standingOf(
    result,
    passed.map(({ position }) => position),
  );
  const drawn = standingOf(result, []);
  if (!standing || !drawn) return null;
  const before: number[] = JSON.parse(draw.params).excluded ?? [];
  const won = [...before, ...drawn.held, ...standing.next].filter((position) => position !== null);
  return {
    excluded: [...new Set(won)].toSorted((a, b) => a - b),
    vacant: standing.held.filter((position) => position === null).length,
  };
}

/** Who of a draw was passed over, in order. */
export async function passoverViews({ db }: Pick<Context, "db">, draw: Draw): Promise<PassoverView[]> {
  if (draw.passed === 0) return [];
  const [full, passed] = await Promise.all([readDraw(db, draw.id), passoversOf(db, draw.id)]);
  const { next } = standingOf(
    resultIn(full),
    passed.map(({ position }) => position),
  ) ?? { next: [] };
  const labels = await labelsAt(db, draw, [
    ...passed.map(({ position }) => position),
    ...next.flatMap((one) => one ?? []),
  ]);
  const named = (position: number) => ({ position, label: labels.get(position) ?? "" });
  return passed.map(({ position, reason, at }, number) => {
    const follower = next[number] ?? null;
    return { ...named(position), reason, at, next: follower === null ? null : named(follower) };
  });
}

/** Current holders of a place, who may be passed over; at most `most`. */
export async function holders({ db }: Pick<Context, "db">, draw: Draw, most: number) {
  if (draw.state !== "drawn") return [];
  const [full, passed] = await Promise.all([readDraw(db, draw.id), passoversOf(db, draw.id)]);
  const standing = standingOf(
    resultIn(full),
    passed.map(({ position }) => position),
  );
  const held = (standing?.held ?? []).flatMap((position) => position ?? []).slice(0, most);
  const labels = await labelsAt(db, draw, held);
  return held.map((position) => ({ position, label: labels.get(position) ?? "" }));
}
