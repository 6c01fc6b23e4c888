// Every link inside the repository leads to a file that is there, and to a heading that is in it.
import { expect, test } from "bun:test";
import { existsSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { anchorsOf, documents, linksOf, root, textOf } from "./documents.ts";

const ELSEWHERE = /^[a-z]+:/; // https:, mailto:

async function deadLinks(document: string, text: string): Promise<string[]> {
  const dead: string[] = [];
  for (const link of linksOf(text).filter((to) => !ELSEWHERE.test(to))) {
    const [path = "", anchor] = link.split("#");
    const target = path === "" ? document : normalize(join(dirname(document), decodeURIComponent(path)));
    if (target !== document && !existsSync(join(root, target))) dead.push(`${link}: no such file`);
    else if (anchor !== undefined && !anchorsOf(target === document ? text : await textOf(target)).has(anchor))
      dead.push(`${link}: no such heading`);
  }
  return dead;
}

test.each(documents)("the links of %s", async (document) => {
  expect(await deadLinks(document, await textOf(document))).toEqual([]);
});

test("a dead link is found", async () => {
  const text =
    "# A heading: `code`, twice\n## Again\n## Again\n[a](#a-heading-code-twice) [b](#again-1) [c](README.md)";
  expect(await deadLinks("docs/x.md", text)).toEqual([]);
  const planted = "[a](nothing.md) [b](#no-heading) ![c](../README.md#nor-this) [d](https://example.org/x) `[e](f.md)`";
  expect(await deadLinks("docs/x.md", planted)).toEqual([
    "nothing.md: no such file",
    "#no-heading: no such heading",
    "../README.md#nor-this: no such heading",
  ]);
});

test.each([
  { map: "docs/README.md", of: /^(docs\/(tours\/)?[\w-]+|[A-Z]+)\.md$/ },
  { map: "docs/decisions/README.md", of: /^docs\/decisions\/\d+-.*\.md$/ },
])("$map leaves none out", async ({ map, of }) => {
  const linked = linksOf(await textOf(map)).map((to) => normalize(join(dirname(map), to.replace(/#.*/, ""))));
  expect(documents.filter((path) => of.test(path) && path !== map && !linked.includes(path))).toEqual([]);
});
