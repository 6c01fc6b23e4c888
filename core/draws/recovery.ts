// Finishes draws left by a crash, a restart or an unavailable service, and draws scheduled ones that are due.
import { advance } from "./advance.ts";
import { type Context, protocolTime, waiting } from "./context.ts";
import { drawLarge } from "./outcome.ts";
import { beginDraw, type Draw, undrawnLarge, unfinishedDraws } from "./repository.ts";
import { eraseOldLists } from "./retention.ts";
import { voidRetired } from "./retired-keys.ts";
import { sendWebhooks, wakeMissedWebhooks } from "./webhooks.ts";

const AT_ONCE = 100; // draws per round
const EVERY = 1_000; // milliseconds
const NOW_AND_THEN = 60_000; // milliseconds

/**
 * Advances unfinished draws, the light ones or the rest; large ones only until they are opened. Draws touched in the
 * last `grace` milliseconds are left to the request that touched them.
 */
export async function finishDraws(context: Context, grace: number, light: boolean): Promise<void> {
  const now = context.clock();
  const times = { now: protocolTime(now), since: protocolTime(now - grace) };
  const draws = await unfinishedDraws(context.db, light, { ...times, most: AT_ONCE });
  await Promise.all(draws.map((draw) => finishDraw(context, draw)));
}

async function finishDraw(context: Context, draw: Draw): Promise<void> {
  try {
    const begun = isDue(context, draw) ? await beginDraw(context.db, draw.id, protocolTime(context.clock())) : draw;
    if (begun) await waiting(context, draw, advance(context, begun, "later"));
  } catch (error) {
    context.log.error({ draw: draw.id, err: error }, "a draw could not be finished");
  }
}

// A draw locked to be drawn by hand waits for its organiser.
function isDue(context: Context, { begun_at, draw_after, locked_at }: Draw): boolean {
  const announced = draw_after !== null && draw_after !== locked_at;
  return begun_at === null && announced && Date.parse(draw_after) <= context.clock();
}

/** Draws one opened large draw; returns whether there was one. */
export async function finishLarge(context: Context, grace: number): Promise<boolean> {
  const draw = await undrawnLarge(context.db, protocolTime(context.clock() - grace));
  if (!draw) return false;
  try {
    return (await waiting(context, draw, drawLarge(context, draw.id))) !== undefined;
  } catch (error) {
    context.log.error({ draw: draw.id, err: error }, "a large draw could not be finished");
    return false;
  }
}

/**
 * Finishes unfinished draws until the returned function is called, which waits for current rounds. Light draws wait
 * only for light ones, and large ones run one after another. Also sends webhooks, and occasionally makes draws with a
 * retired key void and erases old lists.
 */
export function keepFinishing(context: Context, grace = 5_000): () => Promise<void> {
  const finish = (light: boolean) =>
    repeat(context, EVERY, async (first) => {
      await finishDraws(context, first ? 0 : grace, light);
      return false;
    });
  const stops = [
    finish(true),
    finish(false),
    repeat(context, EVERY, (first) => finishLarge(context, first ? 0 : grace)),
    repeat(context, EVERY, () => sendWebhooks(context)),
    repeat(context, NOW_AND_THEN, async () => {
      await voidRetired(context);
      await wakeMissedWebhooks(context);
      return false;
    }),
    repeat(context, NOW_AND_THEN, () => eraseOldLists(context)),
  ];
  return async () => void (await Promise.all(stops.map((stop) => stop())));
}

// The first round finds old unfinished draws. Work that reports more to do is repeated at once.
function repeat({ log }: Context, every: number, work: (first: boolean) => Promise<boolean>): () => Promise<void> {
  let stopped = false;
  let round = Promise.resolve();
  let timer: Timer | undefined;
  const next = (first: boolean) => {
    round = work(first)
      .catch((error) => {
        log.error({ err: error }, "the recovery failed");
        return false;
      })
      .then((more) => {
        if (!stopped) timer = setTimeout(next, more ? 0 : every, false);
      });
  };
  next(true);
  return () => {
    stopped = true;
    clearTimeout(timer);
    return round;
  };
}
