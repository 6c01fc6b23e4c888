// The service worker of /verify alone: caches the page and its assets, so that it works offline.
import { assetsIn, isAsset, PAGE } from "../check/offline.ts";

/** The needed part of the service worker API, which the DOM types lack. */
interface Service {
  addEventListener(type: "install" | "activate", listener: (event: Event & Waiting) => void): void;
  addEventListener(type: "fetch", listener: (event: FetchEvent) => void): void;
}
interface Waiting {
  waitUntil(work: Promise<unknown>): void;
}
type FetchEvent = Event & Waiting & { request: Request; respondWith(answer: Promise<Response>): void };

const service = globalThis as unknown as Service;
const CACHE = "verify";

/** Caches a page after its assets; removes outdated entries. */
async function keep(page: Response): Promise<void> {
  const cache = await caches.open(CACHE);
  const needed = assetsIn(await page.clone().text());
  const missing = [];
  for (const path of needed) if (!(await cache.match(path))) missing.push(path);
  await cache.addAll(missing);
  await cache.put(PAGE, page);
  for (const request of await cache.keys()) {
    const { pathname } = new URL(request.url);
    if (pathname !== PAGE && !needed.includes(pathname)) await cache.delete(request);
  }
}

async function keepPage(): Promise<void> {
  const page = await fetch(PAGE);
  if (!page.ok) throw new Error(`the page came with status ${page.status}`);
  await keep(page);
}

async function kept(otherwise: Response): Promise<Response> {
  return (await caches.match(PAGE, { ignoreVary: true })) ?? otherwise;
}

// The current page, or the cached one if the site cannot be reached.
async function pageNow(event: FetchEvent): Promise<Response> {
  try {
    const page = await fetch(event.request);
    if (page.ok) event.waitUntil(keep(page.clone()));
    return page.status >= 500 ? await kept(page) : page;
  } catch {
    return kept(Response.error());
  }
}

async function assetNow(request: Request): Promise<Response> {
  return (await caches.match(request, { ignoreVary: true })) ?? fetch(request);
}

service.addEventListener("install", (event) => event.waitUntil(keepPage()));
service.addEventListener("fetch", (event) => {
  const { pathname, origin } = new URL(event.request.url);
  if (origin !== location.origin) return;
  if (event.request.mode === "navigate" && pathname === PAGE) event.respondWith(pageNow(event));
  else if (isAsset(pathname)) event.respondWith(assetNow(event.request));
});
