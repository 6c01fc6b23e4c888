import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import type { Context } from "../draws/context.ts";
import { type Fairhat, type Site, silent, siteOf, startFairhat, withRandom, withRules } from "../testing/fairhat.ts";
import { all, type Element, fieldsOf, formTo, textOf } from "../testing/html.ts";
import {
  BOOKS,
  filled,
  headingOf,
  pageOf,
  problemsOf,
  type Typed,
  type Visitor,
  valueAt,
  visitorOf,
} from "../testing/pages.ts";
import { typedRule } from "./form.ts";

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

describe("a draw is made without JavaScript", () => {
  test("the home page has everything, with rules in plain words", async () => {
    const page = await visitor.home();
    expect(headingOf(page)).toBe("Random draws that anyone can check");
    const fields = fieldsOf(formTo(page, "/draws/confirm"));
    expect(Object.fromEntries(fields)).toMatchObject({
      title: "",
      rule: "winners/1",
      "winners/1.winners": "1",
    });
    expect(fields.get("key")).toMatch(/^[0-9a-f-]{36}$/);
    expect(fields.has("listed")).toBe(false);
    const rules = all(page, "input").filter(({ attributes }) => attributes.get("name") === "rule");
    const typed = (await context.rules.published()).filter(({ name }) => name === typedRule(name));
    expect(rules).toHaveLength(typed.length);
    expect(textOf(page)).not.toContain("winners/1");
  });

  test("a link fills the form", async () => {
    const page = pageOf(await site.get("/?rule=groups/1&groups=6"));
    const fields = fieldsOf(formTo(page, "/draws/confirm"));
    expect([fields.get("rule"), fields.get("groups/1.groups")]).toEqual(["groups/1", "6"]);
  });

  test("a missing title gets a default, already in the summary", async () => {
    const summary = await visitor.confirmed({ ...BOOKS, title: "", rule: "order/1" });
    expect(fieldsOf(formTo(summary, "/draws")).get("title")).toMatch(/^Random order, \d{1,2} \w+ 20\d\d$/);
    const { id } = await visitor.made({ title: "" });
    expect((await site.get(`/api/draws/${id}`)).json.title).toMatch(/^Draw, /);
  });

  test("with a time it is locked at once, only once, and waits", async () => {
    const scheduled = { draw: "at", drawAfter: "2040-07-24T20:00", zone: "Europe/Berlin" };
    const summary = await visitor.confirmed({ ...BOOKS, ...scheduled });
    expect(textOf(summary)).toContain("drawn automatically on 24 July 2040 at 18:00:00 UTC");
    const fields = fieldsOf(formTo(summary, "/draws"));
    const [id, again] = [await site.submit("/draws", fields), await site.submit("/draws", fields)].map(
      (reply) => /[0-9a-f]{32}$/.exec(valueAt(pageOf(reply, 201), "public-link"))?.[0],
    );
    expect(again).toBe(id);
    const { json } = await site.get(`/api/draws/${id}`);
    expect(json).toMatchObject({ state: "locked", begun: false, drawAfter: "2040-07-24T18:00:00.000Z" });
    expect(json.boundAt).not.toBeNull();
  });

  test("with scripts it redirects to the draw, with the key visible only to the browser", async () => {
    const leadsTo = async (typed: Typed) => {
      const summary = await visitor.confirmed({ ...BOOKS, scripted: "on", ...typed });
      const fields = fieldsOf(formTo(summary, "/draws"));
      const [reply, again] = [await site.submit("/draws", fields), await site.submit("/draws", fields)];
      expect([reply.status, reply.text, reply.headers.get("cache-control")]).toEqual([303, "", "no-store"]);
      const location = reply.headers.get("location");
      expect(again.headers.get("location")).toBe(location); // submitted twice it is one draw
      return location;
    };
    expect(await leadsTo({})).toMatch(/^\/draws\/[0-9a-f]{32}#organiser=[\w-]{43}$/);
    expect(await leadsTo({ draw: "at", drawAfter: "2040-07-24T20:00" })).toMatch(/^\/draws\/[0-9a-f]{32}#organiser=/);
    expect(await leadsTo({ draw: "later" })).toMatch(/^\/draws\/[0-9a-f]{32}\/manage#[\w-]{43}$/);
  });

  test("the summary says what will happen, and that it is final", async () => {
    const page = await visitor.confirmed(BOOKS);
    const text = textOf(page);
    expect(headingOf(page)).toBe("Is this right?");
    expect(text).toContain("2 winners are drawn from 4 entries");
    expect(text).toContain("The list: 4 entries");
    expect(text).toContain("1 blank line was left out.");
    expect(text).toContain("One name is listed more than once");
    expect(text).toContain("Ada, 2 times");
    expect(text).toContain("This is final.");
    expect(text).toContain("Only people with the link will find it.");
  });

  test("the summary of a long list shows its first entries", async () => {
    const entries = Array.from({ length: 30 }, (_, at) => `P${at}\nQ${at % 25}`).join("\n\n");
    const page = await visitor.confirmed({ ...BOOKS, entries, draw: "later", listed: "on" });
    const text = textOf(page);
    expect(text).toContain("The list: 60 entries");
    expect(text).toContain("29 blank lines were left out.");
    expect(text).toContain("5 names are listed more than once");
    expect(text).toContain("and 50 more, in your order.");
    expect(text).toContain("After the lock nothing can be changed any more.");
    expect(text).toContain("It will appear under Recent draws.");
  });

  test("back from the summary, all input is kept", async () => {
    const typed = {
      ...BOOKS,
      entries: "\nAda \r\n\tGrace,, 1\r\n",
      listed: "on",
      rule: "raffle/1",
      draw: "later",
      "prizes/1.prizes": "Car\r\nHat",
    };
    const summary = await visitor.confirmed(typed);
    const back = pageOf(await site.submit("/draws/edit", fieldsOf(formTo(summary, "/draws"))));
    const fields = fieldsOf(formTo(back, "/draws/confirm"));
    const sent = filled(formTo(await visitor.home(), "/draws/confirm"), {
      ...typed,
      entries: "\r\nAda \r\n\tGrace,, 1\r\n",
      key: fields.get("key") ?? "",
    });
    sent.delete("draw"); // the button gives that
    expect([...fields].sort()).toEqual([...sent].sort());
  });

  test("it is drawn, and the page shows key and links", async () => {
    const { id, key, page } = await visitor.made({});
    expect(textOf(page)).toContain("Save your organiser link");
    expect(valueAt(page, "public-link")).toBe(`https://draws.example/draws/${id}`);
    const saved = all(page, "a").find(({ attributes }) => attributes.has("download"));
    expect(decodeURIComponent(saved?.attributes.get("href") ?? "")).toContain(`/manage#${key}`);
    expect(textOf(page)).toContain("The draw is finished");
    expect(await site.verify(id)).toMatchObject({ verdict: "holds", announced: false });
  });

  test("submitted twice it is one draw", async () => {
    const summary = await visitor.confirmed(BOOKS);
    const fields = fieldsOf(formTo(summary, "/draws"));
    const pages = [await site.submit("/draws", fields), await site.submit("/draws", fields)].map((reply) =>
      pageOf(reply, 201),
    );
    expect(valueAt(pages[0] as Element, "manage-link")).toBe(valueAt(pages[1] as Element, "manage-link"));
  });

  test("without a key, as no page of ours submits it, it is confirmed again with one", async () => {
    const summary = await visitor.confirmed(BOOKS);
    const again = pageOf(await site.submit("/draws", filled(formTo(summary, "/draws"), { key: "" })), 422);
    pageOf(await site.submit("/draws", fieldsOf(formTo(again, "/draws"))), 201);
  });

  test("with the same key and other input it is confirmed again, and is then another draw", async () => {
    const summary = await visitor.confirmed(BOOKS);
    const fields = fieldsOf(formTo(summary, "/draws"));
    const first = pageOf(await site.submit("/draws", fields), 201);
    fields.set("title", "Another title");
    const asked = pageOf(await site.submit("/draws", fields), 422);
    expect(problemsOf(asked)[0]).toContain("This form has made a draw already");
    expect(valueAt(asked, "title")).toBe("Another title");
    const again = pageOf(await site.submit("/draws/confirm", fieldsOf(formTo(asked, "/draws/confirm"))));
    const second = pageOf(await site.submit("/draws", fieldsOf(formTo(again, "/draws"))), 201);
    expect(valueAt(second, "public-link")).not.toBe(valueAt(first, "public-link"));
  });

  test.each<[string, Typed]>([
    ["order/1", {}],
    ["raffle/1", { entries: "Ada, 3\nGrace", "raffle/1.winners": "1" }],
    ["prizes/1", { "prizes/1.prizes": "Car, 1\nHat, 2", "prizes/1.alternates": "1" }],
    ["groups/1", { "groups/1.groups": "2" }],
    ["numbers/1", { entries: "", "numbers/1.from": "1", "numbers/1.to": "49", "numbers/1.count": "6" }],
  ])("by %s, and its page shows the result", async (rule, typed) => {
    const { id } = await visitor.made({ rule, ...typed });
    const page = pageOf(await site.get(`/draws/${id}`));
    expect(all(page, "h2").map(textOf)).toContain("The result");
    const lists = all(page, "ol").filter(({ attributes }) => attributes.get("class")?.startsWith("places "));
    expect(lists.length).toBeGreaterThan(0);
    expect((await site.verify(id)).verdict).toBe("holds");
  });
});

describe("no input is lost", () => {
  test.each<[Typed, string]>([
    [{ title: "x".repeat(201) }, "What the draw is for: expected text of 1 to 200 characters"],
    [{ entries: "" }, "The list is empty"],
    [{ entries: `Ada\r\n${"x".repeat(201)}` }, "1 name with more than 200 characters – line 2: xxx"],
    [{ entries: "Ada\r\na\u0007b" }, "Entry 2, name: expected text of 1 to 200 characters"],
    [{ "winners/1.winners": "5" }, "You asked for 5 winners but have 4 entries"],
    [{ "winners/1.winners": "1.5" }, 'Winners: expected a whole number from 1 to 9007199254740991, found "1.5"'],
    [
      { rule: "raffle/1", entries: "Ada, 0" },
      "cannot be read – line 1: Ada, 0 (no tickets). Write whole numbers from 1 on",
    ],
    [{ rule: "nobody/1" }, "Choose a rule."],
    [{ draw: "soon" }, "When: expected"],
  ])("with %j", async (typed, problem) => {
    const entered = { ...BOOKS, entries: "Ada\r\nGrace\r\nAda\r\nEmmy", listed: "on", ...typed };
    for (const action of ["/draws/confirm", "/draws"]) {
      const page = pageOf(
        await site.submit(action, filled(formTo(await visitor.home(), "/draws/confirm"), entered)),
        422,
      );
      expect(problemsOf(page)[0]).toContain(problem);
      const back = Object.fromEntries(fieldsOf(formTo(page, "/draws/confirm")));
      const { rule = "winners/1", draw: _, ...texts } = entered as Record<string, string>;
      expect(back).toMatchObject(texts);
      if (rule !== "nobody/1") expect(back.rule).toBe(rule);
    }
  });

  test("if a service is down: the error page submits it again", async () => {
    const down: [Context, string[]][] = [
      [withRules(context, { published: silent }), ["/draws/edit", "/draws/confirm", "/draws"]],
      [withRules(context, { check: silent }), ["/draws/confirm", "/draws"]],
      [withRandom(context, "b", { seal: silent }), ["/draws"]],
    ];
    for (const [fault, actions] of down) {
      for (const action of actions) {
        const fields = filled(formTo(await visitor.home(), "/draws/confirm"), {
          ...BOOKS,
          ...{ listed: "on", draw: "now" },
        });
        const page = pageOf(await siteOf(fault).submit(action, fields), 503);
        expect(textOf(page)).toContain("Your input is not lost.");
        const again = fieldsOf(formTo(page, action));
        expect([...again].sort()).toEqual(
          [...fields].map(([name, value]) => [name, value.replace(/\r?\n/g, "\r\n")] as [string, string]).sort(),
        );
        expect((await site.submit(action, again)).status).toBeLessThan(300);
      }
    }
  });
});

test("HEAD gets the headers of GET", async () => {
  const { id } = await visitor.later(BOOKS);
  for (const path of [
    "/",
    "/draws",
    "/rules",
    "/api",
    "/verify",
    `/draws/${id}`,
    `/draws/${id}/present`,
    `/draws/${id}/manage`,
  ]) {
    const head = await site.request("HEAD", path);
    expect([path, head.status, head.text]).toEqual([path, 200, ""]);
  }
});

test("the proxy may cache pages that cannot change, and no others", async () => {
  const { id: drawn } = await site.make();
  const { id: open } = await site.make({ draw: "later" });
  const named = async (path: string) => {
    const { headers, text } = await site.get(path);
    const version = /data-version="([0-9a-f]{16})"/.exec(text)?.[1];
    return [headers.get("surrogate-key"), headers.get("x-accel-expires"), version];
  };
  expect(await named(`/draws/${drawn}?from=0&at=x`)).toEqual([`/draws/${drawn} drawn`, "1", expect.any(String)]);
  const [name, seconds, version] = await named(`/draws/${open}`);
  expect([name, seconds]).toEqual([`/draws/${open}?at=${version}`, "1"]);
  for (const path of ["/rules", "/draws", "/api/rules"]) expect(await named(path)).toEqual([path, "1", undefined]);
  for (const path of [
    "/",
    "/api",
    "/verify",
    "/nothing",
    "/api/services",
    `/api/draws/${drawn}`,
    `/draws/${drawn}/manage`,
  ])
    expect([path, (await named(path))[0]]).toEqual([path, null]);
});
