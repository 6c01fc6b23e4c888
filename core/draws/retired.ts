// Locked draws that can never be drawn, because the store of a random service was restored and its key retired (docs/protocol.md,
// section 4): they become void now, not only when their time comes and people are waiting.
import { SIDES, type Side } from "@fairhat/protocol";
import { ServiceDown } from "../services/call.ts";
import { FINAL, stop } from "./advance.ts";
import type { Context } from "./context.ts";
import { waitingFor } from "./repository.ts";

const AT_ONCE = 100; // draws
const NEVER = ""; // before every time: a draw that was begun meanwhile may have been opened, and is finished

/** Makes draws void that were not begun and whose seal was made with a retired key. A service that is silent is left for later. */
export async function voidRetired(context: Context): Promise<void> {
  for (const side of SIDES) {
    const keys = await retiredKeys(context, side);
    const draws = keys.length > 0 ? await waitingFor(context.db, side, keys, AT_ONCE) : [];
    for (const draw of draws) await stop(context, draw, `random-${side} ${FINAL.get("key_retired")}`, NEVER);
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
