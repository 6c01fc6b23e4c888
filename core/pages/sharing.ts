// Sharing: a calendar event, and a page that other websites may frame.
import { html } from "@elysiajs/html";
import { refusal } from "@fairhat/runtime";
import { Elysia } from "elysia";
import { calendarOf, isAnnounced } from "../draws/calendar.ts";
import type { Context } from "../draws/context.ts";
import { publicDraw } from "../http.ts";
import { embedPage } from "../views/views.ts";
import { FRAMED_HEADERS, HTML, showingTo } from "./answer.ts";
import { shownNow } from "./present.ts";

export function sharing(context: Context) {
  return new Elysia({ detail: { hide: true } })
    .use(html({ autoDetect: false, contentType: HTML }))
    .get("/draws/:id/calendar.ics", async ({ params: { id } }) => {
      const draw = await publicDraw(context, id);
      if (!isAnnounced(draw)) throw refusal("not_announced");
      const headers = {
        "content-type": "text/calendar; charset=utf-8",
        "content-disposition": `attachment; filename="fairhat-${id}.ics"`,
        "cache-control": "no-store",
        "x-content-type-options": "nosniff",
      };
      return new Response(calendarOf(draw, `${context.publicUrl}/draws/${id}`), { headers });
    })
    .get("/draws/:id/embed", async ({ params: { id }, request, html, set }) => {
      const shown = await shownNow(context, await publicDraw(context, id));
      Object.assign(set.headers, FRAMED_HEADERS);
      return html(embedPage(showingTo(context, request), shown));
    });
}
