// After a draw: passed-over winners, and every signed step.
import { canonical } from "@fairhat/protocol";
import { Elysia } from "elysia";
import { passoverRows } from "../draws/after-draw.ts";
import type { Context } from "../draws/context.ts";
import { passOver } from "../draws/passover.ts";
import { composed, passoverRequest } from "../draws/requests.ts";
import { signedSteps } from "../draws/signed-steps.ts";
import { viewOf } from "../draws/view.ts";
import { assertJson, granted, managing, publicDraw } from "../http.ts";
import { described, taking } from "./openapi.ts";

/** For the organiser. */
export function passingOverApi(context: Context) {
  return new Elysia({ prefix: "/api/draws", tags: ["draws"] })
    .onTransform(({ body }) => assertJson(body))
    .derive(managing(context))
    .post(
      "/:id/passovers",
      async ({ draw, body, set }) => {
        set.status = 201;
        return viewOf(context, granted(await passOver(context, draw, body)));
      },
      taking(
        passoverRequest,
        {
          summary: "Pass over a winner, with a reason: the next alternate moves up",
          answer: { status: 201, schema: "Draw" },
          managed: true,
        },
        composed,
      ),
    );
}

/** For everybody. */
export function passoversApi(context: Context) {
  return new Elysia({ prefix: "/api/draws", tags: ["draws"] })
    .get(
      "/:id/passovers",
      async ({ params: { id } }) => {
        const draw = await publicDraw(context, id);
        const rows = await passoverRows(context.db, draw.id);
        const passovers = rows.map(({ key, signed }) => ({ key, ...JSON.parse(signed) }));
        return new Response(canonical({ type: "fairhat/1/passovers", passovers }), {
          headers: {
            "content-type": "application/json",
            "content-disposition": `inline; filename="fairhat-${draw.id}-passovers.json"`,
            "cache-control": "no-store",
          },
        });
      },
      described({
        summary: "Who was passed over, each signed by core: the file that verifiers take beside the record",
        answer: { schema: "File" },
      }),
    )
    .get(
      "/:id/steps",
      async ({ params: { id } }) => ({ steps: await signedSteps(context, await publicDraw(context, id)) }),
      described({ summary: "Every step of a draw in order, as it was signed", answer: { schema: "Steps" } }),
    );
}
