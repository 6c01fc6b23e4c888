// A draw for a hall: what its page shows, large, with the way to check it.
import { type Context, protocolTime } from "../draws/context.ts";
import type { Draw } from "../draws/repository.ts";
import { standingOf, versionOf } from "../draws/standing.ts";
import { type DrawView, viewOf } from "../draws/view.ts";
import { presentPage } from "../views/views.ts";
import type { Shower } from "./pages.ts";

/** A draw as it is shown now, with the version by which the page hears of the next one. */
export function shownNow({ clock }: Pick<Context, "clock">, draw: DrawView) {
  return { draw, version: versionOf(standingOf(draw)), now: protocolTime(clock()) };
}

export async function presented(context: Shower, draw: Draw): Promise<string> {
  return presentPage(context.showing, shownNow(context, await viewOf(context, draw)));
}
