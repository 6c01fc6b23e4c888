// Receipts of a private draw whose names core keeps, for its organiser.
import { Elysia } from "elysia";
import Negotiator from "negotiator";
import type { Context } from "../draws/context.ts";
import { receiptsCsv, receiptsJson, receiptsOf } from "../draws/receipts.ts";
import { streamOf } from "../draws/stream.ts";
import { bearer, granted, managedDraw } from "../http.ts";
import { described } from "./openapi.ts";

const JSON_TYPE = "application/json";
const CSV_TYPE = "text/csv";

export function receiptsApi(context: Context) {
  return new Elysia({ prefix: "/api/draws", tags: ["draws"] }).get(
    "/:id/receipts",
    async ({ params: { id }, request }) => {
      const key = bearer(request.headers);
      const draw = await managedDraw(context, id, key);
      const receipts = granted(await receiptsOf(context, draw, key ?? ""));
      const accept = request.headers.get("accept") ?? undefined;
      const isCsv = new Negotiator({ headers: { accept } }).mediaType([JSON_TYPE, CSV_TYPE]) === CSV_TYPE;
      const written = isCsv ? receiptsCsv : receiptsJson;
      return receiptsFile(id, isCsv, written(receipts, context.publicUrl));
    },
    described({
      summary: "All receipts of a private draw whose names this site keeps, as JSON or as CSV for mail merge",
      managed: true,
      answer: { schema: "Receipts", text: CSV_TYPE },
    }),
  );
}

/** A file that only the organiser gets. */
function receiptsFile(id: string, isCsv: boolean, pieces: AsyncIterator<string>): Response {
  const headers = {
    "content-type": isCsv ? "text/csv; charset=utf-8; header=present" : JSON_TYPE,
    "content-disposition": `attachment; filename="fairhat-${id}-receipts.${isCsv ? "csv" : "json"}"`,
    "cache-control": "no-store", // for the names in it
    vary: "accept",
  };
  return new Response(streamOf(pieces), { headers });
}
