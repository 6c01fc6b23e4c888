// Cacheable answers are compressed here once for all readers: proxy/snippets/cache.conf requests each in both
// encodings.
import type { Context } from "elysia";

const ACCEPTED = /(^|,)\s*gzip\s*(,|$)/i; // as the proxy sends it; clients with weights get the plain encoding
const OPTIONS = { level: 6, library: "libdeflate" } as const;

/** The same answer, compressed if the request accepts it. The body is compressed as a whole, so it must be short. */
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
