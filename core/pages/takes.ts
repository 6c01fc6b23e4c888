// What the list of a draw may have, for the organiser's page.
import { checkRuleLater } from "../draws/change.ts";
import type { Context } from "../draws/context.ts";
import { allChunks } from "../draws/list.ts";
import type { Draw } from "../draws/repository.ts";

/** Whether an open draw takes a list and tickets. A page is shown whether the rules service answers or not. */
export async function takesFor(context: Context, draw: Draw): Promise<{ takesList: boolean; takesTickets: boolean }> {
  if (draw.state !== "open") return { takesList: false, takesTickets: false };
  const checked = await checkRuleLater(context, draw, allChunks(context.db, draw)).catch(() => null);
  const rules = draw.entry_count > 0 ? [] : await context.rules.published().catch(() => []);
  return {
    takesList: draw.entry_count > 0 || rules.some(({ name, takesList }) => name === draw.rule && takesList),
    takesTickets: checked?.ok === true && checked.value.takesTickets,
  };
}
