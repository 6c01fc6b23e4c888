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

const MOST = 256; // items in a list
const LANES = 4; // lists under way at once, so that a slow one does not hold up all
const NAMED = 5; // requests named with a list

/** Gathers what is asked while the lanes are busy into one call: many draws at once cost few calls. */
export function gather<Item, Answer>(send: Send<Item, Answer>): (item: Item) => Promise<Answer> {
  const waiting: Waiting<Item, Answer>[] = [];
  let lanes = 0;

  async function drain(): Promise<void> {
    lanes += 1;
    await Promise.resolve(); // what is asked in this same turn comes along
    while (waiting.length > 0) await deliver(send, waiting.splice(0, MOST));
    lanes -= 1;
  }

  return (item) =>
    new Promise((resolve, reject) => {
      waiting.push({ item, request: requestId(), resolve, reject });
      if (lanes < LANES) void drain();
    });
}

async function deliver<Item, Answer>(send: Send<Item, Answer>, batch: Waiting<Item, Answer>[]): Promise<void> {
  const requests = [...new Set(batch.flatMap(({ request }) => request ?? []))].slice(0, NAMED).join(",");
  try {
    const answers = await send(
      batch.map(({ item }) => item),
      requests,
    );
    for (const [at, { resolve }] of batch.entries()) resolve(answers[at] as Answer);
  } catch (error) {
    if (batch.length > 1 && error instanceof ServiceDown && error.tooMuch) await deliverHalves(send, batch);
    else for (const { reject } of batch) reject(error);
  }
}

// One item that is too large fails alone, not with all that it was gathered with.
async function deliverHalves<Item, Answer>(send: Send<Item, Answer>, batch: Waiting<Item, Answer>[]): Promise<void> {
  const half = batch.length >> 1;
  await deliver(send, batch.slice(0, half));
  await deliver(send, batch.slice(half));
}
