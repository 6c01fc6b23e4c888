// The proxy's routes as a table of requests and expected answers.
import { expect, test } from "bun:test";
import { gunzipSync } from "node:zlib";
import { call } from "../client.ts";
import { raw } from "../raw.ts";

interface Route {
  method?: string;
  path: string;
  accept?: string;
  body?: string;
  headers?: Record<string, string>;
  status: number;
  type: string;
  cache: string;
  /** X-Cache of the second answer, or null if it is not cached. */
  kept?: "HIT" | null;
  reason?: string;
  allow?: string;
}

const PAGE = "text/html; charset=utf-8";
const HTML = "text/html";
const JSON_ = "application/json";
const PROBLEM = "application/problem+json";
const FOREVER = "public, max-age=31536000, immutable";
const REVALIDATED = "public, no-cache";
const PEOPLE = "text/html,application/xhtml+xml";
const NOBODY = "0".repeat(32);
const refused = (status: number, reason: string) => ({ status, type: PROBLEM, cache: "no-store", reason });
const page = { accept: PEOPLE, status: 200, type: PAGE, cache: "no-store" };

/** `draw` is a finished one; `asset` a file that its page uses. */
function table(draw: string, asset: string): Route[] {
  return [
    { path: "/", ...page },
    { path: "/draws", ...page, kept: "HIT" },
    { path: `/draws/${draw}`, ...page, kept: "HIT" },
    { path: `/draws/${draw}/manage`, ...page },
    { path: "/rules", ...page, kept: "HIT" },
    { path: "/api", ...page },
    { path: "/api/rules", status: 200, type: JSON_, cache: "no-store", kept: "HIT" },
    { path: `/api/draws/${draw}`, status: 200, type: JSON_, cache: "no-store" },
    { path: `/api/draws/${draw}/record`, status: 200, type: JSON_, cache: REVALIDATED, kept: "HIT" },
    { path: `/api/draws/${draw}/lock`, status: 200, type: JSON_, cache: REVALIDATED },
    { path: `/api/draws/${NOBODY}/lock`, ...refused(404, "no_such_draw") },
    { path: `/api/draws/${NOBODY}/record`, ...refused(404, "no_such_draw") },
    { path: asset, status: 200, type: "text/css", cache: FOREVER },
    { path: asset, headers: { range: "bytes=99000000-" }, status: 200, type: "text/css", cache: FOREVER },
    { path: asset, headers: { "if-match": '"another"' }, ...refused(412, "precondition_failed") },
    { path: "/assets/nothing.css", ...refused(404, "not_found") },
    { path: "/services/a/key", status: 200, type: JSON_, cache: "no-store" },
    { path: "/services/b/key", status: 200, type: JSON_, cache: "no-store" },
    { path: `/services/a/draws/${draw}`, status: 200, type: JSON_, cache: "no-store" },
    { path: `/services/b/draws/${draw}`, status: 200, type: JSON_, cache: "no-store" },
    { path: `/services/b/draws/${NOBODY}`, ...refused(404, "unknown_draw") },
    { path: "/services/c/key", ...refused(404, "not_found") },
    { path: "/services/a/seals", method: "POST", body: "{}", ...refused(404, "not_found") },
    { path: "/services/a/key", method: "POST", body: "{}", ...refused(405, "method_not_allowed"), allow: "GET, HEAD" },
    ...["DELETE", "PATCH", "OPTIONS", "PROPFIND"].map((method) => ({
      ...{ path: "/draws", method, allow: "GET, HEAD, POST, PUT" },
      ...refused(405, "method_not_allowed"),
    })),
    { path: `/api/draws/${NOBODY}`, method: "DELETE", ...refused(401, "no_manage_key") },
    { path: `/api/draws/${NOBODY}`, method: "PATCH", body: "{}", ...refused(401, "no_manage_key") },
    { path: "/services/a/metrics", ...refused(404, "not_found") },
    { path: "/health", ...refused(404, "not_found") },
    { path: "/ready", ...refused(404, "not_found") },
    { path: "/metrics", ...refused(404, "not_found") },
    { path: "/nothing", ...refused(404, "not_found") },
    { path: "/health", accept: PEOPLE, status: 404, type: HTML, cache: "no-store" },
    { path: "/services/c/key", accept: PEOPLE, ...refused(404, "not_found") },
    { path: `/draws/${draw}/present`, ...page },
    { path: "/api/services", status: 200, type: JSON_, cache: "no-store" },
    {
      path: "/draws",
      method: "POST",
      body: "x",
      headers: { "content-type": "text/plain" },
      ...refused(415, "unsupported_media_type"),
    },
    { path: "/api/draws", method: "POST", body: "{", ...refused(400, "not_json") },
    { path: "/api/draws", method: "POST", body: " ".repeat(64 * 2 ** 20 + 1), ...refused(413, "too_large") },
    { path: "/health", method: "POST", body: " ".repeat(2 ** 20 + 1), ...refused(413, "too_large") },
    { path: "/.repeatable", method: "POST", body: "{}", ...refused(404, "not_found") },
    { path: `/${"x".repeat(9_000)}`, ...refused(414, "too_long") },
    { path: `/?${"x".repeat(5_000)}`, headers: { cookie: "x".repeat(3_000) }, ...refused(414, "too_long") },
    {
      path: `/?${"x".repeat(4_000)}`,
      headers: { cookie: "x".repeat(8_000), "accept-language": "x".repeat(8_000) },
      ...page,
    },
    {
      path: "/api/rules",
      headers: { authorization: "x".repeat(8_000), "accept-language": "x".repeat(1_000) },
      ...refused(431, "too_long"),
    },
    { path: "/", headers: Object.fromEntries(Array.from({ length: 300 }, (_, at) => [`x-${at}`, "x"])), ...page },
    { path: "/", headers: { "x-long": "x".repeat(40_000) }, ...refused(431, "too_long") },
  ];
}

/** Headers of every answer. Patterns, because services may add to what the proxy sets. */
const ALWAYS: [name: string, value: RegExp][] = [
  ["content-security-policy", /^default-src 'none'/],
  ["x-content-type-options", /^nosniff$/],
  ["referrer-policy", /^no-referrer$/],
  ["cross-origin-opener-policy", /^same-origin$/],
  ["permissions-policy", /camera=\(\)/],
  ["x-request-id", /^[0-9a-f]{32}$/],
];

export function expectHeaders(answer: Response): void {
  for (const [name, value] of ALWAYS)
    expect([name, answer.headers.get(name)]).toEqual([name, expect.stringMatching(value)]);
}

function isKept({ headers }: Response): boolean {
  return ["HIT", "STALE", "UPDATING"].includes(headers.get("x-cache") ?? "");
}

async function ask(url: string, { method = "GET", path, accept = "*/*", body, headers }: Route): Promise<Response> {
  const sent = { accept, "content-type": JSON_, "x-request-id": "made-by-the-client", ...headers };
  return fetch(`${url}${path}`, { method, headers: sent, ...(body ? { body } : {}) });
}

/** Tests each line of the table on the site that `site` returns, with a finished draw. */
export function testRoutes(site: () => { url: string; https: string; draw: string }): void {
  test("each route", async () => {
    const { url, draw } = site();
    const home = await (await fetch(url)).text();
    const asset = /\/assets\/style-[0-9a-f]+\.css/.exec(home)?.[0] ?? "";
    for (const route of table(draw, asset)) {
      await ask(url, route);
      // Briefly cached answers may expire between two requests, but not between four.
      let answer = await ask(url, route);
      for (let more = 0; route.kept && !isKept(answer) && more < 2; more += 1) answer = await ask(url, route);
      const { status, headers } = answer;
      const seen = { status, type: headers.get("content-type"), cache: headers.get("cache-control") };
      const said = await answer.text();
      const at = `${route.method ?? "GET"} ${route.path.slice(0, 60)}`;
      expect([at, seen]).toEqual([
        at,
        { status: route.status, type: expect.stringContaining(route.type), cache: route.cache },
      ]);
      if (route.reason)
        expect([at, JSON.parse(said)]).toEqual([at, expect.objectContaining({ status, reason: route.reason })]);
      expect([at, isKept(answer)]).toEqual([at, route.kept === "HIT"]);
      expect([at, headers.get("allow")]).toEqual([at, route.allow ?? null]);
      expectHeaders(answer);
    }
  }, 60_000);

  test.each([
    ["GET / HTTP/3.0", "Host: x", 505],
    ["POST /api/draws HTTP/1.1", "Host: localhost\r\nTransfer-Encoding: other", 501],
    ["GET / HTTP/1.1", "", 400],
    ["GET / HTTP/1.0", "X: x", 400],
    ["WHATEVER / HTTP/1.1", "Host: localhost\r\nConnection: close", 405],
    ["TRACE / HTTP/1.1", "Host: localhost\r\nConnection: close", 405],
  ])("%s with %j, as no browser sends it", async (line, headers, status) => {
    const answer = await raw(site().url, `${line}\r\n${headers}\r\n\r\n`);
    expect(answer).toStartWith(`HTTP/1.1 ${status}`);
    expect(answer).toContain("Content-Type: application/problem+json\r\n");
    expect(answer).toContain("Cache-Control: no-store\r\n");
    expect(answer).toContain(`"status":${status},`);
  });

  test("each service has a public route where core links to one", async () => {
    const { url, draw } = site();
    const { urls } = (await (await fetch(`${url}/api/services`)).json()) as { urls: Record<"a" | "b", string> };
    expect(urls).toEqual({ a: `${url}/services/a`, b: `${url}/services/b` });
    for (const address of Object.values(urls)) {
      const told = await (await fetch(`${address}/draws/${draw}`)).json();
      expect(told).toMatchObject({ seal: { statement: { draw } }, opening: { statement: { draw } } });
    }
  });

  test("the language cookie is Secure if it was set over https", async () => {
    const { url, https } = site();
    const flags = async (at: string) => {
      const answer = await fetch(`${at}/language`, {
        method: "POST",
        body: new URLSearchParams({ lang: "de", back: "/rules" }),
        redirect: "manual",
        tls: { rejectUnauthorized: false },
      });
      return answer.headers.get("set-cookie")?.includes("; Secure");
    };
    expect([await flags(url), await flags(https)]).toEqual([false, true]);
  });

  // https://ssl-config.mozilla.org/guidelines/6.0.json, "intermediate": the client's order, of these.
  test.each([
    ["ECDHE-ECDSA-CHACHA20-POLY1305:ECDHE-ECDSA-AES128-GCM-SHA256", "ECDHE-ECDSA-CHACHA20-POLY1305"],
    ["ECDHE-ECDSA-AES256-GCM-SHA384:ECDHE-ECDSA-AES128-GCM-SHA256", "ECDHE-ECDSA-AES256-GCM-SHA384"],
    ["ECDHE-ECDSA-AES128-GCM-SHA256:ECDHE-ECDSA-AES256-GCM-SHA384", "ECDHE-ECDSA-AES128-GCM-SHA256"],
    ["ECDHE-ECDSA-AES256-SHA384:ECDHE-ECDSA-AES128-SHA", "(NONE)"],
  ])("of the ciphers %s TLS 1.2 accepts %s", async (offered, taken) => {
    const { host } = new URL(site().https);
    const said = Bun.spawnSync(["openssl", "s_client", "-connect", host, "-tls1_2", "-cipher", offered], {
      stdin: null,
    });
    expect(said.stdout.toString()).toContain(`Cipher is ${taken}\n`);
  });

  test("text is compressed for clients that accept it", async () => {
    const { url } = site();
    const answer = await fetch(`${url}/rules`, { headers: { "accept-encoding": "gzip" }, decompress: false });
    expect(answer.headers.get("content-encoding")).toBe("gzip");
    expect(answer.headers.get("vary")?.toLowerCase()).toContain("accept-encoding");
    expect(gunzipSync(await answer.arrayBuffer()).toString()).toContain("</html>");
  });

  test("a page is cached per language", async () => {
    const { url } = site();
    const titles = new Set<string>();
    for (const language of ["en", "de", "en", "de"]) {
      const answer = await fetch(`${url}/rules`, { headers: { accept: PEOPLE, "accept-language": language } });
      titles.add(/<html lang="(..)"/.exec(await answer.text())?.[1] ?? "");
    }
    expect([...titles]).toEqual(["en", "de"]);
  });

  test.each([
    ["Lang=en; lang=de", "lang=en"],
    ["lang=de; lang=en", "lang=en"],
    ["a=b; Lang=en; lang=de", "lang=en"],
  ])("%j does not replace another page in the cache", async (odd, usual) => {
    const { url } = site();
    const path = `/rules?${crypto.randomUUID()}`;
    const language = async (cookie: string) => {
      const answer = await fetch(`${url}${path}`, { headers: { accept: PEOPLE, cookie } });
      return /<html lang="(..)"/.exec(await answer.text())?.[1];
    };
    expect(await language(odd)).toBe("de");
    expect(await language(usual)).toBe("en");
  });

  test("the cached page is dropped when the draw changes", async () => {
    const { url } = site();
    const body = { title: "Soon", rule: "order/1", params: {}, entries: ["Ada", "Grace"], draw: "later" };
    const made = await call(url, "POST", "/api/draws", { body });
    const { id = "", manageKey: key = "" } = made?.body ?? {};
    const shown = async () => (await fetch(`${url}/draws/${id}`, { headers: { accept: PEOPLE } })).text();
    const before = await shown();
    await call(url, "POST", `/api/draws/${id}/draw`, { key, body: {} });
    const after = await shown();
    expect([before, after].map((page) => page.includes("/record"))).toEqual([false, true]);
  });
}
