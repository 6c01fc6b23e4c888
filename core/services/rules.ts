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

/** Entries of a draw beyond which it is large: it is sent alone, and the rules service answers it beside small ones. */
export const LARGE = 20_000;
const LARGE_DEADLINE = 90_000; // milliseconds: several times what the largest draw takes, behind those of other instances

export function isLarge(entries: number): boolean {
  return entries > LARGE;
}

export function rulesService(url: string): RulesService {
  const api = treaty<RulesApp>(url, eden());
  const patient = treaty<RulesApp>(url, eden(undefined, LARGE_DEADLINE));
  const drawn = (to: typeof api) => (draws: Drawing[], requests: string) =>
    answersOf("rules", draws.length, to.outcomes.post({ draws }, traced(requests)));
  const weights = { weigh: ({ manifest }: Drawing) => manifest.entries.count, max: LARGE };
  const [small, large] = [batch(drawn(api), weights), batch(drawn(patient), weights)];
  return {
    check: batch((checks: RuleCheck[], requests) =>
      answersOf("rules", checks.length, api.checks.post({ checks }, traced(requests))),
    ),
    draw: (drawing) => (isLarge(drawing.manifest.entries.count) ? large(drawing) : small(drawing)),
    published: async () => (await dataOf("rules", api.rules.get())).rules,
  };
}
