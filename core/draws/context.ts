import type { Assets } from "@fairhat/browser/assets";
import type { Side } from "@fairhat/protocol";
import type { Log, Token } from "@fairhat/runtime";
import { ServiceDown } from "../clients/call.ts";
import type { RandomService } from "../clients/random.ts";
import type { RulesService } from "../clients/rules.ts";
import type { Counts } from "../counts.ts";
import type { Db, DrawTable } from "../db/schema.ts";
import type { Turns } from "./turns.ts";
import type { Webhooks } from "./webhooks.ts";

/** What the operator says about the site; empty where its settings do not say. */
export interface Site {
  operator: string;
  /** An e-mail address, a URL or other text. */
  contact: string;
  /** URLs. */
  imprint: string;
  source: string;
  /** Days after a draw until its list is erased; 0 keeps lists until their organisers erase them. */
  retention: number;
}

/** The dependencies of a draw's steps; tests inject theirs. */
export interface Context {
  db: Db;
  log: Log;
  /** Core's secret, from which manage keys are derived. */
  secret: string;
  random: Record<Side, RandomService>;
  rules: RulesService;
  /** The queue of large draws: this process runs one at a time, beside any number of small ones. */
  largeDraws: Turns;
  /** The site's address: https://host, without a trailing slash. */
  publicUrl: string;
  /** Public addresses of the random services: `<address>/draws/<id>` gives what each sealed, bound and opened. */
  randomPublicUrls: Record<Side, string>;
  site: Site;
  /** Scripts and styles of the pages. */
  assets: Assets;
  counts: Counts;
  /** Null if the site sends none. */
  webhooks: Webhooks | null;
  /** Who may make draws; null if everybody may. */
  makers: Token[] | null;
  /** Whether core's database flushes. */
  durable: boolean;
  /** Aborted when the process is about to stop, which ends event streams. */
  closing: AbortSignal;
  /** Milliseconds since 1970. */
  clock(): number;
  /** 32 hex characters. */
  newId(): string;
}

/** A time in the protocol's format. */
export function protocolTime(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}

/** Counts a step's draw; undefined if the step was not taken. */
export function counted<D extends Pick<DrawTable, "id" | "state"> | undefined>(
  { counts, webhooks }: Context,
  draw: D,
): D {
  if (!draw) return draw;
  counts.reached(draw.state);
  if (draw.state === "drawn" || draw.state === "void") webhooks?.changed.add(draw.id);
  return draw;
}

/** The result of work on a draw; undefined if a service is down: the recovery will repeat it. */
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
