// The API reference as a page, from the OpenAPI document.
import { html } from "@elysiajs/html";
import { toOpenAPISchema } from "@elysiajs/openapi";
import type { AnyElysia } from "elysia";
import type { Context } from "../draws/context.ts";
import { apiPage, type Operation } from "../views/views.ts";
import { HTML, PAGE_HEADERS, showingTo } from "./answer.ts";

type Paths = Record<string, Record<string, OpenApiOperation>>;

interface OpenApiOperation {
  summary?: string;
  parameters?: { in: string; name: string }[];
  requestBody?: { content?: Record<string, { schema?: unknown }> };
}

/** Adds GET /api, which describes the app's routes so far. */
export const reference =
  (context: Context) =>
  <App extends AnyElysia>(app: App) => {
    // Includes routes with a dot, which are CSV files rather than static ones.
    const operations = operationsOf(toOpenAPISchema(app, { staticFile: false }).paths as Paths);
    return app.use(html({ autoDetect: false, contentType: HTML })).get(
      "/api",
      ({ html, request, set }) => {
        Object.assign(set.headers, PAGE_HEADERS);
        return html(apiPage(showingTo(context, request), { operations }));
      },
      { detail: { hide: true } },
    );
  };

function operationsOf(paths: Paths): Operation[] {
  return Object.entries(paths).flatMap(([path, methods]) => {
    return Object.entries(methods).map(([method, { summary = "", parameters = [], requestBody }]) => {
      const schema = requestBody?.content?.["application/json"]?.schema;
      const query = parameters.filter(({ in: where }) => where === "query").map(({ name }) => name);
      const body = schema ? JSON.stringify(schema, null, 2) : null;
      return { method: method.toUpperCase(), path, summary, body, query };
    });
  });
}
