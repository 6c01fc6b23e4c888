// The HTTP API of a random service: lists from its cores, public reads.
import { drawId, manifest, object } from "@fairhat/protocol";
import {
  type About,
  type Answer,
  callerOf,
  HttpRefusal,
  itemsBody,
  type Log,
  type Metrics,
  read,
  type Token,
  web,
} from "@fairhat/runtime";
import { advance } from "./advance.ts";
import type { Bound, Opened, Published, RandomAbout } from "./contract.ts";
import { publishedKeys } from "./key-store.ts";
import { GENERATOR_FAILED, sealDraws } from "./seal.ts";
import type { Sealing } from "./sealing.ts";
import type { Asked } from "./steps.ts";
import { readSeals, type SealRow } from "./store.ts";

export interface SealingOptions extends Sealing {
  about: About;
  log: Log;
  metrics: Metrics;
  /** The cores that may use it. */
  tokens: Token[];
  /** Whether the database flushes before it answers. */
  durable: boolean;
}

const BODY_LIMIT = 16 * 1024 * 1024; // bytes
const READING = ["GET", "HEAD"];

const idParam = object({ id: drawId });

export type SealingApp = ReturnType<typeof sealingApp>;

/** A random service: seals, binds and opens for its cores, and publishes the results. */
export function sealingApp(options: SealingOptions) {
  const { about, log, metrics, db, keys, operator, generator, durable, tokens } = options;
  const coreOf = (asking: Asking) => authenticated(tokens, asking);
  const counted = countingIn(metrics);
  const healthy = () => (generator.failure() ? 0 : 1);
  metrics.observe(
    "fairhat_generator_healthy",
    "1 while it passes its health tests, 0 once it failed.",
    "gauge",
    healthy,
  );
  return (
    web({ about, log, metrics, bodyLimit: BODY_LIMIT })
      // Before the body is read: an unauthenticated client must not make us read 16 MiB.
      .onRequest((asking) => {
        if (!READING.includes(asking.request.method)) coreOf(asking);
      })
      .post(
        "/seals",
        async (asking) => {
          const core = coreOf(asking);
          const answers = counted("seal", await sealDraws(options, core, asking.body.draws));
          assertSomeAnswered(answers);
          return { answers };
        },
        { body: itemsBody("draws", drawId) },
      )
      .post(
        "/bindings",
        async (asking) => {
          const wanted = { act: "bind", core: coreOf(asking) } as const;
          return { answers: counted("bind", await advance(options, wanted, asking.body.manifests, bindingOf)) };
        },
        { body: itemsBody("manifests", manifest) },
      )
      .post(
        "/openings",
        async (asking) => {
          const wanted = { act: "open", core: coreOf(asking) } as const;
          return { answers: counted("open", await advance(options, wanted, asking.body.manifests, openingOf)) };
        },
        { body: itemsBody("manifests", manifest) },
      )
      .get("/draws/:id", async ({ params }) => {
        const { id } = read(idParam, params);
        const row = (await readSeals(db, [id])).get(id);
        if (!row) throw new HttpRefusal(404, "unknown_draw", "this service sealed nothing for this draw");
        return published(row);
      })
      .get("/key", async (): Promise<RandomAbout> => {
        const service = keys.current.public;
        const all = await publishedKeys(db, service);
        return { service, operator, generator: generator.name, durable, keys: all };
      })
  );
}

// Refusals have literal reasons, so no client controls a label.
function countingIn(metrics: Metrics) {
  const count = metrics.counter("fairhat_sealing_answers_total", "What was asked of seals, and what came of it.");
  return <T>(act: "seal" | Asked["act"], answers: Answer<T>[]): Answer<T>[] => {
    for (const answer of answers) count({ act, outcome: answer.ok ? "ok" : answer.refused.reason });
    return answers;
  };
}

// A list with at least one answer is a success.
function assertSomeAnswered(answers: Answer<unknown>[]): void {
  const { reason, detail } = GENERATOR_FAILED;
  const nothing = answers.every((answer) => !answer.ok && answer.refused.reason === reason);
  if (nothing && answers.length > 0) throw new HttpRefusal(503, reason, detail);
}

interface Asking {
  request: Request;
  set: { headers: Record<string, unknown> };
}

function authenticated(tokens: Token[], { request, set }: Asking): string {
  const caller = callerOf(tokens, request.headers.get("authorization"));
  if (caller === "unknown") throw new HttpRefusal(403, "wrong_token", "this token is not one of a core served here");
  if (caller !== "missing") return caller.name;
  set.headers["www-authenticate"] = "Bearer";
  throw new HttpRefusal(401, "no_token", "send Authorization: Bearer and the token of a core");
}

function bindingOf({ binding }: SealRow): Bound {
  return { binding: JSON.parse(binding as string) };
}

function openingOf(row: SealRow): Opened {
  return { ...bindingOf(row), opening: JSON.parse(row.opening as string) };
}

// Everything public about a draw: the secret appears only in the opening.
function published({ seal, binding, opening, generator }: SealRow): Published {
  return { seal: JSON.parse(seal), binding: parsed(binding), opening: parsed(opening), generator };
}

function parsed<T>(text: string | null): T | null {
  return text === null ? null : JSON.parse(text);
}
