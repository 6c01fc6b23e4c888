// Erases lists: docs/protocol.md section 8.
import { type Answer, answered, refused } from "@fairhat/runtime";
import { eraseList } from "./afterwards.ts";
import { type Context, protocolTime } from "./context.ts";
import { type Draw, readDraw } from "./repository.ts";

/** Erases the list of a finished draw permanently. Idempotent. */
export async function erase(context: Context, draw: Draw): Promise<Answer<Draw>> {
  if (draw.entry_count === 0) return refused("no_list", "this draw has no list; there is nothing to erase");
  if (draw.state !== "drawn" && draw.state !== "void") {
    const detail = "this draw is not over; delete it while it is open, or wait until it is drawn or void";
    return refused("not_over", detail);
  }
  const erased = await eraseList(context.db, draw.id, protocolTime(context.clock()));
  return answered(erased ?? (await readDraw(context.db, draw.id)));
}
