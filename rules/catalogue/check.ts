import { object, type Problem, reading, typed } from "@fairhat/protocol";
import { bracket } from "./bracket.ts";
import { groups } from "./groups.ts";
import { prizes2, raffle2, winners2 } from "./limited.ts";
import { numbers } from "./numbers.ts";
import { order } from "./order.ts";
import { pairs } from "./pairs.ts";
import { panel } from "./panel.ts";
import { prizes } from "./prizes.ts";
import { raffle } from "./raffle.ts";
import { roundrobin } from "./roundrobin.ts";
import type { List, Rule, Size } from "./rule.ts";
import { winners } from "./winners.ts";

const published: Rule[] = [
  winners,
  raffle,
  prizes,
  order,
  groups,
  bracket,
  roundrobin,
  pairs,
  panel,
  numbers,
  winners2,
  raffle2,
  prizes2,
];

/** Every published rule by its name with version, in display order. */
export const catalogue: ReadonlyMap<string, Rule> = new Map(published.map((rule) => [rule.name, rule]));

/** A rule with parameters that work for the list, or the problem. */
export type Checked =
  | { ok: true; rule: Rule; params: object }
  | { ok: false; reason: "unknown_rule" | "malformed" | "does_not_fit"; problem: Problem };

/** Reads `params` strictly for the rule `name`, and checks whether they work for a list of this size. */
export function check(name: string, params: unknown, size: Size): Checked {
  const rule = catalogue.get(name);
  if (!rule) return { ok: false, reason: "unknown_rule", problem: unknownRule(name) };
  const read = reading(object({ params: rule.params }), { params });
  if (!read.ok) return { ok: false, reason: "malformed", problem: read.problem };
  const problem = listProblem(rule, read.value.params, size) ?? rule.refuses(read.value.params, size);
  return problem ? { ok: false, reason: "does_not_fit", problem } : { ok: true, rule, params: read.value.params };
}

/** A request's parameters with defaults filled in. Never used for a manifest, which has them all. */
export function complete(name: string, params: Record<string, unknown>): Record<string, unknown> {
  return { ...catalogue.get(name)?.defaults, ...params };
}

/** The manifest's summary of this list. `tickets` is beyond 2^53-1, and unusable, if the sum is. */
export function sizeOf({ count, tickets, groups }: List): Size {
  return { count, tickets: tickets ? tickets.reduce((sum, own) => sum + own, 0) : count, ...(groups && { groups }) };
}

function unknownRule(name: string): Problem {
  return { at: "rule", expected: { code: "named", names: [...catalogue.keys()] }, found: typed(JSON.stringify(name)) };
}

function listProblem(rule: Rule, params: object, { count, tickets }: Size): Problem | null {
  if (rule.takesList && count === 0)
    return { at: "entries.count", expected: { code: "one_entry" }, found: { code: "none" } };
  if (!rule.takesList && count > 0) {
    return { at: "entries.count", expected: { code: "no_entries" }, found: typed(count) };
  }
  if (rule.takesTickets(params) || tickets === count) return null;
  return { at: "entries.tickets", expected: { code: "no_tickets", count }, found: typed(tickets) };
}
