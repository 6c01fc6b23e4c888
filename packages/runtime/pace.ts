// Slow senders hold resources that others need, so a body must arrive at a minimum rate.

import { type HttpRefusal, refusal } from "./problem.ts";
import { yieldToOthers } from "./turn.ts";

export interface Pace {
  /** Bytes that must arrive in this time of waiting. */
  bytes: number;
  milliseconds: number;
}

const SECONDS = 15;
const KIB_PER_SECOND = 8;
const PACE: Pace = { bytes: SECONDS * KIB_PER_SECOND * 1_024, milliseconds: SECONDS * 1_000 };

/** The pieces of a body. Throws HttpRefusal 408 if they arrive too slowly; the time spent on a piece does not count. */
export async function* paced(
  body: ReadableStream<Uint8Array> | null,
  { bytes, milliseconds }: Pace = PACE,
): AsyncGenerator<Uint8Array> {
  if (!body) return;
  const reader = body.getReader();
  let [came, waited] = [0, 0];
  try {
    for (let next = reader.read(); ; ) {
      const since = performance.now();
      const read = await unlessLate(next, milliseconds - waited);
      waited += performance.now() - since;
      if (read?.done) return;
      if (read) {
        came += read.value.length;
        yield read.value;
        await yieldToOthers();
        next = reader.read();
      }
      if (waited < milliseconds) continue;
      if (came < bytes) throw tooSlow();
      [came, waited] = [0, 0];
    }
  } finally {
    reader.cancel().catch(() => {}); // the rest is not read
  }
}

function unlessLate<T>(promise: Promise<T>, milliseconds: number): Promise<T | null> {
  const { promise: late, resolve } = Promise.withResolvers<null>();
  const timer = setTimeout(resolve, milliseconds, null);
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

function tooSlow(): HttpRefusal {
  return refusal("too_slow", { least: KIB_PER_SECOND });
}
