// How pages are answered: what every HTML answer of ours carries, and errors in words instead of problem+json.
import { type HttpRefusal, problemBody } from "@fairhat/service";
import { errorPage } from "../views/views.ts";

const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
].join("; ");

/** The content type of every page. */
export const HTML = "text/html; charset=utf-8";

/** A page with the status that it is answered with. */
export interface Shown {
  status: number;
  page: string;
}

/** Headers of every page. */
export const PAGE_HEADERS = {
  "content-security-policy": POLICY,
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "cache-control": "no-store",
};

/** The page that tells people about an error; null for programs, which get problem+json. */
export function errorForPeople(refused: Pick<HttpRefusal, "status" | "refusal">, request: Request): Response | null {
  const { pathname } = new URL(request.url);
  const forPeople = request.headers.get("accept")?.includes("text/html") && !pathname.startsWith("/api/");
  if (!forPeople) return null;
  const html = errorPage({ title: String(problemBody(refused).title), detail: refused.refusal.detail });
  const headers = { ...PAGE_HEADERS, "content-type": HTML };
  return new Response(html, { status: refused.status, headers });
}
