// What the JSON API and the pages share: refusals as HTTP statuses, and the draw that a request names.

import { own } from "@fairhat/protocol";
import { REFUSALS } from "@fairhat/protocol/refusals";
import { type Answer, callerOf, HttpRefusal, refusal } from "@fairhat/runtime";
import { ServiceDown } from "./clients/call.ts";
import type { Context } from "./draws/context.ts";
import { type Draw, findDraw, findDrawInShort } from "./draws/repository.ts";
import { opens, replacedKey } from "./manage-key.ts";

const IDEMPOTENCY_KEY = /^[\x21-\x7e]{16,200}$/;
const DRAW_ID = /^[0-9a-f]{32}$/;

/** The value of an answer. Throws HttpRefusal for a refusal. */
export function granted<T>(answer: Answer<T>): T {
  if (answer.ok) return answer.value;
  throw HttpRefusal.of(statusOf(answer.refused.reason), answer.refused);
}

// A service that core asks may have reasons that are not in our table: with those it refuses what was asked for.
function statusOf(reason: string): number {
  return own(REFUSALS, reason)?.status ?? 422;
}

/** The same promise; ServiceDown becomes 503, the draw being where it was. */
export function reachable<T>(promise: Promise<T>): Promise<T> {
  return promise.catch((error) => {
    if (!(error instanceof ServiceDown)) throw error;
    const { service, why } = error;
    throw Object.assign(refusal("service_unavailable", { service, why }), { cause: error.cause ?? error });
  });
}

/** Where only some may make draws: throws HttpRefusal 401 or 403 unless the Authorization has one of their tokens. */
export function assertMaker({ makers }: Pick<Context, "makers">, authorization: string | null): void {
  const caller = makers && callerOf(makers, authorization);
  if (caller === "missing") throw refusal("no_create_token");
  if (caller === "unknown") throw refusal("wrong_create_token");
}

/** The draw of this id for everybody. Throws HttpRefusal 404. */
export async function publicDraw({ db }: Context, id: string): Promise<Draw> {
  const draw = DRAW_ID.test(id) ? await findDraw(db, id) : undefined;
  if (!draw) throw refusal("no_such_draw", { deleted: false });
  return draw;
}

/** The draw of this id for requests with its manage key; to all others it is the same whether there is one or not. */
export async function managedDraw({ db }: Context, id: string, key: string | null): Promise<Draw> {
  if (!key) throw refusal("no_manage_key");
  const draw = DRAW_ID.test(id) ? await findDrawInShort(db, id) : undefined;
  if (!opens(key, draw) || !draw) throw refusal("wrong_manage_key");
  return draw;
}

/**
 * Adds the draw of managed routes, before their body is validated: without its key nobody learns what is wrong with a
 * body. Throws HttpRefusal 401 or 403.
 */
export function managing(context: Context) {
  return async ({ params: { id = "" }, request }: { params: { id?: string }; request: Request }) => ({
    draw: await managedDraw(context, id, bearer(request.headers)),
  });
}

/** The draw whose key a request replaces: with the key that it has, or again with the request's own token. */
export async function replacingDraw(context: Context, id: string, key: string | null, token: string): Promise<Draw> {
  const draw = DRAW_ID.test(id) ? await findDrawInShort(context.db, id) : undefined;
  return draw && opens(replacedKey(context.secret, draw, token), draw) ? draw : managedDraw(context, id, key);
}

/** The Idempotency-Key of a request, or null where it has none. A form always has one: the proxy may send it twice. */
export function idempotencyKey(given: string | null): string | null {
  if (given === null) return null;
  if (IDEMPOTENCY_KEY.test(given)) return given;
  const expected = { code: "unguessable", min: 16, max: 200 } as const;
  throw refusal("malformed", { at: "Idempotency-Key", expected, found: { code: "something_else" } });
}

/** Throws HttpRefusal 415 for a form: those are for the pages. */
export function assertJson(body: unknown): void {
  if (!(body instanceof URLSearchParams)) return;
  throw refusal("unsupported_media_type", { what: "body", type: "application/json" });
}

/** The manage key of a request, or null where it has none. */
export function bearer(headers: Headers): string | null {
  return /^Bearer ([\w-]{1,200})$/i.exec(headers.get("authorization") ?? "")?.[1] ?? null;
}
