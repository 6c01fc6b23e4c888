// Every page of a draw's life, in every language but English, without any English text.
import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { LANGUAGES } from "@fairhat/messages";
import { type Fairhat, type Site, siteOf, startFairhat } from "./testing/fairhat.ts";
import { type Element, fieldsOf, formTo, textOf } from "./testing/html.ts";
import { englishOn, sentWith } from "./testing/language.ts";
import { filled, headingOf, pageOf, valueAt } from "./testing/pages.ts";

let fairhat: Fairhat;
let site: Site;

beforeAll(async () => {
  fairhat = await startFairhat();
  site = siteOf(fairhat.context);
});
afterAll(() => fairhat.stop());

const { en, ...OTHERS } = LANGUAGES;
const PLACES = ["draws", "rules", "replays", "api", "verify", "trust", "privacy", "receipt", "nothing"];
const PATHS = ["", ...PLACES, ...Object.keys(en.templates.pages)].map((path) => `/${path}`);

describe.each(Object.entries(OTHERS))("in %s", (language, words) => {
  const reader = () => sentWith(site, { "accept-language": language });

  function checked(reply: Awaited<ReturnType<Site["get"]>>, status = 200): Element {
    const page = pageOf(reply, status, language);
    expect(englishOn(page)).toEqual([]);
    return page;
  }

  test.each(PATHS)("%s", async (path) => {
    const reply = await reader().get(path);
    expect(headingOf(checked(reply, path === "/nothing" ? 404 : 200))).not.toBe("");
  });

  async function made(typed: Record<string, string>) {
    const home = checked(await reader().get("/"));
    const fields = filled(formTo(home, "/draws/confirm"), { title: "ABC", organiser: "X", ...typed });
    const summary = checked(await reader().submit("/draws/confirm", fields));
    const page = checked(await reader().submit("/draws", fieldsOf(formTo(summary, "/draws"))), 201);
    const [, id = "", key = ""] = /draws\/([0-9a-f]{32})\/manage#([\w-]{43})$/.exec(valueAt(page, "manage-link")) ?? [];
    return { id, key };
  }

  test.each<[string, Record<string, string>]>([
    ["winners/1", { "winners/1.alternates": "1" }],
    ["raffle/1", { entries: "Ada, 3\nGrace" }],
    ["prizes/1", { "prizes/1.prizes": "Rad, 1\nHut, 2", "prizes/1.alternates": "1" }],
    ["order/1", {}],
    ["groups/1", { "groups/1.groups": "2" }],
    ["bracket/1", {}],
    ["roundrobin/1", {}],
    ["pairs/1", {}],
    ["numbers/1", { entries: "", "numbers/1.from": "1", "numbers/1.to": "49", "numbers/1.count": "6" }],
  ])("a draw by %s", async (rule, typed) => {
    const { id, key } = await made({ rule, entries: "Ada\nGrace\nEmmy\nRadia", ...typed });
    const page = checked(await reader().get(`/draws/${id}`));
    expect(textOf(page)).toContain(words.rules[rule]?.title ?? "no title");
    checked(await reader().get(`/draws/${id}/present`));
    checked(await reader().submit(`/draws/${id}/manage`, { key }));
  });

  test("a draw for later: open, locked and void", async () => {
    const { id, key } = await made({ entries: "Ada\nGrace", draw: "later", listed: "on" });
    const path = `/draws/${id}/manage`;
    const steps: Record<string, string>[] = [
      {},
      { action: "lock", drawAfter: "2040-01-31T18:00" },
      { action: "void", reason: "x" },
    ];
    for (const step of steps) {
      checked(await reader().submit(path, { key, ...step }));
      for (const page of [`/draws/${id}`, `/draws/${id}/present`, "/draws"]) checked(await reader().get(page));
    }
  });

  test.each([
    [{ title: "x".repeat(201) }],
    [{ entries: "" }],
    [{ "winners/1.winners": "9" }],
    [{ rule: "nobody/1" }],
    [{ rule: "groups/1" }],
  ])("a form with %j", async (typed) => {
    const fields = { title: "ABC", rule: "winners/1", "winners/1.winners": "1", entries: "Ada\nGrace", ...typed };
    const page = checked(await reader().submit("/draws/confirm", fields as Record<string, string>), 422);
    expect(textOf(page)).toContain(words.common.problems);
  });
});
