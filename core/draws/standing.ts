// What of a draw can change before everybody's eyes, and a word for it that changes with it.
import { digest } from "@fairhat/protocol";
import { sql } from "kysely";
import type { Db, State } from "../db/schema.ts";
import type { DrawView } from "./view.ts";

export interface Standing {
  state: State;
  begun: boolean;
  /** Whether both services confirmed the lock. */
  bound: boolean;
  /** Whether both numbers are out. */
  resultFixed: boolean;
  /** The root of its list. */
  root: string;
  /** How many draws took its place or follow it. */
  redraws: number;
}

const LENGTH = 16; // hex characters; two versions of one draw that are alike by chance would cost a visitor a tap

/** Opaque to whoever gets it: another one says that there is something to read again. */
export function versionOf({ state, begun, bound, resultFixed, root, redraws }: Standing): string {
  return digest({ state, begun, bound, resultFixed, root, redraws }).slice(0, LENGTH);
}

/** How a draw stands on a page that shows it so. */
export function standingOf({ state, begun, boundAt, resultFixed, entries, redraws, followUps }: DrawView): Standing {
  return {
    state,
    begun,
    bound: boundAt !== null,
    resultFixed,
    root: entries.root,
    redraws: redraws.length + followUps.length,
  };
}

/** Whether nothing about the draw can change any more. A void one may still be named by the draw that is made in its place. */
export function isFinal({ state }: Standing): boolean {
  return state === "drawn";
}

/** How all these draws stand, in one query. */
export async function standings(db: Db, ids: string[]): Promise<Map<string, Standing>> {
  const rows = await db
    .selectFrom("draw")
    .select(["id", "state", "entry_root as root"])
    .select(sql<boolean>`begun_at is not null`.as("begun"))
    .select(sql<boolean>`binding_a is not null and binding_b is not null`.as("bound"))
    .select(sql<boolean>`opening_a is not null and opening_b is not null`.as("resultFixed"))
    .select((draw) => {
      const made = draw.selectFrom("draw as made").whereRef("made.previous", "=", "draw.id");
      return made.select(({ fn }) => fn.countAll<number>().as("count")).as("redraws");
    })
    .where("id", "in", ids)
    .execute();
  return new Map(rows.map(({ id, redraws, ...standing }) => [id, { ...standing, redraws: redraws ?? 0 }]));
}
