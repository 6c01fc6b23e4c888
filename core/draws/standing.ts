// The visible state of a draw, and its version.
import { digest } from "@fairhat/protocol";
import { sql } from "kysely";
import type { Db, State } from "../db/schema.ts";
import type { DrawView } from "./view.ts";

export interface Standing {
  state: State;
  begun: boolean;
  /** Whether both services confirmed the lock. */
  bound: boolean;
  /** Whether both numbers are public. */
  resultFixed: boolean;
  /** The root of its list. */
  root: string;
  /** How many draws replaced it; always 0 unless it is void. */
  redraws: number;
}

const LENGTH = 16; // hex characters; a collision of two versions would only cost a refresh

/** Opaque to clients: another value means that there is something new to read. */
export function versionOf({ state, begun, bound, resultFixed, root, redraws }: Standing): string {
  return digest({ state, begun, bound, resultFixed, root, redraws }).slice(0, LENGTH);
}

/** The state of a draw as a page shows it. */
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

/** Whether nothing about the draw can change any more. A void one may still be replaced. */
export function isFinal({ state }: Standing): boolean {
  return state === "drawn";
}

/** The states of all these draws, in one query. */
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
