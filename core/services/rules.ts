import { treaty } from "@elysiajs/eden";
import type { Manifest, Opening, Signed } from "@fairhat/protocol";
import type { RulesApp } from "@fairhat/rules";
import type { Answer } from "@fairhat/service";
import { answersOf, dataOf, eden, traced } from "./call.ts";
import { gather } from "./gather.ts";

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

export function rulesService(url: string): RulesService {
  const api = treaty<RulesApp>(url, eden());
  return {
    check: gather((checks: RuleCheck[], requests) =>
      answersOf("rules", checks.length, api.checks.post({ checks }, traced(requests))),
    ),
    draw: gather((draws: Drawing[], requests) =>
      answersOf("rules", draws.length, api.outcomes.post({ draws }, traced(requests))),
    ),
    published: async () => (await dataOf("rules", api.rules.get())).rules,
  };
}
