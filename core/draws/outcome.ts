// The outcome of a draw whose numbers are both out.
import { canonical, type Manifest, type Opening, type Signed, ticketsOf } from "@fairhat/protocol";
import { ServiceDown } from "../services/call.ts";
import { type Context, counted } from "./context.ts";
import { entriesOf } from "./entries.ts";
import { allChunks } from "./list.ts";
import { type Draw, finishDraw, keepAnswers, type Services } from "./repository.ts";
import { demandOutcome } from "./soundness.ts";

/**
 * Draws a locked draw from what both services answered; undefined where it is locked no more. Throws ServiceDown when the
 * rules do not answer; both answers are kept then, for the numbers are out.
 */
export async function complete(context: Context, draw: Draw, kept: Services): Promise<Draw | undefined> {
  const outcome = await outcomeOf(context, draw, kept).catch(async (error) => {
    await keepAnswers(context.db, draw.id, kept);
    throw error;
  });
  return counted(context, await finishDraw(context.db, draw.id, kept, outcome));
}

/** The outcome of a draw from what both services answered, in canonical form. Throws ServiceDown. */
export async function outcomeOf(context: Context, draw: Draw, kept: Services): Promise<string> {
  const manifest: Manifest = JSON.parse(draw.manifest ?? "null");
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
