// Scripts and styles. Their names change with their content, so clients never revalidate them.
import { ASSETS_PATH, type Assets } from "@fairhat/browser/assets";
import { Elysia } from "elysia";

export function assets({ files }: Assets) {
  const app = new Elysia({ prefix: ASSETS_PATH, detail: { hide: true } });
  for (const [name, { type, bytes }] of files) {
    const headers = {
      "content-type": type,
      "cache-control": "public, max-age=31536000, immutable",
      "x-content-type-options": "nosniff",
    };
    app.get(`/${name}`, () => new Response(bytes, { headers }));
  }
  return app;
}
