import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import type { AssetName } from "@fairhat/browser/assets";
import type { Context } from "../draws/context.ts";
import { insertDraw } from "../draws/repository.ts";
import { type Fairhat, type Site, silent, siteOf, startFairhat, withRules } from "../testing/fairhat.ts";
import { all, type Element, textOf } from "../testing/html.ts";
import { isIndexed, pageOf, type Visitor, visitorOf } from "../testing/pages.ts";
import { openRow } from "../testing/rows.ts";

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

describe("the public page of a draw", () => {
  test("shows what was sealed, locked and drawn, by whom, and how to check it", async () => {
    const { id } = await visitor.made({});
    const draw = (await site.get(`/api/draws/${id}`)).json;
    const text = textOf(pageOf(await site.get(`/draws/${id}`)));
    for (const side of [draw.seals.a, draw.seals.b]) {
      for (const shown of [side.commitment, side.secret, side.operator, side.generator, side.service])
        expect(text).toContain(shown);
    }
    expect(text).toContain(draw.manifest);
    for (const { label, position } of draw.result.winners) expect(text).toContain(`${label} entry ${position + 1}`);
    expect(text).toContain("Two parties, by their own statement, each held a secret");
    expect(text).toContain("It was made at once");
    expect(text).toContain("It was made on the embedded database");
    expect(text).toContain(`npm run verify -- fairhat-${id}.json`);
    expect(text).toContain("Drawn by The circle");
  });

  test("of a raffle shows a winner's share of tickets, and of numbers a sorted list, too", async () => {
    const tickets = { rule: "raffle/1", "raffle/1.winners": "2", entries: "Ada, 3\nBo" };
    const raffle = await visitor.made(tickets);
    const text = textOf(pageOf(await site.get(`/draws/${raffle.id}`)));
    expect(text).toContain("Ada entry 1 3 of 4 tickets");
    expect(text).toContain("Bo entry 2 1 of 4 tickets");
    const all = { "numbers/1.from": "1", "numbers/1.to": "3", "numbers/1.count": "3" };
    const numbers = await visitor.made({ rule: "numbers/1", entries: "", ...all });
    expect(textOf(pageOf(await site.get(`/draws/${numbers.id}`)))).toContain("Sorted: 1, 2, 3");
  });

  test("shows winners before alternates", async () => {
    const { id } = await visitor.made({ "winners/1.alternates": "1" });
    const headings = all(pageOf(await site.get(`/draws/${id}`)), "h3").map(textOf);
    expect(headings.indexOf("Winners")).toBeLessThan(headings.indexOf("Alternates, in this order"));
  });

  test("of a waiting draw says for what", async () => {
    const draw = await visitor.later({ organiser: "" });
    const open = textOf(pageOf(await site.get(`/draws/${draw.id}`)));
    expect(open).toContain("Not yet. Until then the organiser can change the list.");
    expect(open).not.toContain("Drawn by");
    expect(open).not.toContain("Check it yourself");
    await visitor.pressed(draw, "lock");
    const locked = textOf(pageOf(await site.get(`/draws/${draw.id}`)));
    expect(locked).toContain("Both services confirmed it.");
    expect(locked).toContain("List and rule are locked and can be seen before the draw.");
  });

  test("of one party, without a list, on a database that flushes", async () => {
    const durable = siteOf({ ...context, durable: true });
    const { id } = await durable.make({
      rule: "numbers/1",
      params: { from: 1, to: 6, count: 2, repeat: true },
      entries: [],
    });
    const text = textOf(pageOf(await site.get(`/draws/${id}`)));
    expect(text).not.toContain("embedded database");
    expect(text).not.toContain("The list:");
    expect(text).toContain("The numbers");
  });

  test("has its list in pages", async () => {
    const { id } = await visitor.made({ entries: Array.from({ length: 250 }, (_, at) => `P${at}`).join("\n") });
    const at = async (query: string) => {
      const page = pageOf(await site.get(`/draws/${id}${query}`));
      const list = all(page, "ol").find(({ attributes }) => attributes.get("class") === "entries");
      const links = all(page, "a").flatMap(({ attributes }) =>
        attributes.get("rel") ? `${attributes.get("rel")} ${attributes.get("href")}` : [],
      );
      return { start: list?.attributes.get("start"), count: list ? all(list, "li").length : 0, links };
    };
    const link = (rel: string, from: number) => `${rel} /draws/${id}?from=${from}#list`;
    expect(await at("")).toEqual({ start: "1", count: 100, links: [link("next", 100)] });
    expect(await at("?from=100")).toEqual({ start: "101", count: 100, links: [link("prev", 0), link("next", 200)] });
    expect(await at("?from=200")).toEqual({ start: "201", count: 50, links: [link("prev", 100)] });
    expect(await at("?from=50&utm=x")).toMatchObject({ start: "51", links: [link("prev", 0), link("next", 150)] });
  });

  test("shows where a long result is cut", async () => {
    const entries = Array.from({ length: 1_001 }, (_, at) => `P${at}`);
    const { id } = await site.make({ rule: "order/1", params: {}, entries });
    expect(textOf(pageOf(await site.get(`/draws/${id}`)))).toContain("Long lists end here after their first 1,000");
  });

  test("works while rules are unavailable", async () => {
    const { id } = await visitor.made({});
    const page = pageOf(await siteOf(withRules(context, { published: silent })).get(`/draws/${id}`));
    expect(textOf(page)).toContain("winners/1");
  });

  test("is hidden from search engines unless it is listed", async () => {
    const [hidden, listed] = [await visitor.made({}), await visitor.made({ listed: "on" })];
    const replies = [await site.get(`/draws/${hidden.id}`), await site.get(`/draws/${listed.id}`)];
    expect(replies.map(({ headers }) => headers.get("x-robots-tag"))).toEqual(["noindex", null]);
    expect(replies.map((reply) => isIndexed(pageOf(reply)))).toEqual([false, true]);
  });
});

/** The lines of a page of recent draws. */
function drawsOn(page: Element): Element[] {
  const list = all(page, "ul").find(({ attributes }) => attributes.get("class") === "draws");
  return list ? all(list, "li") : [];
}

describe("other pages", () => {
  test("recent draws, in pages", async () => {
    for (let at = 0; at < 101; at += 1) {
      const draw = { listed: true, title: `Draw ${at}`, organiser: at % 2 ? "" : "O", entry_count: 3 };
      await insertDraw(context.db, openRow({ ...draw, created_at: new Date(Date.now() + at).toISOString() }), []);
    }
    const first = pageOf(await site.get("/draws"));
    const items = drawsOn(first);
    expect(items).toHaveLength(100);
    expect(textOf(items[0] as Element)).toMatch(/^Draw 100 open O · \d+ \w+ \d{4} at .* UTC · Shuffle · 3 entries$/);
    const next = all(first, "a")
      .find(({ attributes }) => attributes.get("rel") === "next")
      ?.attributes.get("href");
    const second = pageOf(await site.get(next ?? ""));
    expect(textOf(drawsOn(second)[0] as Element)).toContain("Draw 0");
    const beyond = pageOf(await site.get(`/draws?after=2000-01-01T00:00:00.000Z_${"0".repeat(32)}`));
    expect(textOf(beyond)).toContain("There are no draws yet.");
  });

  test("rules with their texts and examples", async () => {
    const page = pageOf(await site.get("/rules"));
    const { rules } = (await site.get("/api/rules")).json;
    expect(all(page, "section").map(({ attributes }) => attributes.get("id"))).toEqual(
      rules.map(({ name }: { name: string }) => name),
    );
    for (const { text } of rules) expect(textOf(page)).toContain(text);
  });

  test("the API, every operation of it", async () => {
    const page = pageOf(await site.get("/api"));
    const { paths } = (await site.get("/api/openapi.json")).json;
    const operations = Object.entries<object>(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    );
    expect(all(page, "h2").map(textOf)).toEqual(operations);
    expect(textOf(page)).toContain("Query: from");
    expect(textOf(page)).toContain('"additionalProperties": false');
  });

  test.each<[AssetName, string, string]>([
    ["style.css", "text/css; charset=utf-8", ":root"],
    ["manage.js", "text/javascript; charset=utf-8", "location.hash"],
    ["mark.svg", "image/svg+xml", "<svg"],
  ])("request %s once, by a name that changes with its content", async (name, type, part) => {
    const { status, headers, text } = await site.get(context.assets.path(name));
    expect([status, headers.get("content-type"), headers.get("x-content-type-options")]).toEqual([
      200,
      type,
      "nosniff",
    ]);
    expect(headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
    expect(text).toContain(part);
  });

  test("request no missing file", async () => {
    for (const path of ["/", "/draws", "/rules", "/api", `/draws/${"0".repeat(32)}/manage`]) {
      const page = pageOf(await site.get(path));
      const named = ["script", "link", "img", "a", "meta"].flatMap((name) => all(page, name));
      const wanted = named.flatMap(({ attributes }) => {
        const address = attributes.get("src") ?? attributes.get("href") ?? attributes.get("content") ?? "";
        return /^(\/|\?|https:)/.test(address) ? new URL(address, `${context.publicUrl}${path}`) : [];
      });
      expect(wanted.length).toBeGreaterThan(5);
      for (const { origin, pathname, search, href } of wanted) {
        if (href === context.site.source) continue; // a link that the operator set
        expect(origin).toBe(context.publicUrl);
        expect([pathname, (await site.get(pathname + search)).status]).toEqual([pathname, 200]);
      }
    }
  });
});
