// Link previews: for each draw, and for the pages that make one.
import type { Language } from "@fairhat/messages";
import { refusal } from "@fairhat/runtime";
import { Elysia } from "elysia";
import type { Context } from "../draws/context.ts";
import { viewOf } from "../draws/view.ts";
import { publicDraw } from "../http.ts";
import { languageAsked } from "../language.ts";
import { type Card, cardSvg } from "../pictures/card.ts";
import { pictures } from "../pictures/pictures.ts";
import { drawCard, pageCard } from "../views/cards.ts";
import { PRESETS } from "./presets.ts";

const FRESH = 60; // seconds; after a change of its draw a page names another address

export function picturing(context: Context) {
  const draw = pictures();
  const languageOf = (request: Request): Language => languageAsked(request) ?? "en";
  const answer = async (request: Request, card: Card) => {
    const { bytes, digest } = await draw(cardSvg(card));
    const headers = {
      "content-type": "image/png",
      "cache-control": `public, max-age=${FRESH}`,
      etag: `"${digest}"`,
      "x-content-type-options": "nosniff",
    };
    const isKnown = request.headers.get("if-none-match")?.includes(headers.etag);
    return isKnown ? new Response(null, { status: 304, headers }) : new Response(bytes, { headers });
  };
  const { host } = new URL(context.publicUrl);
  return new Elysia({ detail: { hide: true } })
    .get("/draws/:id/preview.png", async ({ params: { id }, request }) => {
      const view = await viewOf(context, await publicDraw(context, id));
      return answer(request, drawCard(languageOf(request), view));
    })
    .get("/preview.png", ({ request }) => answer(request, pageCard(languageOf(request), null, host)))
    .get("/:slug/preview.png", ({ params: { slug }, request }) => {
      if (!PRESETS.some((preset) => preset.slug === slug)) throw refusal("not_found");
      return answer(request, pageCard(languageOf(request), slug, host));
    });
}
