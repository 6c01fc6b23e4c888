// The visible state of a draw, and its version.
import { digest } from "@fairhat/protocol";
import { sql } from "kysely";
import type { Db, State } from "../db/schema.ts";
import type { DrawView } from "./view.ts";

export interface DrawStatus {
  state: State;
  begun: boolean;
  /** Whether both services confirmed the lock. */
  bound: boolean;
  /** Whether both numbers are public. */
  resultFixed: boolean;
  /** The root of its list. */
  root: string;
  /** How many draws replaced or followed it. */
  redraws: number;
  /** How many winners were passed over. */
  passed: number;
  /** Whether alternates were drawn, who take the places of winners who do not come. */
  alternates: boolean;
  /** When it was drawn; null before. */
  drawnAt: string | null;
}

const NO_SHOWS = 2 * 3_600_000; // milliseconds after a draw, in which alternates are expected to move up

const LENGTH = 16; // hex characters; a collision of two versions would only cost a refresh

/** Opaque to clients: another value means that there is something new to read. */
export function versionOf({ state, begun, bound, resultFixed, root, redraws, passed }: DrawStatus): string {
  return digest({ state, begun, bound, resultFixed, root, redraws, passed }).slice(0, LENGTH);
}

/** The state of a draw as a page shows it. */
export function drawStatus(draw: DrawView): DrawStatus {
  const { state, begun, boundAt, resultFixed, entries, redraws, followUps, passovers, params, drawnAt } = draw;
  return {
    state,
    begun,
    bound: boundAt !== null,
    resultFixed,
    root: entries.root,
    redraws: redraws.length + followUps.length,
    passed: passovers.length,
    alternates: Number(params.alternates) > 0,
    drawnAt,
  };
}

/**
 * Whether nothing about the draw is expected to change any more, at a time in milliseconds since 1970. A void one may still
 * be replaced, and for two hours after a draw an alternate may take the place of a winner who does not come.
 */
export function isFinal({ state, alternates, drawnAt }: DrawStatus, now: number): boolean {
  if (state !== "drawn") return false;
  return !alternates || drawnAt === null || Date.parse(drawnAt) + NO_SHOWS <= now;
}

/** The states of all these draws, in one query. */
export async function drawStatuses(db: Db, ids: string[]): Promise<Map<string, DrawStatus>> {
  const rows = await db
    .selectFrom("draw")
    .select(["id", "state", "entry_root as root", "passed"])
    // A title cannot contain these quotes unescaped.
    .select(sql<boolean>`coalesce(position('"substitutes":"alternates"' in manifest) > 0, false)`.as("alternates"))
    .select(sql<string | null>`case when state = 'drawn' then begun_at end`.as("drawnAt"))
    .select(sql<boolean>`begun_at is not null`.as("begun"))
    .select(sql<boolean>`binding_a is not null and binding_b is not null`.as("bound"))
    .select(sql<boolean>`opening_a is not null and opening_b is not null`.as("resultFixed"))
    .select((draw) => {
      const made = draw.selectFrom("draw as made").whereRef("made.previous", "=", "draw.id");
      return made.select(({ fn }) => fn.countAll<number>().as("count")).as("redraws");
    })
    .where("id", "in", ids)
    .execute();
  return new Map(rows.map(({ id, redraws, ...status }) => [id, { ...status, redraws: redraws ?? 0 }]));
}
