import { partiesOf } from "@fairhat/protocol";
import { Elysia } from "elysia";
import { reachable } from "../draws/api.ts";
import type { Context } from "../draws/context.ts";
import type { RandomAbout } from "./random.ts";

/** What core tells of the services that it works with. */
export function servicesApi(context: Context) {
  return new Elysia({ prefix: "/api", tags: ["services"] })
    .get("/rules", async () => ({ rules: await reachable(context.rules.published()) }), {
      detail: { summary: "The published rules, with texts, parameters and examples" },
    })
    .get("/services", async () => servicesOf(context), {
      detail: { summary: "Both random services with their keys; null for one that does not answer" },
    });
}

async function servicesOf({ random }: Context): Promise<Record<string, unknown>> {
  const silent = (): RandomAbout | null => null;
  const [a, b] = await Promise.all([random.a.about().catch(silent), random.b.about().catch(silent)]);
  return { a, b, parties: a && b ? partiesOf({ a, b }) : null };
}
