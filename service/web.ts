// What every HTTP process of ours answers alike: strict bodies, problem+json, /health, request ids, a log line a request.
import { type Of, reading, type Shape } from "@fairhat/protocol";
import { Elysia, type TSchema, t } from "elysia";
import { type Admission, admission } from "./admission.ts";
import { isUnavailable } from "./database.ts";
import { parseForm } from "./form.ts";
import { parseScanned } from "./json.ts";
import { JsonScanner } from "./json-scanner.ts";
import { enterRequest, type Log } from "./log.ts";
import type { Metrics } from "./metrics.ts";
import { HttpRefusal, problemResponse, RETRY_AFTER } from "./problem.ts";
import { demandNormalForm } from "./target.ts";

/** Which code answers: the service's name, the commit it was built from, the version of the project. */
export interface About {
  service: string;
  revision: string;
  version: string;
}

export interface WebOptions {
  about: About;
  log: Log;
  /** Counts what is answered; without it nothing is counted. */
  metrics?: Metrics | undefined;
  /** The largest body that is taken, in bytes. */
  bodyLimit: number;
  /** The routes that take bodies above 1 MiB, as `POST /api/draws`; without it all do. */
  listRoutes?: ReadonlySet<string>;
  /** The most bytes that long bodies may have together, until they are answered; without it they may all come at once. */
  bodiesLimit?: number;
  /** Answers an error to people instead of programs; null leaves it to problem+json. */
  page?: (refused: Pick<HttpRefusal, "status" | "refusal">, request: Request) => Response | null;
}

const METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];
const UNREAD = 2 ** 20; // bytes
const SMALL_BODY = 2 ** 20; // bytes, where no list is sent
const SMALL_TOKENS = 50_000; // names and values: twice as many as the longest parameters have
const MOST_TOKENS = 5_000_000 + SMALL_TOKENS; // a million entries, each {"label": …, "tickets": …}
const PROBES = new Set(["/health", "/ready"]);
const REQUEST_ID = /^[\w.,:-]{1,200}$/;

/** The root instance of a service. Routes are added to it; errors of all of them are answered here. */
export function web({ about, log, metrics, bodiesLimit = Infinity, page = () => null, ...bodies }: WebOptions) {
  const answered = metrics?.durations("http_request_duration_seconds", "How long requests took, by route.");
  const begun = new WeakMap<Request, number>();
  const { admit, release } = admission(bodiesLimit);
  // Elysia would look for the path after eleven characters of a URL, which a host of two or three does not fill.
  return new Elysia({ normalize: false, handler: { standardHostname: false } })
    .onError({ as: "global" }, async ({ error, code, request, set }) => {
      await readOut(request);
      const refused = refusalOf(error, String(code), log);
      set.status = refused.status;
      if (refused.status === 503) set.headers["retry-after"] = RETRY_AFTER;
      // never: to the typed clients of a service its errors are no data.
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
    .onRequest(({ request }) => demandNormalForm(request))
    .onParse({ as: "global" }, ({ request, route }) => readBody(request, limitsOf(bodies, request, route), admit))
    .onAfterResponse({ as: "global" }, ({ request, route, set }) => {
      release(request);
      const status = set.status ?? 200;
      const seconds = (performance.now() - (begun.get(request) ?? performance.now())) / 1_000;
      // Whoever watches over us asks every other second.
      const level = PROBES.has(route) ? "debug" : "info";
      log[level]({ method: request.method, route, status, ms: Math.round(seconds * 1_000) }, "answered");
      answered?.(labelsOf(request, route, status), seconds);
    })
    .get("/health", () => about);
}

// Whoever asks chooses neither the number of our series nor what stands in them.
function labelsOf({ method }: Request, route: string, status: unknown): Record<string, string> {
  const known = METHODS.includes(method) ? method : "other";
  return { method: known, route: route || "none", status: `${String(status).charAt(0)}xx` };
}

/** Describes a body to Elysia and its clients by our shape, and leaves the checking to `read`. */
export function body<S extends Shape<unknown>>(shape: S): TSchema & { static: Of<S>; params: [] } {
  return t.Any(shape.schema) as unknown as TSchema & { static: Of<S>; params: [] };
}

/** Reads a value strictly; throws HttpRefusal 422 naming the field and the limit. */
export function read<T>(shape: Shape<T>, value: unknown): T {
  const result = reading(shape, value);
  if (!result.ok) throw HttpRefusal.malformed(result.problem);
  return result.value;
}

interface BodyLimits {
  bytes: number;
  /** JSON: names and values together. */
  tokens: number;
}

function limitsOf(
  { bodyLimit, listRoutes }: Pick<WebOptions, "bodyLimit" | "listRoutes">,
  { method }: Request,
  route: string,
): BodyLimits {
  const takesList = listRoutes?.has(`${method} ${route.replace(/\/$/, "")}`) ?? true;
  return takesList ? { bytes: bodyLimit, tokens: MOST_TOKENS } : { bytes: SMALL_BODY, tokens: SMALL_TOKENS };
}

async function readBody(request: Request, limits: BodyLimits, admit: Admission["admit"]): Promise<unknown> {
  const mediaType = mediaTypeOf(request);
  const scanner = mediaType === "application/json" ? new JsonScanner(limits.tokens) : null;
  const bytes = await readBytes(request, limits.bytes, admit, scanner);
  // An absent body has no members; reading it by its shape names the missing one.
  if (scanner) return bytes.length === 0 ? {} : parseScanned(bytes, scanner);
  if (mediaType === "application/x-www-form-urlencoded") return parseForm(demandContent(bytes));
  if (bytes.length === 0) return {};
  throw new HttpRefusal(415, "unsupported_media_type", "send the body as application/json");
}

// RFC 9110, section 8.3.1. Elysia tells none where the body is empty.
function mediaTypeOf({ headers }: Request): string {
  return (headers.get("content-type") ?? "").replace(/;.*$/s, "").trim().toLowerCase();
}

function demandContent(form: Uint8Array): Uint8Array {
  if (form.length > 0) return form;
  throw new HttpRefusal(400, "no_body", "the form came empty; fill it in and send it again");
}

// Whoever is still sending when we close the connection, the proxy too, gets a broken connection in place of our answer (RFC 9112,
// section 9.6). So a body that is refused unread is read all the same, and not kept: one as the proxy passes on, which says its length.
async function readOut({ body, bodyUsed, headers }: Request): Promise<void> {
  const announced = Number(headers.get("content-length"));
  if (!body || bodyUsed || announced === 0 || announced > UNREAD) return;
  await body.pipeTo(new WritableStream()).catch(() => {}); // nobody waits for the answer any more
}

// For the same reason a body without room, or refused by the scanner, is read to its end and not kept.
async function readBytes(
  request: Request,
  limit: number,
  admit: Admission["admit"],
  scanner: JsonScanner | null,
): Promise<Uint8Array> {
  const tooLarge = new HttpRefusal(413, "too_large", `the body may have at most ${limit} bytes`);
  const announced = Number(request.headers.get("content-length")) || 0;
  if (announced > limit) throw tooLarge;
  let refusal = admit(request, announced) ? null : BUSY;
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of request.body ?? []) {
    length += chunk.length;
    if (length > limit) throw tooLarge;
    refusal ??= admit(request, length) ? scanRefusal(scanner, chunk) : BUSY;
    if (refusal) chunks.length = 0;
    else chunks.push(chunk);
  }
  if (refusal) throw refusal;
  return Buffer.concat(chunks);
}

const BUSY = new HttpRefusal(503, "busy", "other long lists are being taken just now; send yours again in a moment");

function scanRefusal(scanner: JsonScanner | null, chunk: Uint8Array): HttpRefusal | null {
  try {
    scanner?.scan(chunk);
    return null;
  } catch (error) {
    if (error instanceof HttpRefusal) return error;
    throw error;
  }
}

/** What an error comes to for whoever asked. What is no refusal of ours is logged. */
export function refusalOf(error: unknown, code: string, log: Log): Pick<HttpRefusal, "status" | "refusal"> {
  if (error instanceof HttpRefusal) {
    if (error.cause) log.warn({ err: error.cause }, error.message);
    return error;
  }
  // What a parser throws arrives wrapped.
  if (error instanceof Error && error.cause instanceof HttpRefusal) return error.cause;
  if (code === "NOT_FOUND") return new HttpRefusal(404, "not_found", "there is nothing at this address");
  if (isUnavailable(error)) {
    log.warn({ err: error }, "the database does not answer");
    return new HttpRefusal(503, "database_unavailable", "the database does not answer; try again in a moment");
  }
  log.error({ err: error }, "unexpected error");
  return new HttpRefusal(500, "internal_error", "something went wrong on our side; nothing was lost, try again");
}
