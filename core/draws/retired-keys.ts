// Locked draws that can never be drawn, because a random service was restored and its key retired (docs/protocol.md,
// section 4). They become void now, instead of when their time comes and people are waiting.
import { SIDES, type Side } from "@fairhat/protocol";
import { ServiceDown } from "../clients/call.ts";
import { FINAL } from "./advance.ts";
import { type Context, waiting } from "./context.ts";
import { waitingFor } from "./repository.ts";
import { voidUnlessOpened } from "./void.ts";

const AT_ONCE = 100; // draws

/** Makes draws void that have not begun and whose seal has a retired key. They wait while a service is unavailable. */
export async function voidRetired(context: Context): Promise<void> {
  for (const side of SIDES) {
    const keys = await retiredKeys(context, side);
    const draws = keys.length > 0 ? await waitingFor(context.db, side, keys, AT_ONCE) : [];
    const reason = `random-${side} ${FINAL.get("key_retired")}`;
    await Promise.all(draws.map((draw) => waiting(context, draw, voidUnlessOpened(context, draw, reason, side))));
  }
}

async function retiredKeys({ random }: Context, side: Side): Promise<string[]> {
  try {
    const { keys } = await random[side].about();
    return keys.filter(({ retired }) => retired).map(({ key }) => key);
  } catch (error) {
    if (error instanceof ServiceDown) return [];
    throw error;
  }
}
