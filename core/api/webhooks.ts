// Webhook addresses of a draw.
import { read } from "@fairhat/runtime";
import { Elysia } from "elysia";
import type { Context } from "../draws/context.ts";
import { webhookRequest } from "../draws/requests.ts";
import { webhooksOf } from "../draws/webhook-queue.ts";
import { addressWebhook, removeWebhook, webhookView } from "../draws/webhooks.ts";
import { bearer, demandJson, granted, managedDraw } from "../http.ts";
import { described } from "./openapi.ts";

export function webhooksApi(context: Context) {
  const managed = (id: string, headers: Headers) => managedDraw(context, id, bearer(headers));
  return new Elysia({ prefix: "/api/draws", tags: ["webhooks"] })
    .post(
      "/:id/webhooks",
      async ({ params: { id }, request, body, set }) => {
        demandJson(body);
        const draw = await managed(id, request.headers);
        const webhook = granted(await addressWebhook(context, draw, read(webhookRequest, body).url));
        set.status = 201;
        return { ...webhookView(webhook), secret: webhook.secret };
      },
      described({
        summary: "Send the draw's events to an address, signed as the Standard Webhooks specification says",
        body: webhookRequest,
        managed: true,
        answer: { status: 201, schema: "NewWebhook" },
      }),
    )
    .get(
      "/:id/webhooks",
      async ({ params: { id }, request }) => {
        const draw = await managed(id, request.headers);
        return { webhooks: (await webhooksOf(context.db, draw.id)).map(webhookView) };
      },
      described({
        summary: "The webhooks of a draw, and how their deliveries stand",
        managed: true,
        answer: { schema: "Webhooks" },
      }),
    )
    .delete(
      "/:id/webhooks/:webhook",
      async ({ params: { id, webhook }, request, set }) => {
        const draw = await managed(id, request.headers);
        granted(await removeWebhook(context, draw, webhook));
        set.status = 204;
      },
      described({ summary: "Delete a webhook", managed: true, answer: { status: 204 } }),
    );
}
