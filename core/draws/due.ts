// The scheduled time of a draw.
import { type Answer, answered, refused } from "@fairhat/runtime";
import { type Context, protocolTime } from "./context.ts";

/** Refuses a time that is not in the future. */
export function inFuture({ clock }: Pick<Context, "clock">, drawAfter: string): Answer<null> {
  if (drawAfter > protocolTime(clock())) return answered(null);
  const field = { at: "drawAfter", expected: "a time to come, or none to draw by hand", found: drawAfter };
  return refused("time_has_passed", "drawAfter: the time has passed; name a later one, or none to draw by hand", field);
}
