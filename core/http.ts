// What the JSON API and the pages share: refusals as HTTP statuses, and the draw that a request names.
import { type Answer, HttpRefusal } from "@fairhat/runtime";
import { ServiceDown } from "./clients/call.ts";
import type { Context } from "./draws/context.ts";
import { type Draw, findDraw, findDrawInShort } from "./draws/repository.ts";
import { STEP_REFUSALS } from "./draws/steps.ts";
import { opens, replacedKey } from "./manage-key.ts";

const IDEMPOTENCY_KEY = /^[\x21-\x7e]{16,200}$/;
const CONFLICTS = [
  "changed_meanwhile",
  "not_void",
  "not_over",
  "positions_would_move",
  "seal_lost",
  "not_drawn",
  "no_winners",
  "place_not_drawn",
  "names_are_open",
  "names_not_kept",
  "already_passed_over",
  "key_replaced",
  "too_many_webhooks",
];
const OTHER_STATUSES: Record<string, number> = {
  webhooks_off: 403,
  no_such_draw: 404,
  no_such_webhook: 404,
  list_erased: 410,
  service_unreachable: 503,
  too_many_large: 503,
};
const DRAW_ID = /^[0-9a-f]{32}$/;

/** The value of an answer. Throws HttpRefusal for a refusal. */
export function granted<T>(answer: Answer<T>): T {
  if (answer.ok) return answer.value;
  const { reason, detail, field } = answer.refused;
  throw new HttpRefusal(statusOf(reason), reason, detail, field);
}

// 409 for a step that may not follow, 503 for one that may in a moment, 422 for what was asked for.
function statusOf(reason: string): number {
  const isConflict = Object.hasOwn(STEP_REFUSALS, reason) || CONFLICTS.includes(reason);
  return OTHER_STATUSES[reason] ?? (isConflict ? 409 : 422);
}

/** The same promise; ServiceDown becomes 503, the draw being where it was. */
export function reachable<T>(promise: Promise<T>): Promise<T> {
  return promise.catch((error) => {
    if (!(error instanceof ServiceDown)) throw error;
    const detail = `${error.message}; the draw stays where it is, try again in a moment`;
    throw Object.assign(new HttpRefusal(503, "service_unavailable", detail), { cause: error.cause ?? error });
  });
}

/** The draw of this id for everybody. Throws HttpRefusal 404. */
export async function publicDraw({ db }: Context, id: string): Promise<Draw> {
  const draw = DRAW_ID.test(id) ? await findDraw(db, id) : undefined;
  if (!draw)
    throw new HttpRefusal(404, "no_such_draw", "there is no draw of this id; a draw id has 32 characters, 0-9 and a-f");
  return draw;
}

/** The draw of this id for requests with its manage key; to all others it is the same whether there is one or not. */
export async function managedDraw({ db }: Context, id: string, key: string | null): Promise<Draw> {
  if (!key)
    throw new HttpRefusal(
      401,
      "no_manage_key",
      "the manage key of the draw is missing; programs send it as Authorization: Bearer <key>",
    );
  const draw = DRAW_ID.test(id) ? await findDrawInShort(db, id) : undefined;
  if (!opens(key, draw) || !draw) throw new HttpRefusal(403, "wrong_manage_key", "this key does not open this draw");
  return draw;
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
  const expected = "16 to 200 visible ASCII characters that nobody can guess";
  throw HttpRefusal.malformed({ at: "Idempotency-Key", expected, found: "something else" });
}

/** Throws HttpRefusal 415 for a form: those are for the pages. */
export function demandJson(body: unknown): void {
  if (!(body instanceof URLSearchParams)) return;
  throw new HttpRefusal(415, "unsupported_media_type", "send the body as application/json");
}

/** The manage key of a request, or null where it has none. */
export function bearer(headers: Headers): string | null {
  return /^Bearer ([\w-]{1,200})$/i.exec(headers.get("authorization") ?? "")?.[1] ?? null;
}
