// Advances a locked draw as far as possible. Every step is idempotent, and what is written is final.
import { canonical, type Seal, SIDES, type Side, type Signed } from "@fairhat/protocol";
import { type Answer, answered } from "@fairhat/runtime";
import { ServiceDown } from "../clients/call.ts";
import type { Bound, Opened } from "../clients/random.ts";
import type { Context } from "./context.ts";
import { type Locked, lockedIn } from "./manifest.ts";
import { complete, type WhenLarge } from "./outcome.ts";
import { type Draw, keepAnswers, readDraw } from "./repository.ts";
import type { Services } from "./shared.ts";
import { assertBinding, assertOpening } from "./validate.ts";
import { voidUnlessOpened } from "./void.ts";

// Permanent refusals: the draw can never be drawn. The record quotes these texts as its reason.
export const FINAL = new Map([
  ["unknown_draw", "knows no seal of this draw"],
  ["not_in_manifest", "does not find its seal in what was locked"],
  ["bound_to_another", "is bound to something else than what was locked"],
  ["clock_too_far", "was not asked within 60 seconds of the lock"],
  ["draw_after_passed", "was not asked before the time that was announced"],
  ["key_retired", "has retired the key of its seal"],
  ["secret_lost", "has lost its number"],
]);

/**
 * Binds a locked draw; opens and draws it if it was begun; leaves any other unchanged. Returns the draw as it is then:
 * perhaps void, if a service refuses permanently; a large one perhaps opened and not yet drawn. Throws ServiceDown if a
 * service does not answer, keeping the progress made.
 */
export async function advance(context: Context, draw: Draw, whenLarge: WhenLarge = "now"): Promise<Draw> {
  if (draw.state !== "locked") return draw;
  const locked = lockedIn(draw);
  return draw.begun_at === null ? bind(context, draw, locked) : finish(context, draw, locked, whenLarge);
}

async function bind(context: Context, draw: Draw, locked: Locked): Promise<Draw> {
  const answers = await fromBoth(async (side): Promise<Answer<Bound>> => {
    const kept = draw[`binding_${side}`];
    if (kept) return answered({ binding: JSON.parse(kept) });
    const answer = await context.random[side].bind(locked.manifest);
    if (answer.ok) assertBinding(`random-${side}`, answer.value, sealIn(draw, side), locked);
    return answer;
  });
  return settle(context, draw, answers, (kept) => keepAnswers(context.db, draw.id, kept));
}

async function finish(context: Context, draw: Draw, locked: Locked, whenLarge: WhenLarge): Promise<Draw> {
  const answers = await fromBoth(async (side): Promise<Answer<Opened>> => {
    const [binding, opening] = [draw[`binding_${side}`], draw[`opening_${side}`]];
    if (binding && opening) return answered({ binding: JSON.parse(binding), opening: JSON.parse(opening) });
    const answer = await context.random[side].open(locked.manifest);
    if (answer.ok) assertOpening(`random-${side}`, answer.value, sealIn(draw, side), locked);
    return answer;
  });
  return settle(context, draw, answers, (kept) => complete(context, draw, kept, whenLarge));
}

function sealIn(draw: Draw, side: Side): Signed<Seal> {
  return JSON.parse(draw[`seal_${side}`]);
}

type Settled<T> = Record<Side, PromiseSettledResult<Answer<T>>>;

async function fromBoth<T>(ask: (side: Side) => Promise<Answer<T>>): Promise<Settled<T>> {
  const [a, b] = await Promise.allSettled([ask("a"), ask("b")]);
  return { a, b };
}

// With both answers the draw continues. With one, that one is kept, and the draw waits or may be void.
async function settle<T extends Bound>(
  context: Context,
  draw: Draw,
  answers: Settled<T>,
  goOn: (kept: Services) => Promise<Draw | undefined>,
): Promise<Draw> {
  const kept = keptOf(answers);
  const failure = failureOf(answers);
  if (!failure) return (await goOn(kept as Services)) ?? readDraw(context.db, draw.id);
  if (Object.keys(kept).length > 0) await keepAnswers(context.db, draw.id, kept);
  if (failure instanceof Error) throw failure;
  return voidUnlessOpened(context, await readDraw(context.db, draw.id), failure.reason, failure.side);
}

function keptOf<T extends Bound>(answers: Settled<T>): Partial<Services> {
  const kept: Partial<Services> = {};
  for (const side of SIDES) {
    const settled = answers[side];
    if (settled.status !== "fulfilled" || !settled.value.ok) continue;
    const given: Bound & Partial<Opened> = settled.value.value;
    kept[`binding_${side}`] = canonical(given.binding);
    if (given.opening) kept[`opening_${side}`] = canonical(given.opening);
  }
  return kept;
}

// A permanent refusal takes precedence over silence: that side never opens, however long the other is down.
function failureOf<T>(answers: Settled<T>): { side: Side; reason: string } | Error | null {
  let silence: Error | null = null;
  for (const side of SIDES) {
    const settled = answers[side];
    if (settled.status === "rejected") silence ??= settled.reason as Error;
    else if (!settled.value.ok) {
      const { reason, detail } = settled.value.refused;
      const final = FINAL.get(reason);
      if (final) return { side, reason: `random-${side} ${final}` };
      silence ??= new ServiceDown(`random-${side}`, `refuses for now: ${detail}`);
    }
  }
  return silence;
}
