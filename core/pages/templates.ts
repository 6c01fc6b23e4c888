// Landing pages: the form, with a rule chosen and filled in.
import { html } from "@elysiajs/html";
import { refusal } from "@fairhat/runtime";
import { Elysia } from "elysia";
import type { Context } from "../draws/context.ts";
import { homePage } from "../views/views.ts";
import { HTML, PAGE_HEADERS, showingTo } from "./answer.ts";
import { presetForm } from "./form.ts";
import { rulesOf } from "./pages.ts";
import { PRESETS, presetsFor } from "./presets.ts";

const PLACES = ["/", "/draws", "/rules", "/verify", "/trust"];

export function templates(context: Context) {
  const app = new Elysia({ detail: { hide: true } })
    .use(html({ autoDetect: false, contentType: HTML }))
    .onBeforeHandle(({ set }) => {
      Object.assign(set.headers, PAGE_HEADERS);
    })
    .get("/sitemap.xml", async ({ request, set }) => {
      const rules = await rulesOf({ ...context, showing: showingTo(context, request) });
      const paths = [...PLACES, ...presetsFor(rules).map(({ slug }) => `/${slug}`)];
      set.headers["content-type"] = "application/xml; charset=utf-8";
      return sitemap(paths.map((path) => context.publicUrl + path));
    })
    .get("/robots.txt", ({ set }) => {
      set.headers["content-type"] = "text/plain; charset=utf-8";
      return `User-agent: *\nDisallow: /api/\n\nSitemap: ${context.publicUrl}/sitemap.xml\n`;
    });
  for (const { slug, rule, params } of PRESETS) {
    app.get(`/${slug}`, async ({ request, html }) => {
      const showing = showingTo(context, request);
      const rules = await rulesOf({ ...context, showing });
      const presets = presetsFor(rules);
      if (!presets.some((one) => one.slug === slug)) throw refusal("not_found");
      const form = presetForm(rules, { rule, ...params });
      return html(homePage(showing, { form, rules, problems: [], presets, slug }));
    });
  }
  return app;
}

// https://www.sitemaps.org/protocol.html; a public address needs no escaping in XML.
function sitemap(addresses: string[]): string {
  const urls = addresses.map((address) => `  <url><loc>${address}</loc></url>`).join("\n");
  const space = "http://www.sitemaps.org/schemas/sitemap/0.9";
  return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="${space}">\n${urls}\n</urlset>\n`;
}
