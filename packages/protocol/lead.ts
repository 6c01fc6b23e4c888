// How long a draw was public before it was drawn, docs/protocol.md section 9.
import { SIDES, type Side } from "./sides.ts";

/** The shortest lead with which a draw counts as announced, in milliseconds. */
export const ANNOUNCED_LEAD = 60_000;

type PerSide<T> = Record<Side, { statement: T } | null>;

/** The part of a record that determines its lead. */
export interface TimedStatements {
  bindings: PerSide<{ boundAt: string }>;
  openings: PerSide<{ openedAt: string }>;
}

/**
 * The lead of a draw in milliseconds: from its later binding to its earlier opening. Negative if one service opened
 * before the other had bound; null if a binding or an opening is missing.
 */
export function leadOf({ bindings, openings }: TimedStatements): number | null {
  const boundAt = SIDES.map((side) => bindings[side]?.statement.boundAt);
  const openedAt = SIDES.map((side) => openings[side]?.statement.openedAt);
  const times = [...boundAt, ...openedAt];
  if (times.includes(undefined)) return null;
  return Math.min(...openedAt.map(milliseconds)) - Math.max(...boundAt.map(milliseconds));
}

const milliseconds = (time: string | undefined) => Date.parse(time ?? "");

/** Whether a draw was announced; false: made at once; null: its lead is unknown. */
export function wasAnnounced(drawAfter: string | null, lead: number | null): boolean | null {
  return lead === null ? null : drawAfter !== null && lead >= ANNOUNCED_LEAD;
}
