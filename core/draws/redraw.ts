// A draw that replaces a void one, and names it.
import { type Answer, refused } from "@fairhat/runtime";
import type { Context } from "./context.ts";
import { makeDraw } from "./make.ts";
import type { Draw } from "./repository.ts";
import type { Draft } from "./requests.ts";

/** Like makeDraw, to replace a void draw that its manifest names. Throws ServiceDown. */
export async function redraw(
  context: Context,
  stopped: Draw,
  draft: Draft,
  idempotencyKey: string | null,
): Promise<Answer<Draw>> {
  if (stopped.state === "void") return makeDraw(context, { ...draft, previous: stopped.id }, idempotencyKey);
  return refused("not_void");
}
