import { expect, test } from "bun:test";
import { buildAssets } from "@fairhat/browser/assets";
import type { Reply } from "../testing/fairhat.ts";
import { headingOf, isIndexed, pageOf } from "../testing/pages.ts";
import { verifying } from "./verify.ts";

const assets = await buildAssets();
const context = {
  publicUrl: "https://draws.example",
  assets,
  site: { operator: "", contact: "", imprint: "", source: "", retention: 0 },
  makers: null,
};

async function get(path: string): Promise<Reply> {
  const reply = await verifying(context).handle(new Request(`http://localhost${path}`));
  return { status: reply.status, headers: reply.headers, text: await reply.text(), json: null };
}

test("the page lists all its assets, for offline use", async () => {
  const reply = await get("/verify");
  const page = pageOf(reply);
  expect(headingOf(page)).toBe("Check a draw");
  expect(isIndexed(page)).toBe(true);
  for (const name of ["style.css", "mark.svg", "verify.js", "verifier.js"] as const)
    expect(reply.text).toContain(`"${assets.path(name)}"`);
});

test("the service worker keeps its name, so that browsers find updates", async () => {
  const { status, headers, text } = await get("/verify-offline.js");
  expect(status).toBe(200);
  expect(headers.get("content-type")).toBe("text/javascript; charset=utf-8");
  expect(headers.get("cache-control")).toBe("no-cache");
  expect(headers.get("content-security-policy")).toContain("connect-src 'self'");
  expect(text).toContain("/verify");
});

test("assets without a service worker are a build error", () => {
  const none = { ...context, assets: { ...assets, files: new Map() } };
  expect(() => verifying(none)).toThrow("there is no offline.js");
});
