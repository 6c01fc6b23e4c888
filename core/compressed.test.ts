// Cacheable answers exist in two encodings, and say so.
import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { gunzipSync } from "node:zlib";
import { coreApp } from "./app.ts";
import { type Fairhat, siteOf, startFairhat } from "./testing/fairhat.ts";

let fairhat: Fairhat;
let app: ReturnType<typeof coreApp>;
let id: string;

beforeAll(async () => {
  fairhat = await startFairhat();
  const { context } = fairhat;
  app = coreApp(context, { about: { service: "core", revision: "test", version: "1" }, log: context.log });
  id = (await siteOf(context).make({ listed: true })).id;
});
afterAll(() => fairhat.stop());

const KEPT = ["/draws", "/rules", "/draws/ID", "/api/rules", "/api/draws/ID/record"];

async function answer(path: string, headers: Record<string, string>) {
  const answered = await app.handle(new Request(`http://localhost${path.replace("ID", id)}`, { headers }));
  return { status: answered.status, given: answered.headers, bytes: await answered.bytes() };
}

describe.each(KEPT)("%s", (path) => {
  test("is the same text in both encodings", async () => {
    const [plain, short] = [await answer(path, {}), await answer(path, { "accept-encoding": "gzip" })];
    expect([plain.status, short.status]).toEqual([200, 200]);
    expect([plain.given.get("content-encoding"), short.given.get("content-encoding")]).toEqual([null, "gzip"]);
    expect(gunzipSync(short.bytes).toString()).toBe(Buffer.from(plain.bytes).toString());
    expect(short.given.get("content-type")).toBe(plain.given.get("content-type"));
    for (const { given } of [plain, short]) expect(given.get("vary")).toContain("accept-encoding");
  });
});

test("clients without gzip support get none", async () => {
  for (const encodings of ["identity", "gzip;q=0", "br"]) {
    const { given } = await answer("/rules", { "accept-encoding": encodings });
    expect(given.get("content-encoding")).toBeNull();
  }
});

test("a client with a current copy gets 304 without a body", async () => {
  for (const name of ["record", "lock", "result.csv"]) {
    const first = await answer(`/api/draws/ID/${name}`, {});
    const tag = first.given.get("etag") ?? "";
    const again = await answer(`/api/draws/ID/${name}`, { "if-none-match": `"another", ${tag}` });
    expect([again.status, again.bytes.length, again.given.get("etag")]).toEqual([304, 0, tag]);
    expect((await answer(`/api/draws/ID/${name}`, { "if-none-match": '"another"' })).status).toBe(200);
  }
});
