// Polls the watched draws with one query for all, and none while nothing is watched. Every instance of core sees
// changes by any other.
import type { Context } from "./context.ts";
import { type DrawStatus, drawStatuses } from "./draw-status.ts";

const EVERY = 500; // milliseconds

/** Called after each poll with the draw's state; without it if the database did not answer. */
export type Watcher = (status: DrawStatus | undefined) => void;

export interface Watched {
  /** The number of watchers. */
  readonly count: number;
  /** Watches a draw until the returned function is called. */
  watch(id: string, watcher: Watcher): () => void;
}

export function watchedDraws({ db, log }: Pick<Context, "db" | "log">): Watched {
  const watchers = new Map<Watcher, string>();
  let looking = false;
  let away = false;

  async function look(): Promise<Map<string, DrawStatus>> {
    try {
      const found = await drawStatuses(db, [...new Set(watchers.values())]);
      away = false;
      return found;
    } catch (error) {
      if (!away) log.warn({ err: error }, "the draws that are watched cannot be looked at");
      away = true;
      return new Map();
    }
  }

  async function keepLooking(): Promise<void> {
    looking = true;
    for (; watchers.size > 0; await Bun.sleep(EVERY)) {
      const found = await look();
      for (const [watcher, id] of watchers) watcher(found.get(id));
    }
    looking = false;
  }

  return {
    get count() {
      return watchers.size;
    },
    watch(id, watcher) {
      watchers.set(watcher, id);
      if (!looking) keepLooking();
      return () => void watchers.delete(watcher);
    },
  };
}
