// Names of a private draw that its organiser publishes.
import { read } from "@fairhat/runtime";
import { Elysia } from "elysia";
import { disclosuresOf } from "../draws/afterwards.ts";
import type { Context } from "../draws/context.ts";
import { disclose } from "../draws/disclosures.ts";
import { composed, disclosureRequest } from "../draws/requests.ts";
import { viewOf } from "../draws/view.ts";
import { bearer, demandJson, granted, managedDraw, publicDraw } from "../http.ts";
import { described } from "./openapi.ts";

export function disclosuresApi(context: Context) {
  return new Elysia({ prefix: "/api/draws", tags: ["draws"] })
    .onBeforeHandle(({ body }) => demandJson(body))
    .post(
      "/:id/disclosures",
      async ({ params: { id }, request, body, set }) => {
        const key = bearer(request.headers);
        const draw = await managedDraw(context, id, key);
        const { names } = read(disclosureRequest, composed(body));
        set.status = 201;
        return viewOf(context, granted(await disclose(context, draw, names, key ?? "")));
      },
      described({
        summary:
          "Publish names of entries of a private draw that were drawn: each label with the salt that hides it, unless this site keeps both",
        body: disclosureRequest,
        answer: { status: 201, schema: "Draw" },
        managed: true,
      }),
    )
    .get(
      "/:id/disclosures",
      async ({ params: { id }, set }) => {
        const draw = await publicDraw(context, id);
        set.headers["cache-control"] = "no-store";
        return { names: await disclosuresOf(context.db, draw.id) };
      },
      described({
        summary: "Names of a private draw that its organiser published, each with its salt",
        answer: { schema: "Disclosures" },
      }),
    );
}
