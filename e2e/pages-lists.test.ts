// Long lists through the pages: a draw among three hundred names, its list page by page, and recent draws.
import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { all, textOf } from "../core/testing/html.ts";
import { call, checkedRecord } from "./client.ts";
import { NAMES } from "./names.ts";
import { drawIdOn, isIndexed, type Page, type Site, startSite, texts } from "./site.ts";

const root = dirname(import.meta.dir);

let site: Site;
beforeAll(async () => {
  site = await startSite();
});
afterAll(() => site.stop());

/** The target of a page's link to the next or previous one. */
function linkOn({ document }: Page, rel: "next" | "prev"): string | null {
  return (
    all(document, "a")
      .find(({ attributes }) => attributes.get("rel") === rel)
      ?.attributes.get("href") ?? null
  );
}

/** A page and all pages reached by `next` links. */
async function follow(path: string): Promise<Page[]> {
  const pages: Page[] = [];
  for (let at: string | null = path; at; ) {
    const page = await site.open(at);
    pages.push(page);
    at = linkOn(page, "next");
    if (pages.length > 10) throw new Error("the pages never end");
  }
  return pages;
}

/** The links to draws on a page of recent ones. */
function drawsOn(page: Page): string[] {
  const list = all(page.document, "ul").find(({ attributes }) => attributes.get("class") === "draws");
  return list ? all(list, "a").map(({ attributes }) => attributes.get("href") ?? "") : [];
}

describe("a draw among three hundred names", () => {
  const expected = NAMES.map((name) => name.normalize("NFC"));
  const twice = expected.filter((name, at) => expected.indexOf(name) !== at);
  let id: string;

  test("is summed up: duplicates, also by Unicode form NFC", async () => {
    expect(NAMES).toHaveLength(300);
    expect(twice.length).toBeGreaterThan(10);
    const typed = {
      title: "Three hundred",
      entries: NAMES.join("\r\n"),
      "winners/1.winners": "10",
      "winners/1.alternates": "5",
    };
    const summary = await site.submit(await site.open("/"), "/draws/confirm", typed);
    expect(summary.text).toContain(
      "10 winners and 5 alternates are drawn from 300 entries; every entry has the same chance.",
    );
    expect(summary.text).toContain("The list: 300 entries");
    for (const name of new Set(twice)) {
      expect(texts(summary, "li")).toContain(`${name}, ${expected.filter((one) => one === name).length} times`);
    }
    id = drawIdOn(await site.submit(summary, "/draws"));
  });

  test("has every name in its place, a hundred per page, forwards and backwards", async () => {
    const pages = await follow(`/draws/${id}`);
    const lists = pages.map((page) => all(page.document, "ol").find(({ attributes }) => attributes.get("start")));
    expect(lists.map((list) => list?.attributes.get("start"))).toEqual(["1", "101", "201"]);
    const names = lists.flatMap((list) => (list ? all(list, "bdi") : [])).filter(({ parent }) => parent?.name === "li");
    const shown = names.map((bdi) => bdi.children.join(""));
    expect(shown).toEqual(expected);
    expect(pages.map((page) => linkOn(page, "prev"))).toEqual([
      null,
      `/draws/${id}?from=0#list`,
      `/draws/${id}?from=100#list`,
    ]);
    expect(linkOn(pages[2] as Page, "next")).toBeNull();
  });

  test("shows where its list ends", async () => {
    const page = await site.open(`/draws/${id}?from=9999999`);
    expect(page.text).toContain("The list ends before this place.");
    expect(linkOn(page, "prev")).toBe(`/draws/${id}?from=200#list`);
    expect(linkOn(await site.open(`/draws/${id}?from=50`), "prev")).toBe(`/draws/${id}?from=0#list`);
  });

  test("passes both verifiers, with the published keys of the services", async () => {
    const { bytes, report } = await checkedRecord(site.url, id);
    expect(report.verdict).toBe("holds");
    expect(JSON.parse(new TextDecoder().decode(bytes)).entries).toEqual(expected.map((label) => ({ label })));
    const python = Bun.which("python3");
    if (!python) return; // machines without it have the other verifier
    const file = join(tmpdir(), `fairhat-${id}.json`);
    await Bun.write(file, bytes);
    const services = await (await fetch(`${site.url}/api/services`)).json();
    const keys = ["a", "b"].flatMap((side) => ["--key", `${side}=${services[side].service}`]);
    const verify = Bun.spawn([python, join(root, "verify/fairhat_verify.py"), file, ...keys, "--json"], {
      stdout: "pipe",
    });
    const said = JSON.parse(await new Response(verify.stdout).text());
    rmSync(file);
    expect(said).toMatchObject({ verdict: "holds", check: null, signers: "pinned", announced: false });
    expect(await verify.exited).toBe(0);
  });
});

describe("recent draws", () => {
  test("begin with a sample draw, which verifies", async () => {
    const page = await site.open("/draws");
    expect(drawsOn(page)).toHaveLength(1); // the one above is not listed
    expect(page.text).toContain("A sample draw: three books for twelve readers drawn Fairhat");
    const id = drawsOn(page)[0]?.replace("/draws/", "") ?? "";
    const sample = await site.open(`/draws/${id}`);
    expect([isIndexed(sample), sample.headers.get("x-robots-tag")]).toEqual([true, null]);
    expect(sample.text).toContain("3 winners");
    expect((await checkedRecord(site.url, id)).report.verdict).toBe("holds");
  });

  test("are newest first, each exactly once, while new ones are made", async () => {
    const make = async (n: number) => {
      const body = { title: `Draw ${n}`, rule: "order/1", entries: ["Ada"], draw: "later", listed: true };
      const reply = await call(site.url, "POST", "/api/draws", { body });
      return `/draws/${reply?.body.id}`;
    };
    const made = await Promise.all(Array.from({ length: 204 }, (_, n) => make(n)));
    const first = await site.open("/draws");
    await Promise.all([1, 2, 3].map(make));
    const pages = [first, ...(await follow(linkOn(first, "next") ?? ""))];
    expect(pages.map((page) => drawsOn(page).length)).toEqual([100, 100, 5]);
    const shown = pages.flatMap(drawsOn);
    expect(new Set(shown).size).toBe(205);
    expect(made.filter((link) => !shown.includes(link))).toEqual([]);
    const times = pages.flatMap(({ document }) =>
      all(document, "time").map(({ attributes }) => attributes.get("datetime")),
    );
    expect(times).toEqual(times.toSorted().reverse());
  });
});

test("the API's page has every operation of the OpenAPI document", async () => {
  const page = await site.open("/api");
  const { paths } = (await (await fetch(`${site.url}/api/openapi.json`)).json()) as { paths: Record<string, object> };
  const described = Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
  );
  expect(described.length).toBeGreaterThan(8);
  expect(described).toContain("POST /api/draws/{id}/lock");
  // Readiness is for operators and not part of the API.
  expect(all(page.document, "h2").map(textOf)).toEqual(described.filter((operation) => operation !== "GET /ready"));
  for (const { summary } of Object.values(paths).flatMap((methods) => Object.values(methods))) {
    if (summary) expect(page.text).toContain(summary);
  }
  expect(page.html).toContain('href="/api/openapi.json"');
});

test("the page of rules has every rule with its text and examples", async () => {
  const page = await site.open("/rules");
  const { rules } = await (await fetch(`${site.url}/api/rules`)).json();
  expect(rules.length).toBeGreaterThan(5);
  for (const { name, title, text, examples } of rules) {
    const section = all(page.document, "section").find(({ attributes }) => attributes.get("id") === name);
    expect(section && textOf(section)).toStartWith(`${title} ${name} ${text}`);
    expect(section && all(section, "details")).toHaveLength(examples.length);
  }
});

test.each([
  ["style.css", "text/css; charset=utf-8"],
  ["manage.js", "text/javascript; charset=utf-8"],
  ["mark.svg", "image/svg+xml"],
])("the organiser's page may use %s", async (name, type) => {
  const { html } = await site.open(`/draws/${"0".repeat(32)}/manage`);
  const [path] = new RegExp(`/assets/${name.replace(".", "-[0-9a-f]{12}.")}`).exec(html) ?? [];
  const answer = await fetch(`${site.url}${path}`);
  expect([answer.status, answer.headers.get("content-type"), answer.headers.get("x-content-type-options")]).toEqual([
    200,
    type,
    "nosniff",
  ]);
  expect((await answer.text()).length).toBeGreaterThan(50);
});
