import { Elysia } from "elysia";
import { cacheable } from "../cacheable.ts";
import { servicesOf } from "../clients/about.ts";
import { compressed } from "../compressed.ts";
import { coreKeys } from "../draws/after-draw.ts";
import type { Context } from "../draws/context.ts";
import { reachable } from "../http.ts";
import { corePublicKey } from "../signing-key.ts";
import { described } from "./openapi.ts";

/** The services behind core. */
export function servicesApi(context: Context) {
  return new Elysia({ prefix: "/api", tags: ["services"] })
    .get(
      "/rules",
      async ({ request, set }) => {
        const rules = await reachable(context.rules.published());
        Object.assign(set.headers, cacheable("/api/rules", 1));
        return compressed({ request, set }, Response.json({ rules }));
      },
      described({ summary: "The published rules, with texts, parameters and examples", answer: { schema: "Rules" } }),
    )
    .get(
      "/services",
      async () => ({ ...(await servicesOf(context)), core: await keysOfCore(context) }),
      described({
        summary:
          "Both random services with their keys, null for one that does not answer; where to ask each; core's keys",
        answer: { schema: "Services" },
      }),
    );
}

async function keysOfCore({ db, secret }: Context) {
  const key = corePublicKey(secret);
  return { key, keys: [...new Set([key, ...(await coreKeys(db))])] };
}
