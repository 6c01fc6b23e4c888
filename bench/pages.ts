// Reading pages, compared with NGINX serving a file of the same bytes.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { type Asked, send } from "./load.ts";
import { type Measured, measured } from "./measure.ts";
import { startReference } from "./nginx.ts";
import type { Program, Started } from "./program.ts";
import type { Stack } from "./stack.ts";
import { makeDraw } from "./stored.ts";

const CONNECTIONS = 32;
const HTML = { accept: "text/html" };
const GZIP = { "accept-encoding": "gzip" };
const ANEW = { "cache-control": "no-cache" }; // as a forced reload: the proxy asks core

export interface Reading {
  page: Measured;
  file: Measured;
  pageGzip: Measured;
  fileGzip: Measured;
}

export interface Readings {
  /** A finished draw's page from the proxy's cache, and a file; one entry per round. */
  rounds: Reading[];
  /** Pages that core renders for each request, by name. */
  others: Record<string, Measured>;
}

/** Measures pages for some rounds of some seconds each. */
export async function measurePages(stack: Stack, rounds: number, seconds: number): Promise<Readings> {
  const { id } = await makeDraw(stack.url, 6, { listed: true });
  const page = { url: `${stack.url}/draws/${id}`, headers: HTML };
  await using running = new AsyncDisposableStack();
  const reference = await startFiles(running, stack, await send(page));
  const file = { url: `${reference.url}/page.html`, headers: HTML };
  const taken: Reading[] = [];
  for (let round = 0; round < rounds; round++) {
    taken.push({
      page: await measured(stack.pids, CONNECTIONS, seconds, page),
      file: await measured({ nginx: reference.pid }, CONNECTIONS, seconds, file),
      pageGzip: await measured(stack.pids, CONNECTIONS, seconds, withHeaders(page, GZIP)),
      fileGzip: await measured({ nginx: reference.pid }, CONNECTIONS, seconds, withHeaders(file, GZIP)),
    });
  }
  return { rounds: taken, others: await measureOthers(stack, id, seconds) };
}

/** The recent draws, rendered for each request. */
export function measureRecent({ url, pids }: Stack, seconds: number): Promise<Measured> {
  return measured(pids, CONNECTIONS, seconds, { url: `${url}/draws`, headers: { ...HTML, ...ANEW } });
}

async function measureOthers({ url, pids }: Stack, id: string, seconds: number): Promise<Record<string, Measured>> {
  const asked: Record<string, Asked> = {
    "a draw's page, made anew": { url: `${url}/draws/${id}`, headers: { ...HTML, ...ANEW } },
    "the home page": { url: `${url}/`, headers: HTML },
    "a draw as JSON": { url: `${url}/api/draws/${id}` },
    "a record, from the proxy": { url: `${url}/api/draws/${id}/record` },
    "a record, compressed": { url: `${url}/api/draws/${id}/record`, headers: GZIP },
  };
  const others: [string, Measured][] = [];
  for (const [name, one] of Object.entries(asked)) others.push([name, await measured(pids, CONNECTIONS, seconds, one)]);
  return Object.fromEntries(others);
}

function startFiles(running: Started, { folder }: Stack, page: ArrayBuffer): Promise<Program> {
  const root = join(folder, "files");
  mkdirSync(root, { recursive: true });
  writeFileSync(join(root, "page.html"), new Uint8Array(page));
  writeFileSync(join(root, "page.html.gz"), gzipSync(page));
  return startReference(running, join(folder, "reference"), `root ${root}; gzip_static on; gzip_vary on;`);
}

function withHeaders(asked: Asked, headers: Record<string, string>): Asked {
  return { ...asked, headers: { ...asked.headers, ...headers } };
}
