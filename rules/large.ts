// Large calls run in a worker thread, one at a time, so that the main thread keeps answering small ones.
import { askWorker, HttpRefusal } from "@fairhat/runtime";
import { MOST_ENTRIES } from "./checks.ts";

/** Maximum places in all draws of a call on the main thread: a few hundredths of a second. */
const SMALL = 20_000;
const MAX_WAITING = 16; // calls; each holds its body in memory

/** The JSON bytes of a call's answer. Throws HttpRefusal 503 if too many wait, or if `signal` aborts. */
export type AnswerLarge = (items: unknown[], signal: AbortSignal) => Promise<Uint8Array<ArrayBuffer>>;

export function isLarge(items: unknown[]): boolean {
  return items.reduce<number>((sum, item) => sum + weightOf(item), 0) > SMALL;
}

interface Claimed {
  manifest?: { entries?: { count?: unknown }; params?: { count?: unknown } | null } | null;
  tickets?: unknown;
}

// Places to draw, by the item's own numbers: numbers/1 draws `count` of them, every other rule at most one per entry.
// Malformed or excessive items are refused without drawing.
function weightOf(item: unknown): number {
  const { manifest, tickets } = (item ?? {}) as Claimed;
  const places = Math.max(Number(manifest?.entries?.count) || 0, Number(manifest?.params?.count) || 0);
  return Math.max(places > MOST_ENTRIES ? 0 : places, Array.isArray(tickets) ? tickets.length : 0);
}

/** A FIFO queue: each core has at most one large call in flight, so none waits long. */
export function largeQueue(): AnswerLarge {
  let last: Promise<unknown> = Promise.resolve();
  let waiting = 0;
  return async (items, signal) => {
    if (waiting === MAX_WAITING) {
      throw new HttpRefusal(503, "busy", "too many large draws wait to be drawn; ask again in a moment");
    }
    waiting += 1;
    const answer = last
      .then(() => answerInWorker(items, signal))
      .finally(() => {
        waiting -= 1;
      });
    last = answer.catch(() => {});
    return answer;
  };
}

async function answerInWorker(items: unknown[], signal: AbortSignal): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return await askWorker(import.meta.url, "draw", items, { signal });
  } catch (error) {
    if (!signal.aborted) throw error;
    throw new HttpRefusal(503, "abandoned", "nobody waits for this answer any more");
  }
}
