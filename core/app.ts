import { openapi } from "@elysiajs/openapi";
import { type WebOptions, web } from "@fairhat/service";
import { drawsApi, managedDrawsApi } from "./draws/api.ts";
import type { Context } from "./draws/context.ts";
import { SECURITY_SCHEMES } from "./draws/describe.ts";
import { errorsForPeople } from "./pages/answer.ts";
import { assets } from "./pages/assets.ts";
import { pages } from "./pages/pages.ts";
import { reference } from "./pages/reference.ts";
import { servicesApi } from "./services/api.ts";

const BODY_LIMIT = 64 * 2 ** 20; // bytes: a million entries with long names

/** Core: the JSON API and the pages, over the steps of a draw. */
export function coreApp(context: Context, { about, log }: Pick<WebOptions, "about" | "log">) {
  return web({ about, log, bodyLimit: BODY_LIMIT, page: errorsForPeople(context) })
    .use(
      openapi({
        provider: null,
        path: "/api",
        specPath: "/api/openapi.json",
        documentation: {
          info: { title: "Fairhat", version: about.version, description: "Draws nobody can rig." },
          components: { securitySchemes: SECURITY_SCHEMES },
        },
      }),
    )
    .use(drawsApi(context))
    .use(managedDrawsApi(context))
    .use(servicesApi(context))
    .use(pages(context))
    .use(assets(context.assets))
    .use(reference(context));
}
