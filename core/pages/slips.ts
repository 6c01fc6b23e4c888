// A gift exchange on paper: one slip per giver, to fold over the name inside.
import { refusal } from "@fairhat/runtime";
import type { Draw } from "../draws/repository.ts";
import { viewOf } from "../draws/view.ts";
import { slipsPage } from "../views/views.ts";
import type { PageContext } from "./pages.ts";

/** The sheet of slips. Throws HttpRefusal 404 if the draw has no pairs. */
export async function slipsOf(context: PageContext, row: Draw): Promise<string> {
  const draw = await viewOf(context, row);
  const slips = draw.result?.pairs;
  if (!Array.isArray(slips)) throw refusal("not_found");
  return slipsPage(context.showing, { draw, slips });
}
