import { object, pattern } from "@fairhat/protocol";
import { read } from "@fairhat/runtime";
import type { Context } from "./context.ts";
import { PAGE } from "./list.ts";
import { type Cursor, type RecentDraw, recentDraws } from "./repository.ts";

const CURSOR = /^([0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]{12}Z)_([0-9a-f]{32})$/;

/** Query parameter: the `next` of the previous page. */
export const after = pattern(CURSOR, { code: "cursor" });

/** A page of listed draws, newest first; `next` is the `after` of the next one. Throws HttpRefusal 422. */
export async function recent({ db, publicUrl }: Pick<Context, "db" | "publicUrl">, query: Record<string, unknown>) {
  const draws = await recentDraws(db, cursorOf(query), PAGE);
  const last = draws.length === PAGE ? draws.at(-1) : undefined;
  return {
    draws: draws.map((draw) => lineOf(draw, publicUrl)),
    next: last ? `${last.created_at}_${last.id}` : null,
  };
}

function lineOf({ id, title, organiser, state, rule, created_at, entry_count }: RecentDraw, publicUrl: string) {
  const url = `${publicUrl}/draws/${id}`;
  return { id, url, title, organiser, state, rule, createdAt: created_at, count: entry_count };
}

function cursorOf(query: Record<string, unknown>): Cursor | null {
  if (!query.after) return null;
  const given = read(object({ after }), { after: query.after });
  const [created_at = "", id = ""] = given.after.split("_");
  return { created_at, id };
}
