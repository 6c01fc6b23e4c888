// The scheduled time of a draw.
import { typed } from "@fairhat/protocol";
import { type Answer, answered, refused } from "@fairhat/runtime";
import { type Context, protocolTime } from "./context.ts";

/** Refuses a time that is not in the future. */
export function inFuture({ clock }: Pick<Context, "clock">, drawAfter: string): Answer<null> {
  if (drawAfter > protocolTime(clock())) return answered(null);
  const field = { at: "drawAfter", expected: { code: "future_time" }, found: typed(drawAfter) } as const;
  return refused("time_has_passed", field);
}
