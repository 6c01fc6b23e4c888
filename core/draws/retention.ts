// Erases the lists of draws that are over for longer than the site keeps them.
import { drawsWithOldLists, eraseList } from "./after-draw.ts";
import { type Context, protocolTime } from "./context.ts";

const AT_ONCE = 50; // lists per round
const DAY = 86_400_000; // milliseconds

/** Erases some of the lists that are due; returns whether there may be more. Safe to repeat, and in several instances. */
export async function eraseOldLists(context: Context): Promise<boolean> {
  const { db, log, site } = context;
  if (site.retention === 0) return false;
  const now = context.clock();
  const old = await drawsWithOldLists(db, protocolTime(now - site.retention * DAY), AT_ONCE);
  for (const id of old) await eraseList(db, id, protocolTime(now));
  if (old.length > 0) log.info({ lists: old.length, days: site.retention }, "old lists were erased");
  return old.length === AT_ONCE;
}
