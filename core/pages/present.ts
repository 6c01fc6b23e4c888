// The big-screen view: the page's content, large, with the way to check it.
import { type Context, protocolTime } from "../draws/context.ts";
import { drawStatus, isFinal, versionOf } from "../draws/draw-status.ts";
import type { Draw } from "../draws/repository.ts";
import { shortOf } from "../draws/short.ts";
import { unpublishedResult } from "../draws/unpublished.ts";
import { viewOf } from "../draws/view.ts";
import { presentPage } from "../views/views.ts";
import type { PageContext } from "./pages.ts";

/** A draw as it is now, with the version for its event stream. */
export async function shownNow(context: Context, row: Draw) {
  const [draw, unpublished] = await Promise.all([viewOf(context, row), unpublishedResult(context, row)]);
  const [status, now] = [drawStatus(draw), context.clock()];
  return { draw, unpublished, version: versionOf(status), isFinal: isFinal(status, now), now: protocolTime(now) };
}

export async function presented(context: PageContext, draw: Draw): Promise<string> {
  const short = `${context.publicUrl}/d/${shortOf(draw.id)}`;
  return presentPage(context.showing, { ...(await shownNow(context, draw)), short });
}
