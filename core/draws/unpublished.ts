// What the result of a void draw would have been if both its numbers are public. Only earlier versions stopped such
// draws.
import { ServiceDown } from "../clients/call.ts";
import type { Context } from "./context.ts";
import { outcomeOf } from "./outcome.ts";
import type { Draw } from "./repository.ts";
import { type DrawView, resultOf } from "./view.ts";

export type UnpublishedResult = Pick<DrawView, "result" | "resultCut">;

// Entries. It is recomputed for each visitor; for longer lists the visitor's own check does that.
const LONGEST_LIST = 10_000;

/** The result that a void draw would have had; null if its numbers are secret, or it is unavailable now. */
export async function unpublishedResult(context: Context, draw: Draw): Promise<UnpublishedResult | null> {
  const wereOut = draw.void !== null && draw.opening_a !== null && draw.opening_b !== null;
  if (!wereOut || draw.erased_at !== null || draw.entry_count > LONGEST_LIST) return null;
  try {
    return await resultOf(context, { ...draw, outcome: await outcomeOf(context, draw, draw) });
  } catch (error) {
    if (error instanceof ServiceDown) return null;
    throw error;
  }
}
