// Names of a private draw that its organiser publishes.
import { Elysia } from "elysia";
import { disclosuresOf } from "../draws/after-draw.ts";
import type { Context } from "../draws/context.ts";
import { disclose } from "../draws/disclosures.ts";
import { composed, disclosureRequest } from "../draws/requests.ts";
import { viewOf } from "../draws/view.ts";
import { assertJson, bearer, granted, managing, publicDraw } from "../http.ts";
import { described, taking } from "./openapi.ts";

/** For the organiser. */
export function disclosingApi(context: Context) {
  return new Elysia({ prefix: "/api/draws", tags: ["draws"] })
    .onTransform(({ body }) => assertJson(body))
    .derive(managing(context))
    .post(
      "/:id/disclosures",
      async ({ draw, request, body: { names }, set }) => {
        set.status = 201;
        return viewOf(context, granted(await disclose(context, draw, names, bearer(request.headers) ?? "")));
      },
      taking(
        disclosureRequest,
        {
          summary:
            "Publish names of entries of a private draw that were drawn: each label with the salt that hides it, unless this site keeps both",
          answer: { status: 201, schema: "Draw" },
          managed: true,
        },
        composed,
      ),
    );
}

/** For everybody. */
export function disclosuresApi(context: Context) {
  return new Elysia({ prefix: "/api/draws", tags: ["draws"] }).get(
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
