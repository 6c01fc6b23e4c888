import { Elysia } from "elysia";
import { cacheable } from "../cacheable.ts";
import { servicesOf } from "../clients/about.ts";
import { compressed } from "../compressed.ts";
import type { Context } from "../draws/context.ts";
import { reachable } from "../http.ts";

/** What core tells of the services that it works with. */
export function servicesApi(context: Context) {
  return new Elysia({ prefix: "/api", tags: ["services"] })
    .get(
      "/rules",
      async ({ request, set }) => {
        const rules = await reachable(context.rules.published());
        Object.assign(set.headers, cacheable("/api/rules", 1));
        return compressed({ request, set }, Response.json({ rules }));
      },
      { detail: { summary: "The published rules, with texts, parameters and examples" } },
    )
    .get("/services", async () => servicesOf(context), {
      detail: {
        summary: "Both random services with their keys, null for one that does not answer; and where to ask each",
      },
    });
}
