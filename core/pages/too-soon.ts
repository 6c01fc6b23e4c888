// Whether a locked draw still has to wait to count as announced.
import { ANNOUNCED_LEAD } from "@fairhat/protocol";
import type { DrawView } from "../draws/view.ts";

/** Why a locked draw would not count as announced; `left`: milliseconds to wait, null if waiting does not help. */
export type TooSoon = { left: number | null } | null;

export function tooSoonFor({ state, begun, lockedAt, boundAt, drawAfter }: DrawView, now: number): TooSoon {
  if (state !== "locked" || begun || drawAfter === null) return null;
  const announcedFrom = (boundAt === null ? now : Date.parse(boundAt)) + ANNOUNCED_LEAD;
  if (drawAfter !== lockedAt) return Date.parse(drawAfter) < announcedFrom ? { left: null } : null;
  return now < announcedFrom ? { left: announcedFrom - now } : null;
}
