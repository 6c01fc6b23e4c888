// Many draws in one request. They share statements and calls like other concurrent draws (draws/shared.ts,
// clients/batch.ts); a refused one fails alone.
import { Malformed, object, reading, refined, type Shape, text, typed } from "@fairhat/protocol";
import {
  type Asked,
  type HttpRefusal,
  type Intake,
  items,
  problemBody,
  read,
  refusal,
  refusalOf,
  whole,
} from "@fairhat/runtime";
import { type Context as Answering, Elysia } from "elysia";
import { budget } from "../draws/budget.ts";
import type { Context } from "../draws/context.ts";
import type { NewList } from "../draws/entries.ts";
import { firstKey } from "../draws/key.ts";
import { makeDraw } from "../draws/make.ts";
import { composed, draftOf, givenEntry, makeRequestWith } from "../draws/requests.ts";
import { type DrawView, viewOf } from "../draws/view.ts";
import { assertJson, assertMaker, granted, idempotencyKey, reachable } from "../http.ts";
import { GivenList } from "../lists/given.ts";
import { listAsAsked } from "../lists/private.ts";
import { taking } from "./openapi.ts";

const ROUTE = "POST /api/draws/batch";
const LIMITS = { bytes: 4 * 2 ** 20, tokens: 250_000 };
const MOST_ENTRIES = 10_000; // of one draw; a longer list needs a separate, streamed request
const BURST = 5_000; // draws per address
const PER_SECOND = 100;

const id = text(1, 200);
const givenList: Shape<unknown[]> = {
  schema: { type: "array", items: givenEntry.schema, maxItems: MOST_ENTRIES },
  read(value) {
    if (Array.isArray(value)) return value;
    throw Malformed.of({ code: "list" }, value);
  },
};
const item = makeRequestWith(givenList, { id });
const batchRequest = object({
  draws: refined({ read: items.read, schema: { ...items.schema, items: item.schema, minItems: 1 } }, ({ length }) =>
    length === 0 ? { at: "", expected: { code: "one_draw" }, found: { code: "none" } } : null,
  ),
});

/** The result for one draw of a batch. */
type Made =
  | { id: string | null; status: 201; draw: DrawView & { manageKey: string } }
  | { id: string | null; status: number; problem: Record<string, unknown> };

/** How a batch's body is read; null for all others. */
export function batchIntake({ method, route, mediaType }: Asked): Intake | null {
  return `${method} ${route}` === ROUTE && mediaType === "application/json" ? whole(mediaType, LIMITS) : null;
}

export function batchApi(context: Context) {
  const clients = budget(BURST, PER_SECOND, context.clock);
  return new Elysia({ prefix: "/api/draws", tags: ["draws"] })
    .onTransform(({ body, request }) => {
      assertJson(body);
      assertMaker(context, request.headers.get("authorization"));
    })
    .post(
      "/batch",
      async ({ body: { draws }, request, server, set }) => {
        const key = idempotencyKey(request.headers.get("idempotency-key"));
        const client = request.headers.get("x-real-ip") ?? server?.requestIP(request)?.address ?? "";
        if (!clients.spend(client, draws.length)) throw tooMany();
        noStore(set);
        const named = new Set<string>();
        return { draws: await Promise.all(draws.map((given, at) => madeOf(context, given, at, key, named))) };
      },
      taking(batchRequest, {
        summary: "Make up to 1,000 draws; answers for each, in order, with the draw or why there is none",
        answer: { schema: "Batch" },
        repeatable: true,
      }),
    );
}

function noStore(set: Answering["set"]): void {
  set.headers["cache-control"] = "no-store"; // it contains keys
}

function tooMany(): HttpRefusal {
  return refusal("too_many_draws", { burst: BURST, perSecond: PER_SECOND });
}

async function madeOf(
  context: Context,
  given: unknown,
  at: number,
  key: string | null,
  named: Set<string>,
): Promise<Made> {
  const name = nameOf(given);
  try {
    if (name !== null && named.has(name)) throw repeatedName(name);
    if (name !== null) named.add(name);
    const { request, list: open } = readItem(given);
    const list = await listAsAsked(request, open);
    // By its name, if it has one, so that a batch may be repeated in another order.
    const own = key === null ? null : `${key} batch ${name === null ? at : `of ${name}`}`;
    const draw = granted(await reachable(makeDraw(context, draftOf(request, list), own)));
    const view = await viewOf(context, draw, list);
    return { id: name, status: 201, draw: { ...view, manageKey: firstKey(context.secret, draw) } };
  } catch (error) {
    const refused = refusalOf(error, "", context.log);
    return { id: name, status: refused.status, problem: problemBody(refused) };
  }
}

function nameOf(given: unknown): string | null {
  const named = reading(object({ id }), { id: (given as { id?: unknown } | null)?.id });
  return named.ok ? named.value.id.normalize("NFC") : null;
}

function repeatedName(name: string): HttpRefusal {
  const field = { at: "id", expected: { code: "unique_name" }, found: typed(JSON.stringify(name)) } as const;
  return refusal("duplicate_id", field);
}

function readItem(given: unknown) {
  const { id: _, entries = [], ...rest } = read(item, composed(given));
  if (entries.length > MOST_ENTRIES) {
    const field = {
      at: "entries",
      expected: { code: "entries_at_most", most: MOST_ENTRIES },
      found: typed(entries.length),
    } as const;
    throw refusal("too_large", { what: "list of a batch", most: MOST_ENTRIES }, field);
  }
  return { request: rest, list: listOf(entries) };
}

function listOf(entries: unknown[]): NewList {
  const list = new GivenList();
  for (const entry of entries) list.add(entry);
  const { list: summary, chunks } = list.end();
  if (!summary.ok) throw refusal("malformed", summary.problem);
  return { summary: summary.value, chunks };
}
