// Errors over HTTP: application/problem+json (RFC 9457).
import { type Expected, type Found, inEnglish, Malformed, type Problem } from "@fairhat/protocol";
import { type ParamsOf, REFUSALS, type Reason } from "@fairhat/protocol/refusals";

/** A request that is refused. `reason` is a literal that programs can compare; `detail` says to people what to do. */
export interface Refusal {
  reason: string;
  /** What the words of the reason depend on; not sent. */
  params?: object;
  detail: string;
  /** The field that was wrong. */
  field?: Field;
}

/** A problem as it is sent: in English, and between our services with the phrases that every language has words for. */
export interface Field {
  at: string;
  expected: string;
  found: string;
  /** Without them, as from a service of an older version, the English stays. */
  phrases?: Phrases;
}

export interface Phrases {
  expected: Expected;
  found: Found;
}

/** A problem as it is sent; one that was sent already stays as it is. */
export function fieldOf(problem: Problem | Field): Field {
  if (isSent(problem)) return problem;
  const { expected, found } = problem;
  return { ...inEnglish(problem), phrases: { expected, found } };
}

function isSent(problem: Problem | Field): problem is Field {
  return typeof problem.expected === "string";
}

/** Thrown at the HTTP edge only, and answered by `web` as problem+json. */
export class HttpRefusal extends Error {
  readonly status: number;
  readonly refusal: Refusal;

  constructor(status: number, reason: string, detail: string, problem?: Problem) {
    super(detail);
    this.status = status;
    this.refusal = problem ? { reason, detail, field: fieldOf(problem) } : { reason, detail };
  }

  /** The same refusal, from where it was no error. */
  static of(status: number, refusal: Refusal): HttpRefusal {
    return Object.assign(new HttpRefusal(status, refusal.reason, refusal.detail), { refusal });
  }
}

/** What a reason needs beside itself: the parameters of its words, and the field that was wrong where it names one. */
export type Given<R extends Reason> = (typeof REFUSALS)[R]["detail"] extends null
  ? [problem: Problem]
  : [ParamsOf<R>] extends [never]
    ? [problem?: Problem]
    : [params: ParamsOf<R>, problem?: Problem];

/** A refusal for a known reason, to be thrown. */
export function refusal<R extends Reason>(reason: R, ...given: Given<R>): HttpRefusal {
  const { status, detail } = REFUSALS[reason];
  // Given<R> ties both to the reason; within it TypeScript cannot follow.
  const [params, problem] = (typeof detail === "function" ? given : [undefined, given[0]]) as [never, Problem?];
  const words = typeof detail === "function" ? (detail as (params: never) => string)(params) : detail;
  const made = new HttpRefusal(status, reason, words ?? inOneLine(problem as Problem), problem);
  if (params) made.refusal.params = params;
  return made;
}

function inOneLine(problem: Problem): string {
  return new Malformed(problem.at ? problem : { ...problem, at: "body" }).message;
}

const TITLES: Record<number, string> = {
  400: "Bad Request",
  401: "Unauthorized",
  403: "Forbidden",
  404: "Not Found",
  408: "Request Timeout",
  409: "Conflict",
  413: "Content Too Large",
  415: "Unsupported Media Type",
  422: "Unprocessable Content",
  429: "Too Many Requests",
  500: "Internal Server Error",
  503: "Service Unavailable",
};

/** After how many seconds to ask again, by the status that was answered. */
export const RETRY_AFTER = { 429: "10", 503: "1" } as const;

/** The body of an error answer, in English alone. */
export function problemBody({ status, refusal }: Pick<HttpRefusal, "status" | "refusal">): Record<string, unknown> {
  const { field, params: _, ...rest } = refusal;
  const named = field && { at: field.at, expected: field.expected, found: field.found };
  return { type: "about:blank", title: TITLES[status] ?? "Error", status, ...rest, ...(named && { field: named }) };
}

export function problemResponse(refused: Pick<HttpRefusal, "status" | "refusal">): Response {
  const headers = {
    "content-type": "application/problem+json",
    "cache-control": "no-store",
    ...(refused.status === 401 && { "www-authenticate": "Bearer" }),
  };
  return new Response(JSON.stringify(problemBody(refused)), { status: refused.status, headers });
}
