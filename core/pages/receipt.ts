// /receipt checks an entrant's receipt on their device: it is in the fragment, which no browser sends.
import { html } from "@elysiajs/html";
import { Elysia } from "elysia";
import { receiptPage } from "../views/views.ts";
import { HTML, PAGE_HEADERS, type Place, showingTo } from "./answer.ts";

export function receipts(context: Place) {
  return new Elysia({ detail: { hide: true } })
    .use(html({ autoDetect: false, contentType: HTML }))
    .get("/receipt", ({ html, request, set }) => {
      Object.assign(set.headers, PAGE_HEADERS);
      return html(receiptPage(showingTo(context, request), {}));
    });
}
