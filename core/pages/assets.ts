// The files that pages ask for. They are text in the bundle, like the templates.
import { Elysia } from "elysia";
import manage from "../public/manage.js" with { type: "text" };
import mark from "../public/mark.svg" with { type: "text" };
import style from "../public/style.css" with { type: "text" };

const ASSETS: Record<string, { type: string; text: string }> = {
  "manage.js": { type: "text/javascript; charset=utf-8", text: manage },
  "mark.svg": { type: "image/svg+xml", text: mark },
  "style.css": { type: "text/css; charset=utf-8", text: style },
};

export function assets() {
  const app = new Elysia({ prefix: "/assets", detail: { hide: true } });
  for (const [name, { type, text }] of Object.entries(ASSETS)) {
    const headers = {
      "content-type": type,
      "cache-control": "public, max-age=300",
      "x-content-type-options": "nosniff",
    };
    app.get(`/${name}`, () => new Response(text, { headers }));
  }
  return app;
}
