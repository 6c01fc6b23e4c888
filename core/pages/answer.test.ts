import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import type { Context } from "../draws/context.ts";
import { type Fairhat, type Reply, type Site, silent, siteOf, startFairhat, withRules } from "../testing/fairhat.ts";
import { all, type Element, fieldsOf, formTo, textOf } from "../testing/html.ts";
import { BOOKS, filled, headingOf, isIndexed, pageOf, type Visitor, valueAt, visitorOf } from "../testing/pages.ts";

let fairhat: Fairhat;
let context: Context;
let site: Site;
let visitor: Visitor;

beforeAll(async () => {
  fairhat = await startFairhat();
  context = fairhat.context;
  site = siteOf(context);
  visitor = visitorOf(site);
});
afterAll(() => fairhat.stop());

describe("an error", () => {
  test.each<[string, number, string]>([
    ["/nowhere", 404, "Page not found"],
    ["/draws/nothing", 404, "Page not found"],
    [`/draws/${"0".repeat(32)}`, 404, "Page not found"],
    ["/draws?after=x", 422, "Invalid input"],
  ])("is a page for people: %s", async (path, status, title) => {
    const page = pageOf(await site.get(path), status);
    expect(headingOf(page)).toBe(title);
    expect(isIndexed(page)).toBe(false);
  });

  test("is problem+json for programs, and below /api for everyone", async () => {
    const program = await site.request("GET", "/draws/nothing", { headers: { accept: "*/*" } });
    const person = await site.request("GET", "/api/draws/nothing", { headers: { accept: "text/html" } });
    const nobody = await site.request("GET", "/nowhere");
    for (const { status, headers } of [program, person, nobody]) {
      expect([status, headers.get("content-type")]).toEqual([404, "application/problem+json"]);
    }
  });

  test("names a body that is not a form, and invalid UTF-8", async () => {
    const headers = { accept: "text/html", "content-type": "application/json" };
    pageOf(await site.request("POST", "/draws/confirm", { headers, body: "{}" }), 415);
    const form = { accept: "text/html", "content-type": "application/x-www-form-urlencoded" };
    pageOf(await site.request("POST", "/draws/confirm", { headers: form, body: "title=%ff" }), 400);
    pageOf(await site.request("POST", "/draws/confirm", { headers: form }), 400);
  });

  test("shows an unavailable service if there is nothing to keep", async () => {
    const down = siteOf(withRules(context, { published: silent }));
    for (const path of ["/", "/rules"])
      expect(headingOf(pageOf(await down.get(path), 503))).toBe("Temporarily unavailable");
  });

  test("reveals nothing internal", async () => {
    const broken = siteOf(withRules(context, { published: () => Promise.reject(new Error("a bug with Ada")) }));
    for (const reply of [await broken.get("/"), await broken.submit("/draws/confirm", BOOKS)]) {
      expect(textOf(pageOf(reply, 500))).not.toContain("a bug");
    }
  });
});

describe("what people typed is text on every page", () => {
  const NASTY =
    "</textarea><script>alert(1)</script><b onclick=\"x\">{% throw 1 %}{%= 7919*7907 %}`\u0024{7919*7907}`'q' &amp \u202eabc";
  const nasty = { title: NASTY, organiser: `O${NASTY}`, entries: `A${NASTY}\nB${NASTY}\nA${NASTY}` };

  /** The page, with each text shown literally and none as markup. */
  function shows(reply: Reply, status: number, ...texts: string[]): Element {
    const page = pageOf(reply, status);
    const text =
      textOf(page) +
      all(page, "input")
        .map(({ attributes }) => attributes.get("value"))
        .join(" ");
    for (const one of texts) expect(text).toContain(one);
    expect(text).not.toContain("62615533");
    expect(all(page, "b")).toEqual([]);
    const ours = [...context.assets.files.keys()].map((name) => `/assets/${name}`);
    for (const { attributes } of all(page, "script")) expect(ours).toContain(attributes.get("src") ?? "");
    return page;
  }

  test("while a draw is made", async () => {
    const prizes = { rule: "prizes/1", "prizes/1.prizes": `P${NASTY}, 2` };
    const wrong = filled(formTo(await visitor.home(), "/draws/confirm"), {
      ...nasty,
      ...prizes,
      "prizes/1.alternates": NASTY,
    });
    shows(await site.submit("/draws/confirm", wrong), 422, NASTY, `O${NASTY}`, `A${NASTY}`, `P${NASTY}`);
    const right = filled(formTo(await visitor.home(), "/draws/confirm"), { ...nasty, ...prizes, listed: "on" });
    const summary = shows(
      await site.submit("/draws/confirm", right),
      200,
      NASTY,
      `O${NASTY}`,
      `A${NASTY}`,
      `P${NASTY}`,
    );
    const down = siteOf(withRules(context, { published: silent }));
    shows(await down.submit("/draws", right), 503, NASTY, `O${NASTY}`, `A${NASTY}`, `P${NASTY}`);
    const handed = await site.submit("/draws", fieldsOf(formTo(summary, "/draws")));
    const link = valueAt(shows(handed, 201, NASTY), "public-link").replace("https://draws.example", "");
    shows(await site.get(link), 200, NASTY, `O${NASTY}`, `A${NASTY}`, `B${NASTY}`, `P${NASTY}`);
    shows(await site.get("/draws"), 200, NASTY, `O${NASTY}`);
    expect((await site.verify(link.slice("/draws/".length))).verdict).toBe("holds");
  });

  test("while it is managed", async () => {
    const { id, key } = await visitor.later(nasty);
    const path = `/draws/${id}/manage`;
    shows(await site.submit(path, { key }), 200, NASTY, `A${NASTY}`);
    shows(await site.submit(path, { key, action: NASTY }), 422, NASTY);
    shows(await site.submit(path, { key, action: "lock", drawAfter: NASTY }), 422, NASTY);
    shows(await site.submit(path, { key, action: "lock" }), 200, NASTY);
    shows(await site.submit(path, { key, action: "void", reason: `${NASTY}${"x".repeat(200)}` }), 422, NASTY);
    shows(await site.submit(path, { key, action: "void", reason: `R${NASTY}` }), 200, NASTY);
    shows(await site.get(`/draws/${id}`), 200, NASTY, `R${NASTY}`);
    shows(await site.submit(path, { key: NASTY }), 403);
    shows(await site.submit(`/draws/${encodeURIComponent(NASTY.replaceAll("/", ""))}/manage`, { key: NASTY }), 400);
  });

  test("and is isolated from its surroundings, regardless of its direction", async () => {
    const { id } = await visitor.made(nasty);
    const page = pageOf(await site.get(`/draws/${id}`));
    for (const element of ["li", "p", "h1"].flatMap((name) => all(page, name))) {
      const own = element.children.filter((child) => typeof child === "string").join("");
      expect(own).not.toContain("\u202e");
    }
  });
});

test("the manage key is on the organiser's pages and nowhere else, and never in the log", async () => {
  const { id, key, text } = await visitor.made({ listed: "on", entries: "Marigold\nGrace" });
  expect(text).toContain(key);
  const paths = [
    "/",
    "/draws",
    `/draws/${id}`,
    `/draws/${id}/manage`,
    `/api/draws/${id}`,
    "/api/draws",
    `/api/draws/${id}/record`,
    `/api/draws/${id}/entries`,
  ];
  for (const path of paths) expect((await site.get(path)).text).not.toContain(key);
  expect((await site.submit(`/draws/${id}/manage`, { key: `${key}x` })).text).not.toContain(key);
  await site.submit(`/draws/${id}/manage`, { key, action: "draw" });
  await Bun.sleep(5);
  const log = fairhat.lines.join("\n");
  expect(log).toContain("/draws/:id/manage");
  for (const secret of [key, context.secret, "Marigold"]) expect(log).not.toContain(secret);
});

describe("a form", () => {
  const send = (path: string, from: Record<string, string>) => {
    const headers = { "content-type": "application/x-www-form-urlencoded", accept: "text/html", ...from };
    return site.request("POST", path, {
      headers,
      body: new URLSearchParams({ key: "chosen-by-a-stranger" }).toString(),
    });
  };

  // A form's author knows its key and could request the manage key of the draw made with it: decision 7.
  test.each(["/draws/edit", "/draws/confirm", "/draws", `/draws/${"0".repeat(32)}/manage`])(
    "that another website sends to %s is refused",
    async (path) => {
      for (const from of ["cross-site", "same-site"]) {
        const page = pageOf(await send(path, { "sec-fetch-site": from }), 403);
        expect(textOf(page)).toContain("This form came from another website");
        expect(textOf(page)).not.toContain("chosen-by-a-stranger");
      }
    },
  );

  test("of ours is accepted, with or without the browser's headers", async () => {
    for (const from of [{}, { "sec-fetch-site": "same-origin" }, { "sec-fetch-site": "none" }] as Record<
      string,
      string
    >[])
      pageOf(await send("/draws/edit", from));
  });
});
