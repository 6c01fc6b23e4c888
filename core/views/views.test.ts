import { describe, expect, test } from "bun:test";
import { buildAssets } from "@fairhat/browser/assets";
import { faultsOf, parseHtml, textOf } from "../testing/html.ts";
import { apiPage, drawsPage, errorPage, rulesPage } from "./views.ts";

const said = (text: string) => ({ text, language: "en" as const });
const here = {
  language: "en" as const,
  assets: await buildAssets(),
  publicUrl: "https://draws.example",
  site: { operator: "", contact: "", imprint: "", source: "", retention: 0 },
  needsToken: false,
  path: "/",
};

describe("a template", () => {
  test("escapes values, HTML's five characters as entities", () => {
    const title = `<i>"a" & 'b'</i>`;
    const html = errorPage(here, { title: said(title), detail: said("d") });
    expect(html).toContain('<h1 lang="en">&lt;i&gt;&quot;a&quot; &amp; &#39;b&#39;&lt;/i&gt;</h1>');
    expect(textOf(parseHtml(html))).toContain(title);
  });

  test("with a missing value is a bug, not an empty space", () => {
    for (const missing of [undefined, null]) {
      expect(() => errorPage(here, { title: said("t"), detail: said(missing as unknown as string) })).toThrow(
        "a template was given no value",
      );
    }
  });

  test("is well-formed with no content", () => {
    for (const html of [
      drawsPage(here, { draws: [], next: null }),
      rulesPage(here, { rules: [], presets: {} }),
      apiPage(here, { operations: [] }),
    ]) {
      expect([...faultsOf(parseHtml(html))]).toEqual([]);
    }
  });

  test("formats a time for people and for programs", () => {
    const line = { id: "0", url: "", title: "T", organiser: "", state: "open" as const, rule: "order/1", count: 1 };
    const html = drawsPage(here, { draws: [{ ...line, createdAt: "2026-11-22T17:03:09.999Z" }], next: null });
    expect(html).toContain('<time datetime="2026-11-22T17:03:09.999Z">22 November 2026 at 17:03:09 UTC</time>');
    expect(html).toContain("1 entry");
  });
});
