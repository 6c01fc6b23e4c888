// The files of a draw. Once available, they change only when the list is erased.
import { refusal } from "@fairhat/runtime";
import type { Context as Answering } from "elysia";
import { cacheable } from "../cacheable.ts";
import { compressed } from "../compressed.ts";
import type { Context } from "./context.ts";
import { resultCsv } from "./csv.ts";
import { allChunks } from "./list.ts";
import { lockText, recordText } from "./record.ts";
import type { Draw } from "./repository.ts";
import { streamOf } from "./stream.ts";

// Browsers ask each time whether their copy is still right, so that an erased list is not shown from it.
const REVALIDATED = "public, no-cache";
const MINUTE = 60; // seconds for which the proxy keeps a record, and may so keep an erased one
const MOST_KEPT = 10_000; // entries of a record that the proxy caches in memory

type Asked = Pick<Answering, "request" | "set">;

/** The record of a finished draw. Throws HttpRefusal 409. */
export function recordFile(context: Context, draw: Draw, asked: Asked): Response | Promise<Response> {
  if (draw.outcome === null && draw.void === null) {
    throw refusal("no_record_yet");
  }
  const record = () => recordText(draw, allChunks(context.db, draw));
  if (draw.entry_count > MOST_KEPT) return jsonFile(draw, `fairhat-${draw.id}.json`, record, asked);
  return compressed(asked, jsonFile(draw, `fairhat-${draw.id}.json`, record, asked, keptRecord(draw)));
}

/** The lock of a draw that both services have bound. Throws HttpRefusal 409. */
export function lockFile(context: Context, draw: Draw, asked: Asked): Response {
  if (draw.binding_a === null || draw.binding_b === null) {
    throw refusal("not_bound", { state: draw.state === "open" || draw.state === "void" ? draw.state : "waiting" });
  }
  if (draw.erased_at !== null) {
    throw refusal("list_erased");
  }
  return jsonFile(draw, `fairhat-${draw.id}-lock.json`, () => lockText(draw, allChunks(context.db, draw)), asked);
}

function keptRecord({ id, outcome }: Draw): Record<string, string> {
  return cacheable(`/api/draws/${id}/record`, MINUTE, outcome === null ? "void" : "drawn");
}

function jsonFile(
  draw: Draw,
  name: string,
  text: () => AsyncGenerator<string>,
  asked: Asked,
  more: Record<string, string> = {},
): Response {
  const type = { "content-type": "application/json", "content-disposition": `inline; filename="${name}"` };
  return unchanging(tagOf(draw, name), asked, { ...type, ...more }, text);
}

// An erased file has another tag.
const tagOf = ({ erased_at }: Draw, name: string) => (erased_at === null ? name : `erased-${name}`);

// A client with the file gets 304: RFC 9110, section 13.1.2. The tag is weak, because the file is also sent compressed.
function unchanging(
  tag: string,
  { request }: Asked,
  more: Record<string, string>,
  text: () => AsyncGenerator<string>,
): Response {
  const headers = { "cache-control": REVALIDATED, etag: `W/"${tag}"`, ...more };
  const known = request.headers.get("if-none-match")?.split(/\s*,\s*/) ?? [];
  const isKnown = known.some((one) => one === "*" || one.replace(/^W\//, "") === `"${tag}"`);
  return isKnown ? new Response(null, { status: 304, headers }) : new Response(streamOf(text()), { headers });
}

/** The result of a drawn draw. Throws HttpRefusal 409. */
export function resultFile(context: Context, draw: Draw, asked: Asked): Response {
  if (draw.outcome === null) {
    throw refusal("no_result_yet");
  }
  const { result } = JSON.parse(draw.outcome);
  const name = `fairhat-${draw.id}.csv`;
  const disposition = { "content-disposition": `attachment; filename="${name}"` };
  const type = { "content-type": "text/csv; charset=utf-8; header=present" };
  return unchanging(tagOf(draw, name), asked, { ...type, ...disposition }, () => resultCsv(context.db, draw, result));
}
