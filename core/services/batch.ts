import { requestId } from "@fairhat/service";
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
  /** Batches under way at once: several, so that a slow one does not hold up all. */
  maxInFlight: number;
}

const MAX_BATCH = 256; // items
const MAX_TRACED_IDS = 5; // requests named with a batch
const UNWEIGHED: Limits<unknown> = { weigh: () => 0, maxWeight: 0, maxInFlight: 4 };

/** Gathers what is asked while all calls are busy into one: many draws at once cost few calls, and none that is too heavy. */
export function batch<Item, Answer>(
  send: Send<Item, Answer>,
  limits: Partial<Limits<Item>> = {},
): (item: Item) => Promise<Answer> {
  const { weigh, maxWeight, maxInFlight } = { ...UNWEIGHED, ...limits };
  const waiting: Waiting<Item, Answer>[] = [];
  let inFlight = 0;

  async function drain(): Promise<void> {
    inFlight += 1;
    await Promise.resolve(); // what is asked in this same turn comes along
    while (waiting.length > 0) await sendBatch(send, waiting.splice(0, lengthOfNext()));
    inFlight -= 1;
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
      if (inFlight < maxInFlight) void drain();
    });
}

// One item that is too large fails alone, not with all that it was gathered with. A service that is late for a half as well is
// not asked for less: it is silent, and nobody waits longer than for two calls.
async function sendBatch<Item, Answer>(
  send: Send<Item, Answer>,
  batch: Waiting<Item, Answer>[],
  halved = false,
): Promise<void> {
  const requests = [...new Set(batch.flatMap(({ request }) => request ?? []))].slice(0, MAX_TRACED_IDS).join(",");
  try {
    const answers = await send(
      batch.map(({ item }) => item),
      requests,
    );
    for (const [at, { resolve }] of batch.entries()) resolve(answers[at] as Answer);
  } catch (error) {
    const excess = error instanceof ServiceDown ? error.excess : null;
    if (batch.length > 1 && (excess === "too much" || (excess === "late" && !halved))) {
      const half = batch.length >> 1;
      const halves = [batch.slice(0, half), batch.slice(half)];
      await Promise.all(halves.map((one) => sendBatch(send, one, halved || excess === "late")));
    } else for (const { reject } of batch) reject(error);
  }
}
