import { requestId } from "@fairhat/runtime";
import { ServiceDown } from "./call.ts";

/** Sends a list; answers in its order. `requests` names the requests that the list was gathered from. */
export type Send<Item, Answer> = (items: Item[], requests: string) => Promise<Answer[]>;

interface Waiting<Item, Answer> {
  item: Item;
  request: string | undefined;
  resolve(answer: Answer): void;
  reject(error: unknown): void;
}

interface Limits<Item> {
  weigh(item: Item): number;
  /** What a batch weighs at most; one item may weigh more. */
  maxWeight: number;
  /** Batches under way at once, at most. */
  maxInFlight: number;
  /** Milliseconds after which a batch is late: the next one does not wait for it. */
  lateAfter: number;
  /** Whether the halves of a batch that failed so may do better: `repeated` until one item fails alone, `once`, or `none`. */
  halving(error: unknown): Halving;
}

type Halving = "repeated" | "once" | "none";

const MAX_BATCH = 256; // items
const MAX_TRACED_IDS = 5; // requests named with a batch
const UNWEIGHED: Limits<unknown> = { weigh: () => 0, maxWeight: 0, maxInFlight: 4, lateAfter: 250, halving: halvingOf };

/**
 * Gathers the items that are asked while a batch is under way into the next one: many draws at once cost few calls, and none is
 * too heavy. A batch that is late, of a slow service or a lost connection, does not hold up the others.
 */
export function batch<Item, Answer>(
  send: Send<Item, Answer>,
  limits: Partial<Limits<Item>> = {},
): (item: Item) => Promise<Answer> {
  const { weigh, maxWeight, maxInFlight, lateAfter, halving } = { ...UNWEIGHED, ...limits };
  const waiting: Waiting<Item, Answer>[] = [];
  let inFlight = 0;
  let isAwaited = false; // whether a batch is under way that is not late

  async function sendNext(): Promise<void> {
    if (isAwaited || inFlight >= maxInFlight || waiting.length === 0) return;
    isAwaited = true;
    inFlight += 1;
    let holdsUp = true;
    const release = () => {
      if (holdsUp) isAwaited = false;
      holdsUp = false;
      void sendNext();
    };
    await Promise.resolve(); // items that are asked in this same turn come along
    const late = setTimeout(release, lateAfter);
    await sendBatch(send, halving, waiting.splice(0, lengthOfNext()));
    clearTimeout(late);
    inFlight -= 1;
    release();
  }

  function lengthOfNext(): number {
    const most = Math.min(waiting.length, MAX_BATCH);
    let weight = 0;
    for (const [length, { item }] of waiting.slice(0, most).entries()) {
      weight += weigh(item);
      if (weight > maxWeight && length > 0) return length;
    }
    return most;
  }

  return (item) =>
    new Promise((resolve, reject) => {
      waiting.push({ item, request: requestId(), resolve, reject });
      void sendNext();
    });
}

// A service that is late for a half as well is not asked for less: it is silent, and nobody waits longer than for two calls.
function halvingOf(error: unknown): Halving {
  const excess = error instanceof ServiceDown ? error.excess : null;
  if (excess === null) return "none";
  return excess === "late" ? "once" : "repeated";
}

// One item that cannot be served fails alone, not with all that it was gathered with.
async function sendBatch<Item, Answer>(
  send: Send<Item, Answer>,
  halving: (error: unknown) => Halving,
  batch: Waiting<Item, Answer>[],
): Promise<void> {
  const requests = [...new Set(batch.flatMap(({ request }) => request ?? []))].slice(0, MAX_TRACED_IDS).join(",");
  try {
    const answers = await send(
      batch.map(({ item }) => item),
      requests,
    );
    for (const [at, { resolve }] of batch.entries()) resolve(answers[at] as Answer);
  } catch (error) {
    const halves = batch.length > 1 ? halving(error) : "none";
    if (halves === "none") for (const { reject } of batch) reject(error);
    else await sendHalves(send, halves === "once" ? afterOnce(halving) : halving, batch);
  }
}

async function sendHalves<Item, Answer>(
  send: Send<Item, Answer>,
  halving: (error: unknown) => Halving,
  batch: Waiting<Item, Answer>[],
): Promise<void> {
  const half = batch.length >> 1;
  await Promise.all([sendBatch(send, halving, batch.slice(0, half)), sendBatch(send, halving, batch.slice(half))]);
}

function afterOnce(halving: (error: unknown) => Halving): (error: unknown) => Halving {
  return (error) => (halving(error) === "once" ? "none" : halving(error));
}
