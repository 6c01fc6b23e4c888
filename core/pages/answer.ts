// How pages are answered: common headers, and readable errors instead of problem+json.
import { type HttpRefusal, problemBody, refusal } from "@fairhat/runtime";
import type { Context } from "../draws/context.ts";
import { languageOf } from "../language.ts";
import type { RenderContext } from "../views/showing.ts";
import { errorPage } from "../views/views.ts";
import { refusalInWords, titleIn } from "../words.ts";

const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "worker-src 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
].join("; ");

const FRAMED =
  "default-src 'none'; style-src 'self'; img-src 'self'; frame-ancestors *; base-uri 'none'; form-action 'none'";

/** The content type of every page. */
export const HTML = "text/html; charset=utf-8";

/** A page with its status. */
export interface PageResponse {
  status: number;
  page: string;
  /** Target of a 303. */
  location?: string;
}

/** Headers of every page. */
export const PAGE_HEADERS = {
  "content-security-policy": POLICY,
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "cache-control": "no-store",
  vary: "accept-language, cookie",
};

/** What pages need to know of the site. */
export type Place = Pick<Context, "publicUrl" | "assets" | "site" | "makers">;

/** The same for the only page that other websites may frame. It has no scripts and no forms. */
export const FRAMED_HEADERS = { ...PAGE_HEADERS, "content-security-policy": FRAMED };

/** The reader of the page that answers this request. */
export function showingTo({ publicUrl, assets, site, makers }: Place, request: Request): RenderContext {
  const path = ["GET", "HEAD"].includes(request.method) ? new URL(request.url).pathname : null;
  return { language: languageOf(request), assets, publicUrl, site, needsToken: makers !== null, path };
}

/** Renders error pages for people; returns null for programs, which get problem+json. */
export function errorsForPeople(context: Place) {
  return (refused: Pick<HttpRefusal, "status" | "refusal">, request: Request): Response | null => {
    const { pathname } = new URL(request.url);
    const forPeople = request.headers.get("accept")?.includes("text/html") && !pathname.startsWith("/api/");
    if (!forPeople) return null;
    const { status, refusal } = refused;
    const showing = showingTo(context, request);
    const title = titleIn(showing.language, status, String(problemBody(refused).title));
    const page = errorPage(showing, { title, detail: refusalInWords(showing.language, refusal) });
    return new Response(page, { status, headers: { ...PAGE_HEADERS, "content-type": HTML } });
  };
}

// Under our referrer policy browsers send no origin for our own forms; they send this header instead, and programs need
// not.
const OURS = [null, "same-origin", "none"];

/** Throws HttpRefusal 403 for a form from another website, whose author would know its key. */
export function assertOurForm({ method, headers }: Request): void {
  if (method !== "POST" || OURS.includes(headers.get("sec-fetch-site"))) return;
  throw refusal("from_elsewhere");
}
