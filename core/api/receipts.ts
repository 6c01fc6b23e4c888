// Receipts of a private draw whose names core keeps, for its organiser.
import { Elysia } from "elysia";
import Negotiator from "negotiator";
import type { Context } from "../draws/context.ts";
import { type ReceiptsForm, receiptsFile, receiptsOf } from "../draws/receipts.ts";
import { bearer, granted, managedDraw } from "../http.ts";
import { described } from "./openapi.ts";

const FORMS: Record<string, ReceiptsForm> = { "application/json": "json", "text/csv": "csv" };

export function receiptsApi(context: Context) {
  return new Elysia({ prefix: "/api/draws", tags: ["draws"] }).get(
    "/:id/receipts",
    async ({ params: { id }, request }) => {
      const key = bearer(request.headers);
      const draw = await managedDraw(context, id, key);
      const receipts = granted(await receiptsOf(context, draw, key ?? ""));
      const accept = request.headers.get("accept") ?? undefined;
      const type = new Negotiator({ headers: { accept } }).mediaType(Object.keys(FORMS)) ?? "";
      return receiptsFile(context, id, FORMS[type] ?? "json", receipts);
    },
    described({
      summary: "All receipts of a private draw whose names this site keeps, as JSON or as CSV for mail merge",
      managed: true,
      answer: { schema: "Receipts", text: "text/csv" },
    }),
  );
}
