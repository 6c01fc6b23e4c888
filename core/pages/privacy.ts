// The privacy page: stored data, and the operator and contact from the settings.
import { html } from "@elysiajs/html";
import { Elysia } from "elysia";
import { servicesOf } from "../clients/about.ts";
import type { Context } from "../draws/context.ts";
import { privacyPage } from "../views/views.ts";
import { HTML, PAGE_HEADERS, showingTo } from "./answer.ts";

export function privacy(context: Context) {
  return new Elysia({ detail: { hide: true } })
    .use(html({ autoDetect: false, contentType: HTML }))
    .get("/privacy", async ({ html, request, set }) => {
      Object.assign(set.headers, PAGE_HEADERS);
      const { a, b } = await servicesOf(context);
      const operators = { a: a?.operator ?? "", b: b?.operator ?? "" };
      return html(privacyPage(showingTo(context, request), { site: context.site, operators }));
    });
}
