import { openapi } from "@elysiajs/openapi";
import { type WebOptions, web } from "@fairhat/service";
import { drawsApi, managedDrawsApi } from "./draws/api.ts";

import type { Context } from "./draws/context.ts";
import { EXCLUDED, SECURITY_SCHEMES } from "./draws/describe.ts";
import { live } from "./draws/live.ts";
import { errorsForPeople } from "./pages/answer.ts";
import { assets } from "./pages/assets.ts";
import { checkApi } from "./pages/check.ts";
import { pages } from "./pages/pages.ts";
import { reference } from "./pages/reference.ts";
import { verifying } from "./pages/verify.ts";
import { servicesApi } from "./services/api.ts";

const BODY_LIMIT = 64 * 2 ** 20; // bytes: a million entries with long names
const BODIES_LIMIT = BODY_LIMIT + 8 * 2 ** 20; // the longest, and lists of a usual length beside it

/** The routes to which lists are sent; other bodies are short. */
const LIST_ROUTES = new Set([
  "POST /api/draws",
  "PUT /api/draws/:id/entries",
  "POST /api/draws/:id/redraw",
  "POST /draws",
  "POST /draws/confirm",
  "POST /draws/edit",
  "POST /draws/:id/manage",
]);

/** Core: the JSON API and the pages, over the steps of a draw. */
export function coreApp(context: Context, { about, log, metrics }: Pick<WebOptions, "about" | "log" | "metrics">) {
  return web({
    about,
    log,
    metrics,
    bodyLimit: BODY_LIMIT,
    listRoutes: LIST_ROUTES,
    bodiesLimit: BODIES_LIMIT,
    page: errorsForPeople(context),
  })
    .use(
      openapi({
        provider: null,
        path: "/api",
        specPath: "/api/openapi.json",
        exclude: EXCLUDED,
        documentation: {
          info: { title: "Fairhat", version: about.version, description: "Draws nobody can rig." },
          components: { securitySchemes: SECURITY_SCHEMES },
        },
      }),
    )
    .use(drawsApi(context))
    .use(managedDrawsApi(context))
    .use(live(context))
    .use(servicesApi(context))
    .use(checkApi(context))
    .use(pages(context))
    .use(verifying(context))
    .use(assets(context.assets))
    .use(reference(context));
}
