// How the body of a request is taken: piece by piece, within its limits, at a pace.
import { parseForm } from "./form.ts";
import { JsonText } from "./json.ts";
import { paced } from "./pace.ts";
import { HttpRefusal } from "./problem.ts";

/** Takes one body. Each of its steps throws HttpRefusal for what it refuses. */
export interface Intake {
  /** The most bytes that the body may have. */
  limit: number;
  take(piece: Uint8Array): void | Promise<void>;
  /** What the body comes to. */
  end(): unknown;
  /** Nobody waits for what the body comes to; called instead of the end, or after it has failed. */
  drop?(): void;
}

/** What the body of any request may be. */
export interface Limits {
  bytes: number;
  /** JSON: names and values together. */
  tokens: number;
}

/** Keeps a body whole, for JSON and forms of a usual size. Throws HttpRefusal 415 for others. */
export function whole(mediaType: string, { bytes: limit, tokens }: Limits): Intake {
  if (mediaType === "application/json") {
    const json = new JsonText(tokens);
    // A body that is not there has no members; the error names the missing one.
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
  if (piece.length > 0) throw new HttpRefusal(415, "unsupported_media_type", "send the body as application/json");
}

/** RFC 9110, section 8.3.1. Elysia tells none where the body is empty. */
export function mediaTypeOf({ headers }: Request): string {
  return (headers.get("content-type") ?? "").replace(/;.*$/s, "").trim().toLowerCase();
}

/** The room of one body among all long ones. */
export interface Place {
  admit(bytes: number): boolean;
  release(): void;
}

/**
 * What a body comes to. Throws HttpRefusal. What is refused is read to its end all the same, and not kept: a client that is still sending
 * when we close the connection, the proxy too, gets a broken connection in place of our answer (RFC 9112, section 9.6). Only what
 * is too large or too slow is cut off.
 */
export async function readBody(request: Request, intake: Intake, place: Place): Promise<unknown> {
  const announced = Number(request.headers.get("content-length")) || 0;
  demandFitting(announced, intake.limit);
  let refusal: unknown = null;
  let length = 0;
  try {
    for await (const piece of paced(request.body)) {
      length += piece.length;
      demandFitting(length, intake.limit);
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

function demandFitting(bytes: number, limit: number): void {
  if (bytes > limit) throw new HttpRefusal(413, "too_large", `the body may have at most ${limit} bytes`);
}

async function refusalOf(intake: Intake, piece: Uint8Array, admitted: boolean): Promise<unknown> {
  if (!admitted) {
    return new HttpRefusal(503, "busy", "other long lists are being taken just now; send yours again in a moment");
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

const UNREAD = 64 * 2 ** 20; // bytes, as much as the proxy passes on

/** Reads to its end what is refused unread, for the same reason; but nothing that is larger than anything we take. */
export async function readOut({ body, bodyUsed, headers }: Request): Promise<void> {
  if (!body || bodyUsed || Number(headers.get("content-length")) > UNREAD) return;
  let length = 0;
  try {
    for await (const piece of paced(body)) {
      length += piece.length;
      if (length > UNREAD) return;
    }
  } catch {} // nobody waits for the answer any more, or it comes too slowly
}
