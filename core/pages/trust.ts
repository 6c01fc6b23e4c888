// Why a draw can be trusted, with facts about this site: who runs its random services.
import { html } from "@elysiajs/html";
import { Elysia } from "elysia";
import { servicesOf } from "../clients/about.ts";
import type { Context } from "../draws/context.ts";
import { trustPage } from "../views/views.ts";
import { HTML, PAGE_HEADERS, showingTo } from "./answer.ts";

export function trusting(context: Context) {
  return new Elysia({ detail: { hide: true } })
    .use(html({ autoDetect: false, contentType: HTML }))
    .get("/trust", async ({ html, request, set }) => {
      Object.assign(set.headers, PAGE_HEADERS);
      const { a, b, parties } = await servicesOf(context);
      const operators = { a: a?.operator ?? "", b: b?.operator ?? "" };
      return html(trustPage(showingTo(context, request), { parties, operators }));
    });
}
