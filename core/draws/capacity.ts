// Limits work that is due at one time. Large draws run one after another, and those due together must finish within
// minutes.
import { typed } from "@fairhat/protocol";
import { type Answer, answered, refused } from "@fairhat/runtime";
import { isLarge } from "../clients/rules.ts";
import { type Context, protocolTime } from "./context.ts";
import { type Draw, dueLargeEntries, waitingLargeEntries } from "./repository.ts";

/** Entries of all large draws that wait, or are due within WINDOW of each other. A million take a few seconds. */
const MAX_DUE = 20_000_000;
const WINDOW = 60_000; // milliseconds

type Sized = Pick<Draw, "entry_count">;

/** Refuses to draw a large draw now while too many wait. */
export async function roomNow({ db }: Context, { entry_count }: Sized): Promise<Answer<null>> {
  if (!isLarge(entry_count) || (await waitingLargeEntries(db)) + entry_count <= MAX_DUE) return answered(null);
  return refused("too_many_large");
}

/** Refuses a time at which too many large draws are due. */
export async function roomAt({ db }: Context, { entry_count }: Sized, drawAfter: string): Promise<Answer<null>> {
  if (!isLarge(entry_count)) return answered(null);
  const time = Date.parse(drawAfter);
  const due = await dueLargeEntries(db, protocolTime(time - WINDOW), protocolTime(time + WINDOW));
  if (due + entry_count <= MAX_DUE) return answered(null);
  const field = { at: "drawAfter", expected: { code: "quiet_time" }, found: typed(drawAfter) } as const;
  return refused("time_is_full", field);
}
