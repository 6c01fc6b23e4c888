// The outcome of a draw whose numbers are both public.
import { type Opening, type Signed, ticketsOf } from "@fairhat/protocol";
import { ServiceDown } from "../clients/call.ts";
import { isLarge } from "../clients/rules.ts";
import { type Context, counted } from "./context.ts";
import { countsGroups, entriesOf, groupsIn } from "./entries.ts";
import { allChunks } from "./list.ts";
import { lockedIn } from "./manifest.ts";
import { type Draw, keepAnswers, readDraw } from "./repository.ts";
import { finishDraw, type Services } from "./shared.ts";
import { assertOutcome } from "./validate.ts";

/** What to do with a large draw: draw it now if no other one is running, or leave it to `drawLarge`. */
export type WhenLarge = "now" | "later";

/**
 * Draws a locked draw from both services' answers; undefined if it is no longer locked. A large one may stay locked,
 * with both answers kept. Throws ServiceDown if the rules do not answer; both answers are kept then, because the
 * numbers are public.
 */
export async function complete(
  context: Context,
  draw: Draw,
  kept: Services,
  whenLarge: WhenLarge,
): Promise<Draw | undefined> {
  if (!isLarge(draw.entry_count)) return completeSmall(context, draw, kept);
  const opened = await keepAnswers(context.db, draw.id, kept);
  if (!opened || whenLarge === "later" || context.largeDraws.busy) return opened;
  return drawLarge(context, draw.id);
}

async function completeSmall(context: Context, draw: Draw, kept: Services): Promise<Draw | undefined> {
  const outcome = await outcomeOf(context, draw, kept).catch(async (error) => {
    await keepAnswers(context.db, draw.id, kept);
    throw error;
  });
  return counted(context, await finishDraw(context.db, { draw, answers: kept, outcome }));
}

/** Draws a large draw with kept answers when its turn comes. Throws ServiceDown if the rules do not answer. */
export function drawLarge(context: Context, id: string): Promise<Draw> {
  return context.largeDraws.run(async () => {
    const draw = await readDraw(context.db, id);
    if (draw.state !== "locked") return draw; // another instance was first
    const outcome = await outcomeOf(context, draw, draw);
    return counted(context, await finishDraw(context.db, { draw, answers: draw, outcome })) ?? readDraw(context.db, id);
  });
}

/** The outcome of a draw from both services' answers, in canonical form. Throws ServiceDown. */
export async function outcomeOf(context: Context, draw: Draw, kept: Services): Promise<string> {
  const locked = lockedIn(draw);
  const openings = { a: parsed(kept.opening_a), b: parsed(kept.opening_b) };
  const answer = await context.rules.draw({
    manifest: locked.manifest,
    openings,
    tickets: await ticketsIn(context, draw),
    ...(countsGroups(JSON.parse(draw.params)) && { groups: await groupsIn(allChunks(context.db, draw)) }),
  });
  if (!answer.ok) throw new ServiceDown("rules", `does not draw: ${answer.refused.detail}`);
  assertOutcome(locked, openings, answer.value);
  return answer.value.outcome.text;
}

function parsed(opening: string | null): Signed<Opening> {
  return JSON.parse(opening ?? "null");
}

async function ticketsIn(context: Context, draw: Draw): Promise<number[] | null> {
  if (draw.entry_count === draw.entry_tickets) return null;
  const tickets: number[] = [];
  for await (const chunk of allChunks(context.db, draw)) {
    for (const entry of entriesOf(chunk)) tickets.push(ticketsOf(entry));
  }
  return tickets;
}
