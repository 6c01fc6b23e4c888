import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { LANGUAGES } from "@fairhat/messages";
import type { Context } from "./draws/context.ts";
import { languageCookie, languageOf } from "./language.ts";
import { type Fairhat, refusing, type Site, silent, siteOf, startFairhat, withRules } from "./testing/fairhat.ts";
import { all, type Element, fieldsOf, formTo, textOf } from "./testing/html.ts";
import { englishOn, sentWith } from "./testing/language.ts";
import { filled, headingOf, pageOf, problemsOf, valueAt } from "./testing/pages.ts";

let fairhat: Fairhat;
let context: Context;
let site: Site;
let german: Pick<Site, "get" | "submit">;

beforeAll(async () => {
  fairhat = await startFairhat();
  context = fairhat.context;
  site = siteOf(context);
  german = sentWith(site, { "accept-language": "de" });
});
afterAll(() => fairhat.stop());

/** The German page of an answer, checked for English leftovers. */
function germanPage(reply: Awaited<ReturnType<Site["get"]>>, status = 200): Element {
  const page = pageOf(reply, status, "de");
  expect(englishOn(page)).toEqual([]);
  return page;
}

const TYPED = { title: "Drei Bücher", organiser: "Der Lesekreis", entries: "Ada\nGrace\n\nAda\nEmmy\n" };

async function summaryOf(typed: Record<string, string>, status = 200): Promise<Element> {
  const home = germanPage(await german.get("/"));
  const fields = filled(formTo(home, "/draws/confirm"), { ...TYPED, ...typed });
  return germanPage(await german.submit("/draws/confirm", fields), status);
}

async function made(typed: Record<string, string>): Promise<{ id: string; key: string; page: Element }> {
  const page = germanPage(await german.submit("/draws", fieldsOf(formTo(await summaryOf(typed), "/draws"))), 201);
  const link = valueAt(page, "manage-link");
  const [, id = "", key = ""] = /\/draws\/([0-9a-f]{32})\/manage#([\w-]{43})$/.exec(link) ?? [];
  return { id, key, page };
}

describe("every page is German for German readers", () => {
  test.each(["/", "/draws", "/rules", "/replays", "/api", "/verify", `/draws/${"0".repeat(32)}/manage`])(
    "%s",
    async (path) => {
      const page = germanPage(await german.get(path));
      const english = pageOf(await site.get(path));
      expect(headingOf(page)).not.toBe(path === "/api" ? "" : headingOf(english));
      expect(all(english, "main").flatMap(englishOn).length).toBeGreaterThan(0); // otherwise it would find nothing at all
    },
  );

  test("rules, with their titles and texts", async () => {
    const text = textOf(germanPage(await german.get("/rules")));
    for (const words of Object.values(LANGUAGES.de.rules)) {
      expect(text).toContain(words.title);
      expect(text).toContain(words.text);
    }
  });

  test.each<[string, Record<string, string>]>([
    ["winners/1", { "winners/1.alternates": "1" }],
    ["order/1", {}],
    ["raffle/1", { entries: "Ada, 3\nGrace" }],
    ["prizes/1", { "prizes/1.prizes": "Rad, 1\nHut, 2", "prizes/1.alternates": "1" }],
    ["groups/1", { "groups/1.groups": "2" }],
    ["numbers/1", { entries: "", "numbers/1.from": "1", "numbers/1.to": "49", "numbers/1.count": "6" }],
  ])("a draw by %s, from its summary to its result", async (rule, typed) => {
    const summary = await summaryOf({ rule, ...typed });
    expect(textOf(summary)).toContain("dieselbe Chance");
    germanPage(await german.submit("/draws/edit", fieldsOf(formTo(summary, "/draws"))));
    const { id, key } = await made({ rule, ...typed });
    const page = germanPage(await german.get(`/draws/${id}`));
    expect(textOf(page)).toContain(LANGUAGES.de.rules[rule]?.title ?? "no title");
    germanPage(await german.get(`/draws/${id}/present`));
    germanPage(await german.submit(`/draws/${id}/manage`, { key }));
  });

  test("a draw for later, open, locked for a time, and void", async () => {
    const { id, key } = await made({ draw: "later", listed: "on" });
    const path = `/draws/${id}/manage`;
    const looks = async () => {
      for (const page of [`/draws/${id}`, `/draws/${id}/present`, "/draws"]) germanPage(await german.get(page));
      germanPage(await german.submit(path, { key }));
    };
    await looks();
    germanPage(await german.submit(path, { key, action: "lock", drawAfter: "2040-01-31T18:00" }));
    await looks();
    germanPage(await german.submit(path, { key, action: "void", reason: "zu wenige" }));
    await looks();
  });
});

describe("errors are in German", () => {
  test.each<[Record<string, string>, string]>([
    [{ title: "x".repeat(201) }, "erwartet: Text von 1 bis 200 Zeichen"],
    [{ entries: "" }, "Die Liste ist leer: bitte mindestens einen Eintrag angeben."],
    [{ "winners/1.winners": "9" }, "Gewünscht: 9 Gewinne; die Liste hat aber nur 4 Einträge."],
    [{ rule: "nobody/1" }, "Bitte eine Regel wählen."],
    [{ rule: "groups/1" }, "entweder die Zahl der Gruppen oder ihre Größe"],
  ])("of a form with %j", async (typed, problem) => {
    expect(problemsOf(await summaryOf(typed, 422)).join()).toContain(problem);
  });

  test("of a key, an action and a time", async () => {
    const { id, key } = await made({ draw: "later" });
    const path = `/draws/${id}/manage`;
    const told = async (fields: Record<string, string>, status: number) =>
      problemsOf(germanPage(await german.submit(path, fields), status)).join();
    expect(await told({ key: "wrong" }, 403)).toContain("Dieser Schlüssel öffnet diese Verlosung nicht.");
    expect(await told({ key: "" }, 401)).toContain("Der Schlüssel zum Verwalten der Verlosung fehlt.");
    expect(await told({ key, action: "lock", drawAfter: "2020-01-01T10:00" }, 422)).toContain("in der Zukunft");
    expect(await told({ key, action: "draw", drawAfter: "2040-01-01T10:00" }, 422)).toContain(
      "ein Zeitpunkt angegeben",
    );
    expect(await told({ key, action: "void", reason: "x" }, 409)).toContain("noch nicht festgeschrieben");
    expect(await told({ key, action: "dance" }, 422)).toContain("was dance heißt");
  });

  test("of a form sent twice with different input", async () => {
    const fields = fieldsOf(formTo(await summaryOf({}), "/draws"));
    germanPage(await german.submit("/draws", fields), 201);
    fields.set("title", "Vier Bücher");
    expect(problemsOf(germanPage(await german.submit("/draws", fields), 422)).join()).toContain("schon eine Verlosung");
  });

  test("of an unknown address, and of an unavailable service", async () => {
    for (const path of ["/nothing", `/draws/${"0".repeat(32)}`]) {
      expect(headingOf(germanPage(await german.get(path), 404))).toBe("Seite nicht gefunden");
    }
    germanPage(await german.get("/draws?after=x"), 422);
    const down = siteOf(withRules(context, { published: silent, check: silent }));
    const page = germanPage(await sentWith(down, { "accept-language": "de" }).submit("/draws/confirm", TYPED), 503);
    expect(textOf(page)).toContain("antwortet gerade nicht");
  });

  test("and marked as English if there is no German text", async () => {
    const refused = siteOf(withRules(context, { check: refusing("a_new_reason") }));
    const page = pageOf(
      await sentWith(refused, { cookie: "lang=de" }).submit("/draws/confirm", { ...TYPED, rule: "order/1" }),
      422,
      "de",
    );
    const english = all(page, "bdi").filter(({ attributes }) => attributes.get("lang") === "en");
    expect(english.map(textOf)).toContain("The service says a_new_reason.");
  });

  test("but programs get English", async () => {
    const { json } = await site.request("GET", "/api/draws/x", {
      headers: { "accept-language": "de", cookie: "lang=de" },
    });
    expect(json).toMatchObject({ title: "Not Found", reason: "no_such_draw" });
    expect(json.detail).toStartWith("there is no draw of this id");
  });
});

const asked = (path: string, headers: Record<string, string> = {}) =>
  new Request(`http://localhost${path}`, { headers });

describe("the language is", () => {
  test.each<[string, Record<string, string>, string]>([
    ["/", {}, "en"],
    ["/", { "accept-language": "de" }, "de"],
    ["/", { "accept-language": "de-AT,de;q=0.9,en;q=0.8" }, "de"],
    ["/", { "accept-language": "fr, de;q=0.3, en;q=0.7" }, "fr"],
    ["/", { "accept-language": "fr-CA" }, "fr"],
    ["/", { "accept-language": "es-419,es;q=0.9,en;q=0.8" }, "es"],
    ["/?lang=es", { "accept-language": "fr" }, "es"],
    ["/", { "accept-language": "it, de;q=0.3, en;q=0.7" }, "en"],
    ["/?lang=fr", { "accept-language": "de" }, "fr"],
    ["/", { cookie: "lang=fr", "accept-language": "de" }, "fr"],
    ["/", { "accept-language": "en;q=0.1, de;q=0.2" }, "de"],
    ["/", { "accept-language": "de;q=0, en" }, "en"],
    ["/", { "accept-language": "it, zh" }, "en"],
    ["/", { "accept-language": "*" }, "en"],
    ["/", { "accept-language": ";;;q=,\u00ff, de;q=x" }, "en"],
    ["/", { cookie: "lang=de" }, "de"],
    ["/", { cookie: "a=b; lang=de; c=d", "accept-language": "en" }, "de"],
    ["/", { cookie: "lang=xx", "accept-language": "de" }, "de"],
    ["/", { cookie: "slang=de" }, "en"],
    ["/", { cookie: "lang=constructor" }, "en"],
    ["/", { cookie: "Lang=en; lang=de" }, "de"],
    ["/", { cookie: "a=b;\u00a0lang=de" }, "en"], // the proxy sees no blank there
    ["/", { cookie: "lang=__proto__" }, "en"],
    ["/?lang=de", {}, "de"],
    ["/?lang=en", { cookie: "lang=de", "accept-language": "de" }, "en"],
    ["/?lang=DE", {}, "en"],
    ["/?lang=toString", {}, "en"],
    ["/?lang=%0d%0aset-cookie:x=y", {}, "en"],
    ['/?lang="><script>', { "accept-language": "de" }, "de"],
    ["/?lang=it&lang=de", {}, "en"],
  ])("of %s with %j: %s", async (path, headers, language) => {
    expect(languageOf(asked(path, headers))).toBe(language as "en");
    const reply = await site.request("GET", path, { headers: { accept: "text/html", ...headers } });
    const page = pageOf(reply, 200, language);
    expect(all(page, "script").every(({ attributes }) => attributes.get("src")?.startsWith("/assets/"))).toBe(true);
  });

  test("kept where the footer chose it; an address chooses for one page only", async () => {
    for (const path of ["/?lang=de", "/rules?lang=de", "/nothing?lang=de"]) {
      expect((await site.get(path)).headers.get("set-cookie")).toBeNull();
    }
    const choose = (fields: Record<string, string>) => site.submit("/language", fields);
    const chosen = await choose({ lang: "de", back: "/rules" });
    const kept = "lang=de; Path=/; Max-Age=31536000; SameSite=Lax; HttpOnly; Secure";
    expect([chosen.status, chosen.headers.get("location"), chosen.headers.get("set-cookie")]).toEqual([
      303,
      "/rules",
      kept,
    ]);
    expect(languageCookie("de", false)).toBe("lang=de; Path=/; Max-Age=31536000; SameSite=Lax; HttpOnly");
    for (const back of ["//evil.example", "https://evil.example", "/\\evil.example", "/rules\r\nx: y", ""]) {
      expect((await choose({ lang: "de", back })).headers.get("location")).toBe("/");
    }
    for (const lang of ["xx", "de\r\nx:y", ""]) expect((await choose({ lang })).headers.get("set-cookie")).toBeNull();
  });

  test("offered on every page that has an address, each under its own name", async () => {
    const offered = (page: Element) => {
      const form = formTo(page, "/language");
      const buttons = all(form, "button").map((one) => [
        textOf(one),
        one.attributes.get("value"),
        one.attributes.get("lang"),
      ]);
      return [fieldsOf(form).get("back"), ...buttons];
    };
    expect(offered(pageOf(await site.get("/rules?lang=en")))).toEqual([
      "/rules",
      ["Deutsch", "de", "de"],
      ["Français", "fr", "fr"],
      ["Español", "es", "es"],
    ]);
    expect(offered(pageOf(await german.get("/rules"), 200, "de"))).toEqual([
      "/rules",
      ["English", "en", "en"],
      ["Français", "fr", "fr"],
      ["Español", "es", "es"],
    ]);
  });
});
