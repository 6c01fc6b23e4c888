import { treaty } from "@elysiajs/eden";
import type { CheckedRule, Drawing, PublishedRule, RuleCheck, RulesApp } from "@fairhat/rules";
import { type Answer, askWorker } from "@fairhat/runtime";
import { batch } from "./batch.ts";
import { answersOf, dataOf, eden, fetchTwice, type Reply, traced } from "./call.ts";
import { type Drawn, drawnIn } from "./drawn.ts";
import { keptFor } from "./kept.ts";

export type { PublishedRule } from "@fairhat/rules";

/** The rules service. All methods may throw ServiceDown. */
export interface RulesService {
  check(wanted: RuleCheck): Promise<Answer<CheckedRule>>;
  draw(drawing: Drawing): Promise<Answer<Drawn>>;
  published(): Promise<PublishedRule[]>;
}

/**
 * Up to this many entries a draw is light, above it large. Light ones wait only for light ones, large ones run in a
 * worker.
 */
export const LIGHT = 1_000;
export const LARGE = 20_000;
const PUBLISHED_FOR = 1_000; // milliseconds, as in the proxy: a new rule appears a second later
const LARGE_DEADLINE = 90_000; // milliseconds: several times the largest draw's, behind those of other instances

// A million places take seconds to parse and canonicalise, so a worker does it.
async function postApart(
  url: string,
  draws: Drawing[],
  requests: string,
): Promise<Reply<{ answers: Answer<Drawn>[] }>> {
  const { headers } = traced(requests);
  const response = await fetchTwice(url, {
    method: "POST",
    headers: { ...headers, "content-type": "application/json" },
    body: JSON.stringify({ draws }),
    signal: AbortSignal.timeout(LARGE_DEADLINE),
  });
  if (!response.ok) return { data: null, error: { status: response.status, value: null } };
  const body = await response.arrayBuffer();
  const answers = await askWorker<Answer<Drawn>[]>(import.meta.url, "drawn", body, { transfer: [body] });
  return { data: { answers }, error: null };
}

export function isLarge(entries: number): boolean {
  return entries > LARGE;
}

// No rule draws more places than entries, except numbers/1, which draws `count` without a list.
function weigh({ manifest: { entries, params } }: Pick<Drawing, "manifest">): number {
  return Math.max(entries.count, Number(params.count) || 0);
}

/** The service at `url`. A light draw waits only for light ones. */
export function rulesService(url: string): RulesService {
  const api = treaty<RulesApp>(url, eden());
  const draw = async (draws: Drawing[], requests: string) =>
    (await answersOf("rules", draws.length, api.outcomes.post({ draws }, traced(requests)))).map(drawnIn);
  const drawApart = (draws: Drawing[], requests: string) =>
    answersOf("rules", draws.length, postApart(`${url}/outcomes`, draws, requests));
  const light = batch(draw, { weigh, maxWeight: LARGE });
  const medium = batch(draw, { weigh, maxWeight: LARGE, maxInFlight: 1 });
  const large = batch(drawApart, { weigh, maxWeight: LARGE, maxInFlight: 1 });
  return {
    check: batch((checks: RuleCheck[], requests) =>
      answersOf("rules", checks.length, api.checks.post({ checks }, traced(requests))),
    ),
    draw(drawing) {
      const weight = weigh(drawing);
      if (weight <= LIGHT) return light(drawing);
      return weight <= LARGE ? medium(drawing) : large(drawing);
    },
    published: keptFor(PUBLISHED_FOR, async () => (await dataOf("rules", api.rules.get())).rules),
  };
}
