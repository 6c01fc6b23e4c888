import { requestId } from "@fairhat/runtime";
import { ServiceDown } from "./call.ts";

/** Sends a list and returns answers in order. `requests` names the requests that it was collected from. */
export type Send<Item, Answer> = (items: Item[], requests: string) => Promise<Answer[]>;

interface Waiting<Item, Answer> {
  item: Item;
  request: string | undefined;
  resolve(answer: Answer): void;
  reject(error: unknown): void;
}

interface Limits<Item> {
  weigh(item: Item): number;
  /** Maximum weight of a batch; a single item may weigh more. */
  maxWeight: number;
  /** Maximum batches in flight. */
  maxInFlight: number;
  /** Milliseconds after which a batch is late: the next one does not wait for it. */
  lateAfter: number;
  /** Whether to retry a failed batch in halves: `repeated` until one item fails alone, `once`, or `none`. */
  halving(error: unknown): Halving;
}

type Halving = "repeated" | "once" | "none";

const MAX_BATCH = 256; // items
const MAX_TRACED_IDS = 5; // requests named per batch
const UNWEIGHED: Limits<unknown> = { weigh: () => 0, maxWeight: 0, maxInFlight: 4, lateAfter: 250, halving: halvingOf };

/**
 * Collects items that arrive while a batch is in flight into the next one: many concurrent draws cost few calls, and no
 * call is too heavy. A late batch does not delay others.
 */
export function batch<Item, Answer>(
  send: Send<Item, Answer>,
  limits: Partial<Limits<Item>> = {},
): (item: Item) => Promise<Answer> {
  const { weigh, maxWeight, maxInFlight, lateAfter, halving } = { ...UNWEIGHED, ...limits };
  const waiting: Waiting<Item, Answer>[] = [];
  let inFlight = 0;
  let isAwaited = false; // whether a batch is in flight that is not late

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
    await Promise.resolve(); // lets items of the same tick join
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

// A service that is late even for a half is down, so nobody waits longer than two calls.
function halvingOf(error: unknown): Halving {
  const excess = error instanceof ServiceDown ? error.excess : null;
  if (excess === null) return "none";
  return excess === "late" ? "once" : "repeated";
}

// An item that cannot be served fails alone, not with its batch.
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
