// One address, one meaning: the proxy caches under an address only what core serves there, regardless of what other clients send.
import { describe, expect, test } from "bun:test";
import fc from "fast-check";
import { call } from "../client.ts";
import { rawGet, statusOf } from "../raw.ts";
import { expectHeaders } from "./routes.ts";

const PEOPLE = "Accept: text/html";
const HERE = "Host: localhost";
const TRIES = 8; // the cached page changes every other second; a forged one would have to be first once
const RUNS = 400;

/** The ids of two finished draws and one pending. None is listed, and each title is a unique word. */
interface Draws {
  a: string;
  b: string;
  later: string;
}

/** Makes its draws on the site that `site` returns. */
export function testAddresses(site: () => { url: string }): void {
  describe("a request under another name never determines what an address shows:", () => {
    test.each(FORGERIES)("%s", async (_, forge, victim, headers, truth) => {
      const { url } = site();
      const draws = await drawsOn(url);
      for (let tried = 0; tried < TRIES; tried += 1) {
        await rawGet(url, forge(draws), "Host: x", ...headers);
        const shown = await rawGet(url, victim(draws), HERE, ...headers);
        expect(shown).toContain(truth());
        expect(shown).not.toContain(titleOf("b"));
        await Bun.sleep(200);
      }
    });
  });

  test.each(REFUSED)("%s is not an address", async (target) => {
    const answer = await rawGet(site().url, target.replace("ID", "a".repeat(32)), HERE);
    expect(answer).toStartWith("HTTP/1.1 400 ");
    expect(answer).toContain("Content-Type: application/problem+json\r\n");
  });

  test.each(["x", "other.example", "localhost.example", "10.0.0.1", "_", "localhost/draws", "x/draws", "", "a b"])(
    "a foreign host, %j, is refused",
    async (host) => {
      for (const path of ["/", "/rules", "/x/ready", "/x/x/health", "/.well-known/acme-challenge/x"])
        expect([path, statusOf(await rawGet(site().url, path, `Host: ${host}`))]).toEqual([path, 400]);
    },
  );

  test("people get a page about it", async () => {
    const answer = await fetch(`${site().url}/draws%2f`, { headers: { accept: "text/html" } });
    expect([answer.status, answer.headers.get("content-type")]).toEqual([400, "text/html"]);
    expect(await answer.text()).toContain("this is not an address of this site");
    expectHeaders(answer);
    expect(await rawGet(site().url, "/", "Host: other.example", PEOPLE)).toContain("not reached by this name");
  });

  test.each(["localhost", "LOCALHOST:8080", "127.0.0.1", "[::1]:8080"])("the machine itself is %s", async (host) => {
    expect(statusOf(await rawGet(site().url, "/rules", `Host: ${host}`))).toBe(200);
  });

  test("an absolute address of the site is accepted, and one of another site is refused", async () => {
    expect(statusOf(await rawGet(site().url, "http://localhost/rules", HERE))).toBe(200);
    expect(statusOf(await rawGet(site().url, "http://other.example/rules", HERE))).toBe(400);
  });

  test("internal endpoints of a service are not reachable from outside", async () => {
    const hosts = ["localhost", "x", "xx", "a.b"];
    const paths = ["health", "ready", "metrics"].flatMap((name) => [
      ...[`/${name}`, `/${name}/`, `/x/${name}`, `/xx/x/${name}`, `//${name}`, `/x%2f..%2f${name}`, `/.//${name}`],
      ...[`/%2e/${name}`, `/%${name.charCodeAt(0).toString(16)}${name.slice(1)}`, `/draws#/${name}`, `/x\\..\\${name}`],
    ]);
    for (const [host, path] of hosts.flatMap((host) => paths.map((path) => [host, path] as const))) {
      const status = statusOf(await rawGet(site().url, path, `Host: ${host}`));
      expect([host, path, status]).toEqual([host, path, status === 404 ? 404 : 400]);
    }
  });

  test("of a pending draw, only the current version's page is cached", async () => {
    const { url } = site();
    const { later } = await drawsOn(url);
    for (const path of [
      `/draws/${later}`,
      `/draws/${later}/present`,
      `/api/draws/${later}/record`,
      `/api/draws/${later}`,
    ]) {
      for (let asked = 0; asked < 3; asked += 1) {
        const kept = (await fetch(url + path, { headers: { accept: "text/html" } })).headers.get("x-cache") ?? "MISS";
        expect([path, kept]).toEqual([path, "MISS"]);
      }
    }
    const page = await (await fetch(`${url}/draws/${later}`)).text();
    const [, version = ""] = /data-version="([0-9a-f]{16})"/.exec(page) ?? [];
    const keptAt = async (at: string) => {
      const asks = Array.from({ length: 8 }, () => () => rawGet(url, `/draws/${later}?at=${at}`, HERE, PEOPLE));
      for (const ask of asks) if ((await ask()).includes("X-Cache: HIT")) return true;
      return false;
    };
    expect([await keptAt(version), await keptAt("0".repeat(16))]).toEqual([true, false]);
  });

  test(`for any bytes sent, ${RUNS} times, each address shows its draw`, async () => {
    const { url } = site();
    const draws = await drawsOn(url);
    const host = fc.oneof(fc.constant("localhost"), fc.constantFrom(...HOSTS), fc.string());
    const property = fc.asyncProperty(targets(draws), host, async (target, name) => {
      await expectItsOwn(url, draws, target, name.replace(/[\r\n]/g, ""));
    });
    await fc.assert(property, { numRuns: RUNS });
    expect(await rawGet(url, `/draws/${draws.b}`, HERE, PEOPLE)).toContain(titleOf("b"));
    expect(await rawGet(url, "/rules", HERE, PEOPLE)).toContain("<title>Rules");
  }, 180_000);
}

type Of = (draws: Draws) => string;

const FORGERIES: [what: string, forge: Of, victim: Of, headers: string[], truth: () => string][] = [
  ["a page", ({ a, b }) => `/draws%2f${a}#/draws/${b}`, ({ a }) => `/draws/${a}`, [PEOPLE], () => titleOf("a")],
  [
    "a page of an open draw",
    ({ later, b }) => `/draws%2f${later}#/draws/${b}`,
    ({ later }) => `/draws/${later}`,
    [PEOPLE],
    () => titleOf("later"),
  ],
  [
    "a manage page",
    ({ a }) => `/draws%2f${a}#/draws/${a}/manage`,
    ({ a }) => `/draws/${a}`,
    [PEOPLE],
    () => titleOf("a"),
  ],
  ["the rules", ({ b }) => `/rules#/draws/${b}`, () => "/rules", [PEOPLE], () => "<title>Rules"],
  ["the recent draws", ({ b }) => `/draws#/draws/${b}`, () => "/draws", [PEOPLE], () => "<title>Recent draws"],
  ["the rules for programs", ({ b }) => `/api%2frules#/api/draws/${b}`, () => "/api/rules", [], () => '{"rules":['],
  [
    "the record of a draw that is not drawn",
    ({ later, b }) => `/api%2fdraws%2f${later}%2frecord#/api/draws/${b}/record`,
    ({ later }) => `/api/draws/${later}/record`,
    [],
    () => "no_record_yet",
  ],
];

const REFUSED = [
  ...["/draws/ID#x", "/#", "/?x#y", "/draws%2fID", "/draws%2FID", "/draws%5cID", "/draws%5CID", "/%2e%2e/draws/ID"],
  ...[
    "/draws/%2E/ID",
    "/draws/ID%00",
    "/draws/ID%0a",
    "/draws/ID%0D%0Ax:y",
    "/draws/ID%7f",
    "/draws%252fID",
    "/%72ules",
  ],
  ...["/draws\\ID", "/draws/./ID", "/draws/../rules", "//rules", "/draws//ID", "/rules/.", "/rules\x00", "/rules\x01"],
  ...[
    "/rules\x7f",
    "/rules\xe9",
    "/rules\x80",
    "/rules|",
    '/rules"',
    "/ru les",
    "/rules?\xff",
    "rules",
    "*",
    "?x",
    "http:/rules",
  ],
];

const PIECES = [
  "/",
  "/draws/",
  "/api/draws/",
  "/record",
  "/rules",
  "draws",
  "%2f",
  "%2F",
  "%5c",
  "%2e",
  "%25",
  "..",
  ".",
];
PIECES.push("#", "#/draws/", "?", "?x=", "\\", "//", "http://x", "http://localhost/draws/", "/manage", "x");
const HOSTS = [
  "x",
  "xx",
  "x.y",
  "x:1",
  "x/draws",
  "x#",
  "x?",
  "",
  "a@localhost",
  "localhost:99",
  "localhost.",
  "%6cocalhost",
];
const byte = fc
  .integer({ min: 0, max: 255 })
  .filter((code) => code !== 10)
  .map((code) => String.fromCharCode(code));

/** Pieces of addresses in any order, and one oddly written address before another one. */
function targets(draws: Draws): fc.Arbitrary<string> {
  const paths = Object.values(draws).flatMap((id) => [
    `/draws/${id}`,
    `/draws/${id}/manage`,
    `/api/draws/${id}/record`,
  ]);
  const pieces = fc.constantFrom(...PIECES, ...Object.values(draws));
  const any = fc.array(fc.oneof({ weight: 5, arbitrary: pieces }, byte), { maxLength: 9 });
  const path = fc.constantFrom("/rules", "/draws", "/api/rules", ...paths);
  const odd = fc
    .tuple(path, fc.constantFrom(...SLASHES))
    .map(([one, slash]) => `/${one.slice(1).replaceAll("/", slash)}`);
  const both = fc.tuple(odd, fc.constantFrom(...BETWEEN), path).map((parts) => parts.join(""));
  return fc.oneof(
    both,
    any.map((parts) => `/${parts.join("")}`),
  );
}

const SLASHES = ["/", "%2f", "%2F", "%5c", "\\", "//", "/./", "/x/../", "/%2e/", "%252f"];
const BETWEEN = ["", "#", "?", "?#", "/..", "/../..", "%23", "%00", "\\..", " ", "|", "/#/"];

/** Sends it, and expects no draw in the answer but the one at its address; nor in what is cached there afterwards. */
async function expectItsOwn(url: string, draws: Draws, target: string, host: string): Promise<void> {
  const answer = await rawGet(url, target, `Host: ${host}`, PEOPLE);
  const { pathname } = URL.parse(target, "http://localhost") ?? { pathname: "" };
  for (const name of NAMES.filter((one) => answer.includes(titleOf(one)))) {
    expect([statusOf(answer), pathname]).toEqual([200, expect.stringContaining(draws[name])]);
    expect(target).toMatch(/^(http:\/\/localhost)?\/[\w/]*(\?[^#]*)?$/);
  }
  const shown = await rawGet(url, `/draws/${draws.a}`, HERE, PEOPLE);
  expect(NAMES.filter((one) => shown.includes(titleOf(one)))).toEqual(["a"]);
}

const NAMES = ["a", "b", "later"] as const;
const RUN = crypto.randomUUID();
const titleOf = (name: string) => `${name}-${RUN}`;

const made = new Map<string, Promise<Draws>>();

/** The draws of these tests, made once. */
function drawsOn(url: string): Promise<Draws> {
  const there = made.get(url) ?? makeDraws(url);
  made.set(url, there);
  return there;
}

async function makeDraws(url: string): Promise<Draws> {
  const make = async (name: (typeof NAMES)[number], draw: string) => {
    const body = { title: titleOf(name), rule: "order/1", params: {}, entries: ["Ada", "Grace"], draw };
    return (await call(url, "POST", "/api/draws", { body }))?.body.id ?? "";
  };
  return { a: await make("a", "now"), b: await make("b", "now"), later: await make("later", "later") };
}
