// The pages of a real embedded Fairhat, used like a browser without scripts: it opens pages and submits their forms.
// Every page is validated, regardless of the test.
import { expect } from "bun:test";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startEmbedded } from "@fairhat/embedded";
import { intercepted } from "@fairhat/runtime/testing/intercepted";
import { Kysely, PGliteDialect } from "kysely";
import { all, type Element, elementsIn, faultsOf, fieldsOf, formTo, parseHtml, textOf } from "../core/testing/html.ts";

const SERVICES = ["random-a", "random-b", "core"] as const; // in the order in which they get their database
const STATEMENTS = { insert: /\binsert into\b/, update: /\bupdate ("|core\.)/ };
type Kind = keyof typeof STATEMENTS;

export interface Page {
  status: number;
  headers: Headers;
  html: string;
  document: Element;
  /** All text of its main part. */
  text: string;
}

/** Fields to set before a form is sent; null removes one. */
export type Changes = Record<string, string | null>;

export interface Site {
  url: string;
  open(path: string): Promise<Page>;
  /** Submits the page's form for `action`; `button` presses a named one. */
  submit(page: Page, action: string, changes?: Changes, button?: string): Promise<Page>;
  /** Submits fields without a page. */
  post(path: string, fields: Iterable<[string, string]> | Changes): Promise<Page>;
  /** Makes a service fail at all statements of a kind; null ends that. */
  fail(service: (typeof SERVICES)[number], kind: Kind | null): void;
  stop(): Promise<void>;
}

export const PUBLIC_URL = "https://draws.example";

export async function startSite(settings: Record<string, string> = {}): Promise<Site> {
  const folder = mkdtempSync(join(tmpdir(), "fairhat-pages-"));
  const environment = { FAIRHAT_DATA: folder, PORT: "0", LOG_LEVEL: "silent", PUBLIC_URL, ...settings };
  const failing = new Map<string, Kind | null>();
  const names = SERVICES.values();
  const serving = await startEmbedded(environment, (pglite) => {
    const name = names.next().value ?? "";
    const faulty = intercepted(pglite, async (run, text) => {
      const kind = failing.get(name);
      if (kind && STATEMENTS[kind].test(text)) throw new Error(`${name} was made to fail`);
      return run();
    });
    return new Kysely<unknown>({ dialect: new PGliteDialect({ pglite: faulty }) });
  });
  const request = async (path: string, init: RequestInit = {}) => {
    const headers = { ...init.headers, accept: "text/html,application/xhtml+xml" };
    return pageOf(await fetch(`${serving.url}${path}`, { ...init, headers }));
  };
  const post: Site["post"] = (path, fields) => {
    const sent = new URLSearchParams(fields as Record<string, string>).toString();
    return request(path, {
      method: "POST",
      body: sent,
      headers: { "content-type": "application/x-www-form-urlencoded" },
    });
  };
  return {
    url: serving.url,
    open: (path) => request(path),
    post,
    submit: (page, action, changes, button) => post(action, filled(page, action, changes, button)),
    fail: (service, kind) => void failing.set(service, kind),
    async stop() {
      await serving.stop();
      rmSync(folder, { recursive: true });
    },
  };
}

/** A browser's data for a form, with some fields changed. */
export function filled(page: Page, action: string, changes: Changes = {}, button?: string): URLSearchParams {
  const fields = fieldsOf(formTo(page.document, action, button));
  for (const [name, value] of Object.entries(changes)) {
    if (value === null) fields.delete(name);
    else fields.set(name, value);
  }
  if (button) fields.set("action", button);
  return fields;
}

const HEADERS = {
  "content-type": "text/html; charset=utf-8",
  "cache-control": "no-store",
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
};

async function pageOf(response: Response): Promise<Page> {
  const html = await response.text();
  const document = parseHtml(html);
  const main = all(document, "main")[0];
  const page = { status: response.status, headers: response.headers, html, document, text: main ? textOf(main) : "" };
  // A field's value is not a link, even if it looks like one.
  expect([...faultsOf(document)].filter((fault) => !fault.startsWith("code in value of"))).toEqual([]);
  expect([...headingFaults(document)]).toEqual([]);
  for (const [name, value] of Object.entries(HEADERS))
    expect([name, response.headers.get(name)]).toEqual([name, value]);
  const policy = response.headers.get("content-security-policy");
  expect(policy).toStartWith("default-src 'none'; script-src 'self'; style-src 'self';");
  expect(policy).not.toContain("unsafe");
  if (response.headers.get("x-robots-tag")) expect(isIndexed(page)).toBe(false);
  return page;
}

function* headingFaults(document: Element): Generator<string> {
  let before = 0;
  for (const { name } of elementsIn(document)) {
    const level = Number(/^h([1-6])$/.exec(name)?.[1] ?? before);
    if (level > before + 1) yield `<${name}> after <h${before}>`;
    before = level;
  }
}

/** Whether search engines may index a page. */
export function isIndexed({ document }: Page): boolean {
  return !all(document, "meta").some(({ attributes }) => attributes.get("content") === "noindex");
}

/** The texts of all elements with a tag name. */
export function texts(page: Page, name: string): string[] {
  return all(page.document, name).map(textOf);
}

/** The value of the first field with a name. */
export function fieldIn(page: Page, name: string): string | null {
  for (const form of all(page.document, "form")) {
    const value = fieldsOf(form).get(name);
    if (value !== null) return value.replaceAll("\r\n", "\n");
  }
  return null;
}

/** The errors that a page lists. */
export function problemsOn(page: Page): string[] {
  const box = all(page.document, "div").find(({ attributes }) => attributes.get("role") === "alert");
  return box ? all(box, "li").map(textOf) : [];
}

/** The id of a page's draw. */
export function drawIdOn(page: Page): string {
  return /\/draws\/([0-9a-f]{32})/.exec(page.html)?.[1] ?? "";
}

/** The manage key that a page shows. */
export function keyOn({ html }: Page): string {
  return /\/manage#([\w-]{43})"/.exec(html)?.[1] ?? "";
}

/** The file that a page offers for download. */
export function fileOn({ document }: Page): string {
  const hrefs = all(document, "a").map(({ attributes }) => attributes.get("href") ?? "");
  const data = hrefs.find((href) => href.startsWith("data:text/plain;charset=utf-8,")) ?? "";
  return decodeURIComponent(data.slice(data.indexOf(",") + 1));
}

/** Makes a draw through the form, from the empty one to the page with its key. */
export async function makeByForm(site: Site, changes: Changes): Promise<{ page: Page; id: string; key: string }> {
  const summary = await site.submit(await site.open("/"), "/draws/confirm", { title: "Draw", ...changes });
  expect(problemsOn(summary)).toEqual([]);
  const page = await site.submit(summary, "/draws");
  return { page, id: drawIdOn(page), key: keyOn(page) };
}
