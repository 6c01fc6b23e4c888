// Finishes what a crash, a restart or a silent service left behind, and draws what was announced for a time that has come.
import { advance } from "./advance.ts";
import { type Context, protocolTime, waiting } from "./context.ts";
import { beginDraw, type Draw, unfinishedDraws } from "./repository.ts";
import { voidRetired } from "./retired.ts";

const AT_ONCE = 100; // draws in a round
const EVERY = 1_000; // milliseconds
const LOOK_FOR_RETIRED = 60; // rounds

/** Takes every unfinished draw on. Those touched in the last `grace` milliseconds are left to whoever touched them. */
export async function finishDraws(context: Context, grace: number): Promise<void> {
  const now = context.clock();
  const draws = await unfinishedDraws(context.db, protocolTime(now), protocolTime(now - grace), AT_ONCE);
  await Promise.all(draws.map((draw) => finishDraw(context, draw)));
}

async function finishDraw(context: Context, draw: Draw): Promise<void> {
  try {
    const begun = isDue(context, draw) ? await beginDraw(context.db, draw.id, protocolTime(context.clock())) : draw;
    if (begun) await waiting(context, draw, advance(context, begun));
  } catch (error) {
    context.log.error({ draw: draw.id, err: error }, "a draw could not be finished");
  }
}

// One that was locked to be drawn by hand waits for the hand.
function isDue(context: Context, { begun_at, draw_after, locked_at }: Draw): boolean {
  const announced = draw_after !== null && draw_after !== locked_at;
  return begun_at === null && announced && Date.parse(draw_after) <= context.clock();
}

/** Repeats `finishDraws`, and `voidRetired` now and then, until the returned function is called, which waits for the round under way. */
export function keepFinishing(context: Context, grace = 5_000): () => Promise<void> {
  let stopped = false;
  let round = Promise.resolve();
  let timer: Timer | undefined;
  let rounds = 0;
  const next = (patience: number) => {
    const first = rounds++ % LOOK_FOR_RETIRED === 0 ? voidRetired(context) : Promise.resolve();
    round = first
      .then(() => finishDraws(context, patience))
      .catch((error) => context.log.error({ err: error }, "the recovery failed"))
      .then(() => {
        if (!stopped) timer = setTimeout(next, EVERY, grace);
      });
  };
  next(0); // whatever is unfinished at the start was left behind
  return () => {
    stopped = true;
    clearTimeout(timer);
    return round;
  };
}
