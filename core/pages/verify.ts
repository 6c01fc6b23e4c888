// /verify checks a record on the visitor's device, also offline: the page and its service worker.
import { basename } from "node:path";
import { html } from "@elysiajs/html";
import { Elysia } from "elysia";
import type { Context } from "../draws/context.ts";
import { verifyPage } from "../views/views.ts";
import { HTML, PAGE_HEADERS, type Place, showingTo } from "./answer.ts";

const PROGRAMS = ["fairhat_verify.py", "fairhat-verify.mjs"] as const;

function digestOf({ files, path }: Context["assets"], name: (typeof PROGRAMS)[number]): string {
  const { bytes = "" } = files.get(basename(path(name))) ?? {};
  return new Bun.CryptoHasher("sha256").update(bytes).digest("hex");
}

export function verifying(context: Place) {
  const { assets } = context;
  const worker = assets.files.get(basename(assets.path("offline.js")));
  if (!worker) throw new Error("there is no offline.js among the assets");
  const programs = PROGRAMS.map((name) => ({ name, path: assets.path(name), digest: digestOf(assets, name) }));
  return (
    new Elysia({ detail: { hide: true } })
      .use(html({ autoDetect: false, contentType: HTML }))
      .get("/verify", ({ html, request, set }) => {
        Object.assign(set.headers, PAGE_HEADERS);
        return html(verifyPage(showingTo(context, request), { programs }));
      })
      // Its name is fixed, because browsers look for updates there; so it may not be cached like other assets.
      .get("/verify-offline.js", () => {
        const headers = { ...PAGE_HEADERS, "content-type": worker.type, "cache-control": "no-cache" };
        return new Response(worker.bytes, { headers });
      })
  );
}
