// A sample draw from the first start on, for visitors to look at and to check.
import { ServiceDown } from "../clients/call.ts";
import type { Context } from "./context.ts";
import { newList } from "./entries.ts";
import { makeDraw } from "./make.ts";
import { recentDraws } from "./repository.ts";

const SAMPLE = {
  title: "A sample draw: three books for twelve readers",
  organiser: "Fairhat",
  rule: "winners/1",
  params: { winners: 3, alternates: 2 },
  draw: "now",
  listed: true,
} as const;

const READERS = "Ada Alan Barbara Hedy Edsger Emmy Grace Karen Katherine Leslie Radia Sophie".split(" ");
const LIST = newList(READERS.map((label) => ({ label })));

/**
 * Makes the sample draw unless a draw is listed. Concurrent or repeated calls make one draw, because its key is fixed.
 */
export async function makeSample(context: Context): Promise<void> {
  if ((await recentDraws(context.db, null, 1)).length > 0) return;
  try {
    await makeDraw(context, { ...SAMPLE, list: LIST }, "the sample draw of the first start");
  } catch (error) {
    if (!(error instanceof ServiceDown)) throw error;
    context.log.warn({ why: error.message }, "no sample draw was made");
  }
}
