// Erases the list of a draw.
import { read } from "@fairhat/runtime";
import { Elysia } from "elysia";
import type { Context } from "../draws/context.ts";
import { erase } from "../draws/erase.ts";
import { emptyRequest } from "../draws/requests.ts";
import { viewOf } from "../draws/view.ts";
import { bearer, demandJson, granted, managedDraw } from "../http.ts";
import { described } from "./openapi.ts";

export function erasureApi(context: Context) {
  return new Elysia({ prefix: "/api/draws", tags: ["draws"] })
    .onBeforeHandle(({ body }) => demandJson(body))
    .post(
      "/:id/erase",
      async ({ params: { id }, request, body }) => {
        const draw = await managedDraw(context, id, bearer(request.headers));
        read(emptyRequest, body);
        return viewOf(context, granted(await erase(context, draw)));
      },
      described({
        summary: "Erase the list of a draw that is drawn or void, for good; manifest, root, outcome and positions stay",
        body: emptyRequest,
        managed: true,
        answer: { schema: "Draw" },
      }),
    );
}
