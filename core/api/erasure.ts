// Erases the list of a draw.
import { Elysia } from "elysia";
import type { Context } from "../draws/context.ts";
import { erase } from "../draws/erase.ts";
import { emptyRequest } from "../draws/requests.ts";
import { viewOf } from "../draws/view.ts";
import { assertJson, granted, managing } from "../http.ts";
import { taking } from "./openapi.ts";

export function erasureApi(context: Context) {
  return new Elysia({ prefix: "/api/draws", tags: ["draws"] })
    .onTransform(({ body }) => assertJson(body))
    .derive(managing(context))
    .post(
      "/:id/erase",
      async ({ draw }) => viewOf(context, granted(await erase(context, draw))),
      taking(emptyRequest, {
        summary: "Erase the list of a draw that is drawn or void, for good; manifest, root, outcome and positions stay",
        managed: true,
        answer: { schema: "Draw" },
      }),
    );
}
