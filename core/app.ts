import { openapi } from "@elysiajs/openapi";
import { type Asked, type WebOptions, web } from "@fairhat/runtime";
import { SCHEMAS } from "./api/answers.ts";
import { batchApi, batchIntake } from "./api/batch.ts";
import { checkApi } from "./api/checks.ts";
import { disclosingApi, disclosuresApi } from "./api/disclosures.ts";
import { drawsApi, keyApi, managedDrawsApi } from "./api/draws.ts";
import { erasureApi } from "./api/erasure.ts";
import { live } from "./api/events.ts";
import { EXCLUDED, SECURITY_SCHEMES } from "./api/openapi.ts";
import { passingOverApi, passoversApi } from "./api/passovers.ts";
import { receiptsApi } from "./api/receipts.ts";
import { replaysApi } from "./api/replays.ts";
import { servicesApi } from "./api/services.ts";
import { webhooksApi } from "./api/webhooks.ts";
import type { Context } from "./draws/context.ts";
import { listIntake } from "./lists/intake.ts";
import { errorsForPeople } from "./pages/answer.ts";
import { assets } from "./pages/assets.ts";
import { choosingLanguage } from "./pages/language.ts";
import { pages } from "./pages/pages.ts";
import { picturing } from "./pages/pictures.ts";
import { privacy } from "./pages/privacy.ts";
import { receipts } from "./pages/receipt.ts";
import { reference } from "./pages/reference.ts";
import { replays } from "./pages/replays.ts";
import { sharing } from "./pages/sharing.ts";
import { shortLinks } from "./pages/short.ts";
import { templates } from "./pages/templates.ts";
import { trusting } from "./pages/trust.ts";
import { verifying } from "./pages/verify.ts";

const BODY_LIMIT = 2 ** 20; // bytes, without a list
const TOKEN_LIMIT = 50_000; // names and values: twice those of the longest parameters
const LISTS = 72 * 2 ** 20; // bytes: the longest list and some ordinary ones
const ROOM = { all: 4 * LISTS, each: LISTS }; // no client can take all the room

/** Core: the JSON API and the pages, on top of the steps of a draw. */
export function coreApp(context: Context, { about, log, metrics }: Pick<WebOptions, "about" | "log" | "metrics">) {
  const limits = {
    bodyLimit: BODY_LIMIT,
    tokenLimit: TOKEN_LIMIT,
    room: ROOM,
    intakeOf: (asked: Asked) => batchIntake(asked) ?? listIntake(asked),
  };
  return web({ about, log, metrics, ...limits, page: errorsForPeople(context) })
    .use(
      openapi({
        provider: null,
        path: "/api",
        specPath: "/api/openapi.json",
        exclude: EXCLUDED,
        documentation: {
          info: { title: "Fairhat", version: about.version, description: "Draws nobody can rig." },
          components: { securitySchemes: SECURITY_SCHEMES, schemas: SCHEMAS },
        },
      }),
    )
    .use(drawsApi(context))
    .use(keyApi(context))
    .use(managedDrawsApi(context))
    .use(batchApi(context))
    .use(passingOverApi(context))
    .use(passoversApi(context))
    .use(disclosingApi(context))
    .use(disclosuresApi(context))
    .use(erasureApi(context))
    .use(receiptsApi(context))
    .use(webhooksApi(context))
    .use(live(context))
    .use(servicesApi(context))
    .use(checkApi(context))
    .use(replaysApi())
    .use(pages(context))
    .use(choosingLanguage(context))
    .use(shortLinks(context))
    .use(templates(context))
    .use(trusting(context))
    .use(replays(context))
    .use(sharing(context))
    .use(picturing(context))
    .use(privacy(context))
    .use(receipts(context))
    .use(verifying(context))
    .use(assets(context.assets))
    .use(reference(context));
}
