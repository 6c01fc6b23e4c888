// Common behaviour of all HTTP services: strict bodies, problem+json, /health, request ids, one log line per request.
import { object, reading, type Shape } from "@fairhat/protocol";
import { Elysia } from "elysia";
import { admission, type Room } from "./admission.ts";
import { type Intake, mediaTypeOf, readBody, readOut, whole } from "./body.ts";
import { isUnavailable } from "./database.ts";
import { items } from "./items.ts";
import { enterRequest, type Log } from "./log.ts";
import type { Metrics } from "./metrics.ts";
import { HttpRefusal, problemResponse, RETRY_AFTER, refusal } from "./problem.ts";
import { assertNormalForm } from "./target.ts";

/** Which code answers: the service's name, the commit it was built from, the project's version. */
export interface About {
  service: string;
  revision: string;
  version: string;
}

export interface WebOptions {
  about: About;
  log: Log;
  /** Counts answers; without it nothing is counted. */
  metrics?: Metrics | undefined;
  /** Maximum bytes of a body. */
  bodyLimit: number;
  /** JSON: maximum names and values together. */
  tokenLimit?: number;
  /** How a route reads bodies that may be larger; null for the default. */
  intakeOf?: (asked: Asked) => Intake | null;
  /** The room for long bodies until they are answered; without it their number is not limited. */
  room?: Room;
  /** Renders an error as a page; null falls back to problem+json. */
  page?: (refused: Pick<HttpRefusal, "status" | "refusal">, request: Request) => Response | null;
}

/** A body's route and media type. */
export interface Asked {
  method: string;
  route: string;
  mediaType: string;
}

const METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];
const UNLIMITED: Room = { all: Infinity, each: Infinity };
const CLIENT = "x-real-ip"; // the client's address, set by the proxy
const PROBES = new Set(["/health", "/ready"]);
const REQUEST_ID = /^[\w.,:-]{1,200}$/;

/** The root instance of a service. Add routes to it; it handles the errors of all of them. */
export function web(options: WebOptions) {
  const { about, log, metrics, intakeOf, page = () => null } = options;
  const limits = { bytes: options.bodyLimit, tokens: options.tokenLimit ?? Infinity };
  const answered = metrics?.histogram("http_request_duration_seconds", "How long requests took, by route.");
  const begun = new WeakMap<Request, number>();
  const { admit, release } = admission(options.room ?? UNLIMITED);
  // Elysia's default looks for the path after eleven characters of a URL, which is wrong for a host of two or three.
  return new Elysia({ normalize: false, handler: { standardHostname: false } })
    .onError({ as: "global" }, async ({ error, code, request, set }) => {
      await readOut(request);
      const refused = refusalOf(error, String(code), log);
      set.status = refused.status;
      const { status } = refused;
      if (status === 429 || status === 503) set.headers["retry-after"] = RETRY_AFTER[status];
      if (refused.status === 408) set.headers.connection = "close"; // the rest of the body may never arrive
      // never: typed clients of a service do not see errors as data
      return (page(refused, request) ?? problemResponse(refused)) as never;
    })
    .onRequest(({ request, set }) => {
      const given = request.headers.get("x-request-id") ?? "";
      const id = REQUEST_ID.test(given) ? given : crypto.randomUUID();
      enterRequest(id);
      begun.set(request, performance.now());
      set.headers["x-request-id"] = id;
      set.headers["x-content-type-options"] = "nosniff";
    })
    .onRequest(({ request }) => assertNormalForm(request))
    .onParse({ as: "global" }, ({ request, route, server }) => {
      const mediaType = mediaTypeOf(request);
      const intake = intakeOf?.({ method: request.method, route, mediaType }) ?? whole(mediaType, limits);
      const client = request.headers.get(CLIENT) ?? server?.requestIP(request)?.address ?? "";
      const place = { admit: (bytes: number) => admit(request, client, bytes), release: () => release(request) };
      return readBody(request, intake, place);
    })
    .onAfterResponse({ as: "global" }, ({ request, route, set }) => {
      release(request);
      const status = set.status ?? 200;
      const seconds = (performance.now() - (begun.get(request) ?? performance.now())) / 1_000;
      // Health checks call every other second.
      const level = PROBES.has(route) ? "debug" : "info";
      log[level]({ method: request.method, route, status, ms: Math.round(seconds * 1_000) }, "answered");
      answered?.(labelsOf(request, route, status), seconds);
    })
    .get("/health", () => about);
}

// Bound metric cardinality: clients choose neither label values nor their number.
function labelsOf({ method }: Request, route: string, status: unknown): Record<string, string> {
  const known = METHODS.includes(method) ? method : "other";
  return { method: known, route: route || "none", status: `${String(status).charAt(0)}xx` };
}

/** A Standard Schema (https://standardschema.dev), by which Elysia validates a body and types it for handlers and clients. */
export interface BodySchema<T> {
  "~standard": {
    version: 1;
    vendor: "fairhat";
    types?: { input: T; output: T };
    validate(value: unknown): { value: T };
  };
}

/** The schema of a body of this shape, after `prepare`. Refuses others with 422, naming the field and the limit. */
export function body<T>(shape: Shape<T>, prepare = (value: unknown) => value): BodySchema<T> {
  const validate = (value: unknown) => ({ value: read(shape, prepare(value)) });
  return { "~standard": { version: 1, vendor: "fairhat", validate } };
}

/**
 * The schema of a body with a list of items, {[name]: […]}. Clients see the items' type; here they are any values, because
 * the handler reads them one by one, so that an invalid one fails alone.
 */
export function itemsBody<Name extends string, T>(name: Name, _item: Shape<T>): BodySchema<Record<Name, T[]>> {
  return body(object({ [name]: items }) as Shape<Record<Name, T[]>>);
}

/** Reads a value strictly; throws HttpRefusal 422 naming the field and the limit. */
export function read<T>(shape: Shape<T>, value: unknown): T {
  const result = reading(shape, value);
  if (!result.ok) throw refusal("malformed", result.problem);
  return result.value;
}

/** The answer to an error. Anything but a refusal is logged. */
export function refusalOf(error: unknown, code: string, log: Log): Pick<HttpRefusal, "status" | "refusal"> {
  if (error instanceof HttpRefusal) {
    if (error.cause) log.warn({ err: error.cause }, error.message);
    return error;
  }
  // Errors of a parser arrive wrapped.
  if (error instanceof Error && error.cause instanceof HttpRefusal) return error.cause;
  if (code === "NOT_FOUND") return refusal("not_found");
  if (isUnavailable(error)) {
    log.warn({ err: error }, "the database does not answer");
    return refusal("database_unavailable");
  }
  log.error({ err: error }, "unexpected error");
  return refusal("internal_error");
}
