// How pages are answered: what every HTML answer of ours carries, and errors in words instead of problem+json.
import { type HttpRefusal, problemBody, refusal } from "@fairhat/runtime";
import type { Context } from "../draws/context.ts";
import { languageCookie, languageOf } from "../language.ts";
import type { Showing } from "../views/showing.ts";
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

/** A page with the status that it is answered with. */
export interface Shown {
  status: number;
  page: string;
  /** Where a 303 leads. */
  location?: string;
}

const HEADERS = {
  "content-security-policy": POLICY,
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "cache-control": "no-store",
  vary: "accept-language, cookie",
};

type Place = Pick<Context, "publicUrl" | "assets">;

/** Headers of every page that answers this request. */
export function pageHeaders({ publicUrl }: Place, request: Request): Record<string, string> {
  const cookie = languageCookie(request, publicUrl.startsWith("https:"));
  return cookie ? { ...HEADERS, "set-cookie": cookie } : HEADERS;
}

/** The same for the one page that other websites may frame. It has no scripts and no forms, and sets no cookie. */
export function framedHeaders(context: Place, request: Request): Record<string, string> {
  const { "set-cookie": _, ...headers } = pageHeaders(context, request);
  return { ...headers, "content-security-policy": FRAMED };
}

/** To whom the page is shown that answers this request. */
export function showingTo({ publicUrl, assets }: Place, request: Request): Showing {
  const path = ["GET", "HEAD"].includes(request.method) ? new URL(request.url).pathname : null;
  return { language: languageOf(request), assets, publicUrl, path };
}

/** Makes the pages that tell people about an error; programs get problem+json, for which it answers null. */
export function errorsForPeople(context: Place) {
  return (refused: Pick<HttpRefusal, "status" | "refusal">, request: Request): Response | null => {
    const { pathname } = new URL(request.url);
    const forPeople = request.headers.get("accept")?.includes("text/html") && !pathname.startsWith("/api/");
    if (!forPeople) return null;
    const { status, refusal } = refused;
    const showing = showingTo(context, request);
    const title = titleIn(showing.language, status, String(problemBody(refused).title));
    const page = errorPage(showing, { title, detail: refusalInWords(showing.language, refusal) });
    return new Response(page, { status, headers: { ...pageHeaders(context, request), "content-type": HTML } });
  };
}

// With our referrer policy browsers name no origin even for our own forms; they tell this instead, and programs need not.
const OURS = [null, "same-origin", "none"];

/** Throws HttpRefusal 403 for a form that another website sends: the key in it would be one that they know. */
export function demandOurForm({ method, headers }: Request): void {
  if (method !== "POST" || OURS.includes(headers.get("sec-fetch-site"))) return;
  throw refusal("from_elsewhere");
}
