// Webhook addresses of a draw.
import { Elysia } from "elysia";
import type { Context } from "../draws/context.ts";
import { webhookRequest } from "../draws/requests.ts";
import { webhooksOf } from "../draws/webhook-queue.ts";
import { addressWebhook, removeWebhook, webhookView } from "../draws/webhooks.ts";
import { assertJson, granted, managing } from "../http.ts";
import { described, taking } from "./openapi.ts";

export function webhooksApi(context: Context) {
  return new Elysia({ prefix: "/api/draws", tags: ["webhooks"] })
    .onTransform(({ body }) => assertJson(body))
    .derive(managing(context))
    .post(
      "/:id/webhooks",
      async ({ draw, body: { url }, set }) => {
        const webhook = granted(await addressWebhook(context, draw, url));
        set.status = 201;
        return { ...webhookView(webhook), secret: webhook.secret };
      },
      taking(webhookRequest, {
        summary: "Send the draw's events to an address, signed as the Standard Webhooks specification says",
        managed: true,
        answer: { status: 201, schema: "NewWebhook" },
      }),
    )
    .get(
      "/:id/webhooks",
      async ({ draw }) => {
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
      async ({ draw, params: { webhook }, set }) => {
        granted(await removeWebhook(context, draw, webhook));
        set.status = 204;
      },
      described({ summary: "Delete a webhook", managed: true, answer: { status: 204 } }),
    );
}
