// Injection through every field and on every page. The site fixture checks that each page it opens is well-formed and
// has no injected code.
import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { all, type Element, elementsIn } from "../core/testing/html.ts";
import { checkedRecord } from "./client.ts";
import {
  drawIdOn,
  fieldIn,
  fileOn,
  filled,
  keyOn,
  makeByForm,
  type Page,
  problemsOn,
  type Site,
  startSite,
  texts,
} from "./site.ts";

const HOSTILE = [
  "<script>alert(1)</script>",
  '"><img src="x" onerror="alert(1)">',
  "' onmouseover='alert(1)' x='",
  "</textarea></title></script><b>out</b>",
  "{%= 1+1 %} {%~ it.key %} {% throw 1 %}",
  "<%= 1+1 %> {{ 7*7 }} #{7*7}",
  // biome-ignore lint/suspicious/noTemplateCurlyInString: a template is what it tries to be
  "${7*7} `${it.key}` $& $' $1",
  "javascript:alert(1)",
  "data:text/html,<b>x</b>",
  "&lt;b&gt; &amp;amp; &#60;b&#62; &nbsp;",
  "x--><!-- ]]> <![CDATA[ <!doctype html>",
  "abc \u202e cba \u2067 xyz",
  "\u200f\u061cمرحبا <b>שלום</b>",
  "\\u003cb\\u003e \\ %3Cb%3E ../../ //x.example",
];
const OPERATOR = `<b>"Operator"</b> {%= 1+1 %}`;

let site: Site;
beforeAll(async () => {
  site = await startSite({ OPERATOR });
});
afterAll(() => site.stop());

/** Where a text occurs in a page's main part: the nearest element that isolates it, or its parent. */
function placesOf({ document }: Page, text: string): string[] {
  const main = all(document, "main")[0] as Element;
  const holders = [...elementsIn(main)].filter(({ children }) =>
    children.some((child) => typeof child === "string" && child.includes(text)),
  );
  return holders.map((holder) => {
    for (let one: Element | null = holder; one; one = one.parent)
      if (["bdi", "textarea"].includes(one.name)) return one.name;
    return holder.name;
  });
}

/** The text is on the page as text, each time within a <bdi> (or a field). */
function expectIsolated(page: Page, text: string, least: number): void {
  const places = placesOf(page, text);
  expect(places.filter((name) => !["bdi", "textarea"].includes(name))).toEqual([]);
  expect(places.filter((name) => name === "bdi").length).toBeGreaterThanOrEqual(least);
}

describe.each(HOSTILE)("%s", (text) => {
  test("is text in the form, its summary, and on the pages of its draw", async () => {
    const typed = { title: text, organiser: text, rule: "prizes/1", entries: `${text}\nAda\n${text}` };
    const changes = { ...typed, "prizes/1.prizes": `${text}, 2`, listed: "on" };
    const summary = await site.submit(await site.open("/"), "/draws/confirm", changes);
    expect(problemsOn(summary)).toEqual([]);
    expectIsolated(summary, text, 5); // title, organiser, prize, duplicate name, both names of the list
    const form = await site.post("/draws/edit", filled(summary, "/draws"));
    for (const [name, value] of Object.entries(changes)) expect(fieldIn(form, name)).toBe(value);

    const made = await site.submit(summary, "/draws");
    expectIsolated(made, text, 1);
    expect(fileOn(made)).toStartWith(`Fairhat draw: ${text}\nPublic link: `);
    const id = drawIdOn(made);
    const page = await site.open(`/draws/${id}`);
    expectIsolated(page, text, 6); // title, organiser, prize twice, at least one winner, the list
    expect(texts(page, "title")).toEqual([`${text.replace(/\s+/g, " ").trim()} · Fairhat`]);
    expectIsolated(await site.open("/draws"), text, 2);
    const action = `/draws/${id}/manage`;
    expectIsolated(await site.submit(await site.open(action), action, { key: keyOn(made) }, "show"), text, 1);
    expect((await checkedRecord(site.url, id)).report.verdict).toBe("holds");
  });

  test("is text where it is refused", async () => {
    const wrong = { title: text, rule: "winners/1", entries: "Ada", draw: text, "winners/1.winners": text };
    const home = await site.submit(await site.open("/"), "/draws/confirm", wrong);
    expect([home.status, problemsOn(home).length, fieldIn(home, "winners/1.winners")]).toEqual([422, 2, text]);
    await site.post("/draws/confirm", { ...wrong, rule: text, [`x/${text}`]: text });
    await site.post("/draws", { ...wrong, key: text, [`x/${text}`]: text });
    for (const query of [`/draws?after=${encodeURIComponent(text)}`, `/draws/${encodeURIComponent(text)}`]) {
      expect((await site.open(query)).status).toBeGreaterThanOrEqual(400);
    }
    const action = `/draws/${encodeURIComponent(text)}/manage`;
    const refused = await site.post(action, { key: text });
    // An address that is not in normal form is refused before any look-up.
    expect([400, 403]).toContain(refused.status);
    if (refused.status === 403) expect(problemsOn(refused)).toEqual(["This key does not open this draw."]);
    expect(refused.html).not.toContain(`value="${text}`);
  });

  test("is text as a reason, and as an organiser's wish", async () => {
    const { id, key } = await makeByForm(site, { entries: "Ada", draw: "later" });
    const action = `/draws/${id}/manage`;
    const page = await site.submit(await site.open(action), action, { key }, "show");
    const refused = await site.submit(page, action, { drawAfter: text }, "lock");
    expect([refused.status, fieldIn(refused, "drawAfter")]).toEqual([422, text]);
    expectIsolated(await site.post(action, { key, action: text }), text, 1);
    const locked = await site.submit(page, action, {}, "lock");
    await site.submit(locked, action, { reason: text }, "void");
    expectIsolated(await site.open(`/draws/${id}`), text, 1);
  });
});

test("operators are text, too", async () => {
  const { id } = await makeByForm(site, { entries: "Ada" });
  const page = await site.open(`/draws/${id}`);
  expectIsolated(page, OPERATOR.trim(), 2);
  const services = await (await fetch(`${site.url}/api/services`)).json();
  expect(services).toMatchObject({ a: { operator: OPERATOR }, parties: 1 });
});

test("a list position that is not a number is refused with a page", async () => {
  const { id } = await makeByForm(site, { entries: "Ada" });
  for (const text of HOSTILE) {
    const page = await site.open(`/draws/${id}?from=${encodeURIComponent(text)}`);
    expect([page.status, texts(page, "h1")]).toEqual([422, ["Invalid input"]]);
  }
});
