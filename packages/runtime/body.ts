// Reads request bodies piece by piece, within their limits and at a minimum rate.
import { parseForm } from "./form.ts";
import { JsonText } from "./json.ts";
import { paced } from "./pace.ts";
import { refusal } from "./problem.ts";

/** Consumes one body. Each step may throw HttpRefusal. */
export interface Intake {
  /** Maximum bytes of the body. */
  limit: number;
  take(piece: Uint8Array): void | Promise<void>;
  /** The parsed body. */
  end(): unknown;
  /** The result is no longer needed; called instead of `end`, or after it failed. */
  drop?(): void;
}

/** Limits for a request body. */
export interface Limits {
  bytes: number;
  /** JSON: names and values together. */
  tokens: number;
}

/** Buffers a JSON or form body of ordinary size. Throws HttpRefusal 415 for other types. */
export function whole(mediaType: string, { bytes: limit, tokens }: Limits): Intake {
  if (mediaType === "application/json") {
    const json = new JsonText(tokens);
    // A missing body is read as an empty object, so that the error names the missing member.
    return { limit, take: (piece) => json.scan(piece), end: () => (json.length === 0 ? {} : json.value()) };
  }
  const pieces: Uint8Array[] = [];
  const take = (piece: Uint8Array) => void pieces.push(piece);
  if (mediaType === "application/x-www-form-urlencoded") {
    return { limit, take, end: () => parseForm(Buffer.concat(pieces)) };
  }
  return { limit, take: refuseKind, end: () => ({}) };
}

function refuseKind(piece: Uint8Array): void {
  if (piece.length > 0) throw refusal("unsupported_media_type", { what: "body", type: "application/json" });
}

/** RFC 9110, section 8.3.1. Elysia sets no content type for an empty body. */
export function mediaTypeOf({ headers }: Request): string {
  return (headers.get("content-type") ?? "").replace(/;.*$/s, "").trim().toLowerCase();
}

/** One body's share of the room for long bodies. */
export interface Place {
  admit(bytes: number): boolean;
  release(): void;
}

/**
 * The parsed body. Throws HttpRefusal. A refused body is still read to its end and discarded: if we closed the
 * connection while the client or proxy is sending, it would see a broken connection instead of our answer (RFC 9112,
 * section 9.6). Only bodies that are too large or too slow are cut off.
 */
export async function readBody(request: Request, intake: Intake, place: Place): Promise<unknown> {
  const announced = Number(request.headers.get("content-length")) || 0;
  assertFitting(announced, intake.limit);
  let refusal: unknown = null;
  let length = 0;
  try {
    for await (const piece of paced(request.body)) {
      length += piece.length;
      assertFitting(length, intake.limit);
      if (refusal) continue;
      refusal = await refusalOf(intake, piece, place.admit(Math.max(announced, length)));
      if (refusal) giveUp(intake, place);
    }
    if (refusal) throw refusal;
    return await intake.end();
  } catch (error) {
    giveUp(intake, place);
    throw error;
  }
}

function assertFitting(bytes: number, limit: number): void {
  if (bytes > limit) throw refusal("too_large", { what: "body", most: limit });
}

async function refusalOf(intake: Intake, piece: Uint8Array, admitted: boolean): Promise<unknown> {
  if (!admitted) {
    return refusal("busy");
  }
  try {
    await intake.take(piece);
    return null;
  } catch (error) {
    return error;
  }
}

function giveUp(intake: Intake, place: Place): void {
  intake.drop?.();
  place.release();
}

const UNREAD = 64 * 2 ** 20; // bytes, the proxy's limit

/** Drains a refused body for the same reason, up to the largest size accepted anywhere. */
export async function readOut({ body, bodyUsed, headers }: Request): Promise<void> {
  if (!body || bodyUsed || Number(headers.get("content-length")) > UNREAD) return;
  let length = 0;
  try {
    for await (const piece of paced(body)) {
      length += piece.length;
      if (length > UNREAD) return;
    }
  } catch {} // the client is gone or too slow
}
