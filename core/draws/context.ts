import type { Assets } from "@fairhat/browser/assets";
import type { Side } from "@fairhat/protocol";
import type { Log } from "@fairhat/runtime";
import { ServiceDown } from "../clients/call.ts";
import type { RandomService } from "../clients/random.ts";
import type { RulesService } from "../clients/rules.ts";
import type { Counts } from "../counts.ts";
import type { Db, DrawTable } from "../db/schema.ts";
import type { Turns } from "./turns.ts";
import type { Webhooks } from "./webhooks.ts";

/** All that the steps of a draw reach out to; tests bring their own. */
export interface Context {
  db: Db;
  log: Log;
  /** Core's own secret, from which manage keys are made. */
  secret: string;
  random: Record<Side, RandomService>;
  rules: RulesService;
  /** The turns of large draws: this process draws one of them at a time, beside any number of small ones. */
  largeDraws: Turns;
  /** Where people find us: https://host, without a trailing slash. */
  publicUrl: string;
  /** Where people ask a random service itself: `<this>/draws/<id>` tells what it sealed, bound and opened. */
  randomPublicUrls: Record<Side, string>;
  /** Who runs the site, as its privacy page says; empty where its settings do not say. */
  site: { operator: string; contact: string };
  /** What pages ask for besides themselves. */
  assets: Assets;
  counts: Counts;
  /** Null where the site sends none. */
  webhooks: Webhooks | null;
  /** Whether core's own database flushes. */
  durable: boolean;
  /** Fires when the process is about to end: event streams end then. */
  closing: AbortSignal;
  /** Milliseconds since 1970. */
  clock(): number;
  /** 32 hex characters. */
  newId(): string;
}

/** A time as the protocol writes it. */
export function protocolTime(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}

/** The draw that a step gave, counted; undefined where the step was not taken. */
export function counted<D extends Pick<DrawTable, "id" | "state"> | undefined>(
  { counts, webhooks }: Context,
  draw: D,
): D {
  if (!draw) return draw;
  counts.reached(draw.state);
  if (draw.state === "drawn" || draw.state === "void") webhooks?.changed.add(draw.id);
  return draw;
}

/** What the work on a draw gives; undefined while a service does not answer: the recovery repeats it. */
export async function waiting<T>(
  { log }: Context,
  { id }: Pick<DrawTable, "id">,
  work: Promise<T>,
): Promise<T | undefined> {
  try {
    return await work;
  } catch (error) {
    if (!(error instanceof ServiceDown)) throw error;
    log.warn({ draw: id, why: error.message }, "a draw waits");
    return undefined;
  }
}
