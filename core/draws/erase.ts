// Erases lists: docs/protocol.md section 8.
import { type Answer, answered, refused } from "@fairhat/runtime";
import { eraseList } from "./after-draw.ts";
import { type Context, protocolTime } from "./context.ts";
import { type Draw, readDraw } from "./repository.ts";

/** Erases the list of a finished draw permanently. Idempotent. */
export async function erase(context: Context, draw: Draw): Promise<Answer<Draw>> {
  if (draw.entry_count === 0) return refused("no_list");
  if (draw.state !== "drawn" && draw.state !== "void") return refused("not_over");
  const erased = await eraseList(context.db, draw.id, protocolTime(context.clock()));
  return answered(erased ?? (await readDraw(context.db, draw.id)));
}
