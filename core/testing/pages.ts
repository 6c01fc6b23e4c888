// Page fixtures: a visitor without scripts, and checks for every page.
import { expect } from "bun:test";
import type { Reply, Site } from "./fairhat.ts";
import { all, type Element, faultsOf, fieldsOf, formTo, parseHtml, textOf } from "./html.ts";

const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; worker-src 'self'; form-action 'self'; " +
  "frame-ancestors 'none'; base-uri 'none'";

/** The page of an answer, after the checks that apply to all pages. */
export function pageOf(reply: Reply, status = 200, language = "en"): Element {
  expect(reply.status).toBe(status);
  expect(reply.headers.get("content-type")).toBe("text/html; charset=utf-8");
  expect(reply.headers.get("content-security-policy")).toBe(POLICY);
  expect(reply.headers.get("x-content-type-options")).toBe("nosniff");
  expect(reply.headers.get("referrer-policy")).toBe("no-referrer");
  expect(reply.headers.get("cache-control")).toBe("no-store");
  expect(reply.headers.get("vary")).toMatch(/^accept-language, cookie(, accept-encoding)?$/); // core/compressed.ts
  const page = parseHtml(reply.text);
  expect([...faultsOf(page)]).toEqual([]);
  expect(all(page, "html")[0]?.attributes.get("lang")).toBe(language);
  return page;
}

export function headingOf(page: Element): string {
  return all(page, "h1").map(textOf).join();
}

/** The errors that the page lists. */
export function problemsOf(page: Element): string[] {
  const alerts = all(page, "div").filter(({ attributes }) => attributes.get("role") === "alert");
  return alerts.map(textOf);
}

export function isIndexed(page: Element): boolean {
  return !all(page, "meta").some(({ attributes }) => attributes.get("name") === "robots");
}

/** The value of the field with this id. */
export function valueAt(page: Element, id: string): string {
  const field = all(page, "input").find(({ attributes }) => attributes.get("id") === id);
  return field?.attributes.get("value") ?? "";
}

export type Typed = Record<string, string>;

/** A page's form with some values typed in. */
export function filled(form: Element, typed: Typed): URLSearchParams {
  const fields = fieldsOf(form);
  for (const [name, value] of Object.entries(typed)) fields.set(name, value);
  return fields;
}

/** Typed input for a valid draw. */
export const BOOKS = {
  title: "Three books",
  organiser: "The circle",
  entries: "Ada\nGrace\n\nAda\nEmmy\n",
  "winners/1.winners": "2",
};

/** A draw whose organiser has the key. */
interface Made {
  id: string;
  key: string;
  /** The page that shows the key. */
  page: Element;
  text: string;
}

export interface Visitor {
  home(): Promise<Element>;
  /** The summary of input on the home page. */
  confirmed(typed: Typed): Promise<Element>;
  /** A draw made from the summary. */
  made(typed?: Typed): Promise<Made>;
  /** A draw that is kept open. */
  later(typed?: Typed): Promise<Made>;
  /** The organiser's page after one of its buttons. */
  pressed(draw: Pick<Made, "id" | "key">, button: string, typed?: Typed, status?: number): Promise<Element>;
}

export function visitorOf(site: Site): Visitor {
  const home = async () => pageOf(await site.get("/"));
  const confirmed: Visitor["confirmed"] = async (typed) => {
    return pageOf(await site.submit("/draws/confirm", filled(formTo(await home(), "/draws/confirm"), typed)));
  };
  const made: Visitor["made"] = async (typed = {}) => {
    const summary = await confirmed({ ...BOOKS, ...typed });
    const reply = await site.submit("/draws", fieldsOf(formTo(summary, "/draws")));
    const page = pageOf(reply, 201);
    const [, id = "", key = ""] =
      /\/draws\/([0-9a-f]{32})\/manage#([\w-]{43})$/.exec(valueAt(page, "manage-link")) ?? [];
    return { id, key, page, text: reply.text };
  };
  return {
    home,
    confirmed,
    made,
    later: (typed = {}) => made({ draw: "later", ...typed }),
    async pressed({ id, key }, button, typed = {}, status = 200) {
      const path = `/draws/${id}/manage`;
      const page = pageOf(await site.submit(path, { key, action: "show" }));
      const fields = filled(formTo(page, path, button), { ...typed, action: button });
      return pageOf(await site.submit(path, fields), status);
    },
  };
}
