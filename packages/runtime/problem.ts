// Errors over HTTP: application/problem+json (RFC 9457).
import type { Problem } from "@fairhat/protocol";

/** A request that is refused. `reason` is a literal that programs can compare; `detail` says to people what to do. */
export interface Refusal {
  reason: string;
  detail: string;
  /** The field that was wrong, with what had to stand there and what did. */
  field?: Problem;
}

/** Thrown at the HTTP edge only, and answered by `web` as problem+json. */
export class HttpRefusal extends Error {
  readonly status: number;
  readonly refusal: Refusal;

  constructor(status: number, reason: string, detail: string, field?: Problem) {
    super(detail);
    this.status = status;
    this.refusal = field ? { reason, detail, field } : { reason, detail };
  }

  /** The same refusal, from where it was no error. */
  static of(status: number, { reason, detail, field }: Refusal): HttpRefusal {
    return new HttpRefusal(status, reason, detail, field);
  }

  /** 422 for a field that is not of its shape. */
  static malformed(field: Problem): HttpRefusal {
    const detail = `${field.at || "body"}: expected ${field.expected}, found ${field.found}`;
    return new HttpRefusal(422, "malformed", detail, field);
  }
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

/** The body of an error answer. */
export function problemBody({ status, refusal }: Pick<HttpRefusal, "status" | "refusal">): Record<string, unknown> {
  return { type: "about:blank", title: TITLES[status] ?? "Error", status, ...refusal };
}

export function problemResponse(refused: Pick<HttpRefusal, "status" | "refusal">): Response {
  const headers = {
    "content-type": "application/problem+json",
    "cache-control": "no-store",
    ...(refused.status === 401 && { "www-authenticate": "Bearer" }),
  };
  return new Response(JSON.stringify(problemBody(refused)), { status: refused.status, headers });
}
