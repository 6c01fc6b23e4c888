// Takes a locked draw on, as far as it can go. Every step can be repeated; what is written once stays.
import {
  canonical,
  type Manifest,
  type Opening,
  type Seal,
  SIDES,
  type Side,
  type Signed,
  ticketsOf,
} from "@fairhat/protocol";
import { type Answer, answered } from "@fairhat/service";
import { ServiceDown } from "../services/call.ts";
import type { Bound, Opened } from "../services/random.ts";
import { type Context, counted, protocolTime } from "./context.ts";
import { entriesOf } from "./entries.ts";
import { allChunks } from "./list.ts";
import { type Draw, finishDraw, keepAnswers, readDraw, type Services, voidDraw } from "./repository.ts";
import { demandBinding, demandOpening, demandOutcome } from "./soundness.ts";

// Refusals that no repetition can change: the draw can never be drawn. The record gives these words as its reason.
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
 * Binds a locked draw; opens and draws it if it was begun; leaves any other as it is. Answers the draw as it stands then:
 * maybe void, when a service refuses for ever. Throws ServiceDown when one does not answer; the draw stays as far as it came.
 */
export async function advance(context: Context, draw: Draw): Promise<Draw> {
  if (draw.state !== "locked") return draw;
  const manifest: Manifest = JSON.parse(draw.manifest ?? "null");
  return draw.begun_at === null ? bind(context, draw, manifest) : finish(context, draw, manifest);
}

async function bind(context: Context, draw: Draw, manifest: Manifest): Promise<Draw> {
  const answers = await fromBoth(async (side): Promise<Answer<Bound>> => {
    const kept = draw[`binding_${side}`];
    if (kept) return answered({ binding: JSON.parse(kept) });
    const answer = await context.random[side].bind(manifest);
    if (answer.ok) demandBinding(`random-${side}`, answer.value, sealIn(draw, side), manifest);
    return answer;
  });
  return settle(context, draw, answers, (kept) => keepAnswers(context.db, draw.id, kept));
}

async function finish(context: Context, draw: Draw, manifest: Manifest): Promise<Draw> {
  const answers = await fromBoth(async (side): Promise<Answer<Opened>> => {
    const [binding, opening] = [draw[`binding_${side}`], draw[`opening_${side}`]];
    if (binding && opening) return answered({ binding: JSON.parse(binding), opening: JSON.parse(opening) });
    const answer = await context.random[side].open(manifest);
    if (answer.ok) demandOpening(`random-${side}`, answer.value, sealIn(draw, side), manifest);
    return answer;
  });
  return settle(context, draw, answers, async (kept) => {
    const outcome = await outcomeOf(context, draw, manifest, kept).catch(async (error) => {
      await keepAnswers(context.db, draw.id, kept);
      throw error;
    });
    return counted(context, await finishDraw(context.db, draw.id, kept, outcome));
  });
}

function sealIn(draw: Draw, side: Side): Signed<Seal> {
  return JSON.parse(draw[`seal_${side}`]);
}

type Settled<T> = Record<Side, PromiseSettledResult<Answer<T>>>;

async function fromBoth<T>(ask: (side: Side) => Promise<Answer<T>>): Promise<Settled<T>> {
  const [a, b] = await Promise.allSettled([ask("a"), ask("b")]);
  return { a, b };
}

// With both answers the draw goes on. With one, that one is kept, and the draw is void or waits.
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
  return stop(context, draw, failure.reason);
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

// A refusal for ever goes before a silence: waiting would not help.
function failureOf<T>(answers: Settled<T>): { reason: string } | Error | null {
  let silence: Error | null = null;
  for (const side of SIDES) {
    const settled = answers[side];
    if (settled.status === "rejected") silence ??= settled.reason as Error;
    else if (!settled.value.ok) {
      const { reason, detail } = settled.value.refused;
      const final = FINAL.get(reason);
      if (final) return { reason: `random-${side} ${final}` };
      silence ??= new ServiceDown(`random-${side}`, `refuses for now: ${detail}`);
    }
  }
  return silence;
}

/** Makes a draw void because a service refuses for ever; where `begunBy` is given, not one that was begun after it. */
export async function stop(context: Context, draw: Draw, reason: string, begunBy?: string): Promise<Draw> {
  const at = protocolTime(Math.max(context.clock(), Date.parse(draw.locked_at ?? "")));
  context.log.warn({ draw: draw.id, reason }, "a draw is void");
  const stopped = counted(context, await voidDraw(context.db, draw.id, canonical({ reason, at }), begunBy));
  return stopped ?? readDraw(context.db, draw.id);
}

async function outcomeOf(context: Context, draw: Draw, manifest: Manifest, kept: Services): Promise<string> {
  const openings = { a: parsed(kept.opening_a), b: parsed(kept.opening_b) };
  const answer = await context.rules.draw({ manifest, openings, tickets: await ticketsIn(context, draw) });
  if (!answer.ok) throw new ServiceDown("rules", `does not draw: ${answer.refused.detail}`);
  demandOutcome(manifest, openings, answer.value);
  return canonical(answer.value.outcome);
}

function parsed(opening: string | null): Signed<Opening> {
  return JSON.parse(opening ?? "null");
}

async function ticketsIn(context: Context, draw: Draw): Promise<number[] | null> {
  if (draw.entry_count === draw.entry_tickets) return null;
  const tickets: number[] = [];
  for await (const chunk of allChunks(context.db, draw)) tickets.push(...entriesOf(chunk).map(ticketsOf));
  return tickets;
}
