import { hasPrimeOrder, partiesOf } from "@fairhat/protocol";
import { Elysia } from "elysia";
import { cacheable } from "../cacheable.ts";
import type { RandomAbout, RandomService } from "../clients/random.ts";
import { compressed } from "../compressed.ts";
import type { Context } from "../draws/context.ts";
import { coreKeys } from "../draws/repository.ts";
import { reachable } from "../http.ts";
import { corePublicKey } from "../signing-key.ts";

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
        summary:
          "Both random services with their keys, null for one that does not answer; where to ask each; core's keys",
      },
    });
}

// A key that is shown here is pinned by readers: docs/protocol.md section 1.
async function aboutOf(random: RandomService): Promise<RandomAbout | null> {
  const about = await random.about().catch(() => null);
  return about?.keys.every(({ key }) => hasPrimeOrder(key)) ? about : null;
}

async function servicesOf({ db, secret, random, randomPublicUrls: urls }: Context): Promise<Record<string, unknown>> {
  const [a, b] = await Promise.all([aboutOf(random.a), aboutOf(random.b)]);
  const key = corePublicKey(secret);
  const core = { key, keys: [...new Set([key, ...(await coreKeys(db))])] };
  return { a, b, core, parties: a && b ? partiesOf({ a, b }) : null, urls };
}
