// Answers that the proxy keeps are compressed here, once for all who read them: proxy/snippets/cache.conf asks for each in both forms.
import type { Context } from "elysia";

const ACCEPTED = /(^|,)\s*gzip\s*(,|$)/i; // as the proxy asks; who weighs encodings gets the plain form
const OPTIONS = { level: 6, library: "libdeflate" } as const;

/** The same answer, compressed where the request takes that. Its body must be short: it is compressed as a whole. */
export async function compressed(
  { request, set }: Pick<Context, "request" | "set">,
  answer: Response,
): Promise<Response> {
  set.headers.vary = set.headers.vary ? `${set.headers.vary}, accept-encoding` : "accept-encoding";
  if (!ACCEPTED.test(request.headers.get("accept-encoding") ?? "")) return answer;
  const headers = new Headers(answer.headers);
  headers.set("content-encoding", "gzip");
  return new Response(Bun.gzipSync(await answer.bytes(), OPTIONS), { status: answer.status, headers });
}
