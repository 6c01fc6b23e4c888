import { treaty } from "@elysiajs/eden";
import type { Manifest, Opening, Signed } from "@fairhat/protocol";
import type { RulesApp } from "@fairhat/rules";
import type { Answer } from "@fairhat/service";
import { batch } from "./batch.ts";
import { answersOf, dataOf, eden, traced } from "./call.ts";

interface RuleCheck {
  rule: string;
  params: Record<string, unknown>;
  entries: { count: number; tickets: number };
}

/** What a rule will do with a list, all its parameters written out. */
interface CheckedRule {
  params: Record<string, unknown>;
  takesList: boolean;
  /** Whether an entry may have more than one ticket. */
  takesTickets: boolean;
  /** What will happen, in words. */
  sentence: string;
}

interface Drawing {
  manifest: Manifest;
  openings: { a: Signed<Opening>; b: Signed<Opening> };
  /** The tickets of each entry, or null when every entry has one. */
  tickets: number[] | null;
}

export interface Drawn {
  draw: string;
  outcome: { rule: string; seed: string; result: Record<string, unknown> };
}

export interface PublishedRule {
  name: string;
  title: string;
  text: string;
  params: Record<string, unknown>;
  defaults: Record<string, unknown>;
  takesList: boolean;
  examples: {
    params: unknown;
    list: { count: number; tickets: readonly number[] | null };
    seed: string;
    result: unknown;
  }[];
}

/** The service that makes outcomes. All may throw ServiceDown. */
export interface RulesService {
  check(wanted: RuleCheck): Promise<Answer<CheckedRule>>;
  draw(drawing: Drawing): Promise<Answer<Drawn>>;
  published(): Promise<PublishedRule[]>;
}

/** Entries up to which a draw is light, beyond which it is large. Light ones wait for no others, large ones have a thread. */
export const LIGHT = 1_000;
export const LARGE = 20_000;
const LARGE_DEADLINE = 90_000; // milliseconds: several times what the largest draw takes, behind those of other instances

export function isLarge(entries: number): boolean {
  return entries > LARGE;
}

// No rule draws more places than there are entries, but numbers/1: that draws `count` of them, without a list.
function weigh({ manifest: { entries, params } }: Pick<Drawing, "manifest">): number {
  return Math.max(entries.count, Number(params.count) || 0);
}

/** The service at `url`. A light draw waits for light ones alone, whatever else is asked. */
export function rulesService(url: string): RulesService {
  const api = treaty<RulesApp>(url, eden());
  const patient = treaty<RulesApp>(url, eden(undefined, LARGE_DEADLINE));
  const drawn = (to: typeof api) => (draws: Drawing[], requests: string) =>
    answersOf("rules", draws.length, to.outcomes.post({ draws }, traced(requests)));
  const light = batch(drawn(api), { weigh, maxWeight: LARGE });
  const medium = batch(drawn(api), { weigh, maxWeight: LARGE, maxInFlight: 1 });
  const large = batch(drawn(patient), { weigh, maxWeight: LARGE, maxInFlight: 1 });
  return {
    check: batch((checks: RuleCheck[], requests) =>
      answersOf("rules", checks.length, api.checks.post({ checks }, traced(requests))),
    ),
    draw(drawing) {
      const weight = weigh(drawing);
      if (weight <= LIGHT) return light(drawing);
      return weight <= LARGE ? medium(drawing) : large(drawing);
    },
    published: async () => (await dataOf("rules", api.rules.get())).rules,
  };
}
