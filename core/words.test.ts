import { describe, expect, test } from "bun:test";
import { join } from "node:path";
import { LANGUAGES, type Language } from "@fairhat/messages";
import { type Expected, type Found, typed } from "@fairhat/protocol";
import { catalogue, check } from "@fairhat/rules/catalogue";
import { type Field, type Phrases, problemBody, refusal } from "@fairhat/runtime";
import { refusalInWords, ruleWords, sentenceIn, sentenceOf, titleIn } from "./words.ts";

const languages = Object.keys(LANGUAGES) as Language[];
const others = languages.filter((language) => language !== "en");

const exactly = (text: string): Expected => ({ code: "exactly", text });

test("a problem names its place as people see it", () => {
  const place = (at: string) => sentenceOf("en", { at, expected: exactly("this"), found: typed("that") }).text;
  expect(place("reason")).toBe("The reason: expected this, found that.");
  expect(place("entries")).toBe("The list: expected this, found that.");
  expect(place("entries[0]")).toBe("Entry 1: expected this, found that.");
  expect(place("entries[0].tickets")).toBe("Entry 1, tickets: expected this, found that.");
  expect(place("params.prizes[2].name")).toBe("Prize 3, name: expected this, found that.");
  expect(place("params.others[0]")).toBe("others 1: expected this, found that.");
  expect(place("params.winners")).toBe("Winners: expected this, found that.");
});

test("a problem is no message to programs", () => {
  const expected = { code: "groups_or_size" } as const;
  expect(sentenceOf("en", { at: "params.groups", expected, found: { code: "both" } }).text).toBe(
    "Groups: expected either the number of groups or their size, found both.",
  );
  for (const language of languages)
    expect(sentenceOf(language, { at: "params.groups", expected, found: typed("null") }).text).not.toContain("null");
});

test("in German everything of a problem is German but what was typed", () => {
  const said = (at: string, expected: Expected, found: Found) => sentenceOf("de", { at, expected, found });
  const anyPositive = { code: "integer", min: 1, max: Number.MAX_SAFE_INTEGER } as const;
  expect(said("entries.count", { code: "one_entry" }, { code: "none" })).toEqual({
    text: "Die Liste ist leer: bitte mindestens einen Eintrag angeben.",
    language: "de",
  });
  expect(said("params.prizes[1].quantity", anyPositive, typed('"many"')).text).toBe(
    'Preis 2, Anzahl – erwartet: eine ganze Zahl von 1 bis 9007199254740991; gefunden: "many".',
  );
  expect(said("params.from", { code: "integer", min: -5, max: 5 }, { code: "nothing" }).text).toBe(
    "Von – erwartet: eine ganze Zahl von -5 bis 5; gefunden: nichts.",
  );
});

describe("what a language does not know stays English, whole", () => {
  test.each([
    ["of an older service", undefined],
    ["of a newer service", { expected: { code: "newer" }, found: { code: "none" } } as unknown as Phrases],
  ])("a phrase %s", (_, phrases) => {
    const field: Field = { at: "title", expected: "at least one entry or so", found: "none" };
    expect(sentenceOf("de", phrases ? { ...field, phrases } : field)).toEqual({
      text: "What the draw is for: expected at least one entry or so, found none.",
      language: "en",
    });
  });

  test("a refusal, and a title", () => {
    expect(refusalInWords("de", { reason: "new_reason", detail: "not today" })).toEqual({
      text: "Not today.",
      language: "en",
    });
    expect(titleIn("de", 418, "I'm a teapot")).toEqual({ text: "I'm a teapot", language: "en" });
  });

  test("a rule of another version", () => {
    const published = { name: "winners/9", title: "Winners", text: "Other winners." };
    expect(ruleWords("de", published)).toEqual({ title: "Winners", text: "Other winners.", language: "en" });
    const sentence = sentenceIn("de", "winners/9", { winners: 1 }, { count: 2, tickets: 2 }, "They win.");
    expect(sentence).toEqual({ text: "They win.", language: "en" });
  });
});

describe("English says what is published", () => {
  test.each([...catalogue.values()])("of $name", (rule) => {
    expect(ruleWords("en", rule)).toEqual({ title: rule.title, text: rule.text, language: "en" });
    expect(sentenceIn("en", rule.name, {}, { count: 0, tickets: 0 }, "S.")).toEqual({ text: "S.", language: "en" });
  });

  test("and the title of an error", () => {
    const { title } = problemBody(refusal("not_found"));
    expect(titleIn("en", 404, String(title))).toEqual({ text: "Page not found", language: "en" });
  });
});

/** Every example of every rule, with the numbers that its sentence in English has. */
const sentences = others.flatMap((language) =>
  [...catalogue.values()].flatMap((rule) =>
    rule.examples.map(({ params, list: { count, tickets } }) => {
      const size = { count, tickets: tickets?.reduce((sum, own) => sum + own, 0) ?? count };
      return { language, rule, params, size, english: rule.describe(params, size) };
    }),
  ),
);

test.each(sentences)("$language says of $rule.name what English says: $english", ({ language, rule, ...rest }) => {
  const { params, size, english } = rest;
  expect(check(rule.name, params, size).ok).toBe(true);
  const said = sentenceIn(language, rule.name, params, size, english);
  expect(said.language).toBe(language);
  const numbersIn = (text: string) => (text.match(/-?\d+/g) ?? []).sort();
  expect(numbersIn(said.text)).toEqual(numbersIn(english));
});

describe("German", () => {
  const said = (rule: string, params: object, count: number, tickets = count) =>
    sentenceIn("de", rule, params, { count, tickets }, "").text;

  test("has the plural right", () => {
    expect(said("winners/1", { winners: 1, alternates: 0 }, 1)).toBe(
      "1 von 1 Eintrag gewinnt; jeder Eintrag hat dieselbe Chance.",
    );
    expect(said("winners/1", { winners: 3, alternates: 1 }, 1_200)).toBe(
      "3 von 1.200 Einträgen gewinnen, 1 wird als Nachrücker gezogen; jeder Eintrag hat dieselbe Chance.",
    );
    expect(said("raffle/1", { winners: 1, alternates: 2 }, 4, 10)).toBe(
      "1 von 4 Einträgen mit zusammen 10 Losen gewinnt, 2 werden als Nachrücker gezogen; jedes Los hat dieselbe Chance.",
    );
    expect(said("order/1", {}, 1)).toStartWith("1 Eintrag wird in eine zufällige Reihenfolge");
    expect(said("groups/1", { groups: 1, size: null }, 3)).toStartWith("3 Einträge werden in 1 Gruppe zu 3 eingeteilt");
    expect(said("groups/1", { groups: null, size: 2 }, 5)).toContain("in 3 Gruppen zu 1 oder 2 eingeteilt");
  });

  test("tells prizes with and without tickets, one and several", () => {
    const prizes = [{ quantity: 1 }, { quantity: 2 }];
    expect(said("prizes/1", { prizes, tickets: true, alternates: 0 }, 4, 9)).toBe(
      "3 von 4 Einträgen mit zusammen 9 Losen gewinnen; jedes Los hat dieselbe Chance, und die Preise werden in ihrer Reihenfolge vergeben.",
    );
    expect(said("prizes/1", { prizes: [{ quantity: 1 }], tickets: false, alternates: 0 }, 4)).toBe(
      "1 von 4 Einträgen gewinnt; jeder Eintrag hat dieselbe Chance.",
    );
  });

  test("tells numbers with and without repeats", () => {
    const dice = { from: 1, to: 6 };
    expect(said("numbers/1", { ...dice, count: 1, repeat: false }, 0)).toStartWith("1 Zahl von 1 bis 6 wird gezogen");
    expect(said("numbers/1", { ...dice, count: 2, repeat: false }, 0)).toStartWith("2 verschiedene Zahlen von 1");
    expect(said("numbers/1", { ...dice, count: 9, repeat: true }, 0)).toEndWith("und eine kann noch einmal kommen.");
  });
});

test.each([
  ["de", "1 von 1 Eintrag gewinnt", "3 von 40 Einträgen gewinnen, 1 wird"],
  ["es", "Se sortea 1 ganador entre 1 participante", "Se sortean 3 ganadores y 1 suplente entre 40 participantes"],
  ["fr", "1 gagnant est tiré parmi 1 participant", "3 gagnants et 1 suppléant sont tirés parmi 40 participants"],
] as const)("%s has singular and plural", (language, one, many) => {
  const said = (winners: number, alternates: number, count: number) =>
    sentenceIn(language, "winners/1", { winners, alternates }, { count, tickets: count }, "").text;
  expect(said(1, 0, 1)).toStartWith(one);
  expect(said(3, 1, 40)).toStartWith(many);
});

describe.each(others)("%s knows everything that can be refused on a page", (language) => {
  test("every rule", () => {
    expect(Object.keys(LANGUAGES[language].rules).sort()).toEqual([...catalogue.keys()].sort());
    for (const rule of catalogue.values()) {
      const words = ruleWords(language, rule);
      expect(words.language).toBe(language);
      // Neither much shorter nor much longer: a sentence was hardly lost.
      expect(words.text.length / rule.text.length).toBeWithin(0.8, 1.4);
    }
  });

  test.each([...phrases("expected"), ...phrases("found")])("a phrase: $code", ({ code, kind }) => {
    const [own, english] = [LANGUAGES[language], LANGUAGES.en].map(({ problems }) => said(problems[kind], code));
    expect(own?.numbers).toEqual(english?.numbers ?? []);
    expect(own?.text).not.toMatch(/undefined|NaN/);
    expect(VERBATIM.includes(code) || own?.text !== english?.text).toBe(true);
  });

  test.each(phrases("refusals"))("a refusal: $code", ({ code }) => {
    const [own, english] = [LANGUAGES[language], LANGUAGES.en].map(({ problems }) => said(problems.refusals, code));
    expect(own?.text).not.toMatch(/undefined|NaN/);
    expect(own?.text).not.toBe(english?.text ?? "");
  });

  test("the title of every error", async () => {
    const text = await Bun.file(PROBLEMS).text();
    const statuses = Array.from(text.matchAll(/^ {2}(\d{3}): "/gm), ([, status]) => Number(status));
    expect(statuses.length).toBeGreaterThan(8);
    for (const status of statuses) expect(titleIn(language, status, "x").language).toBe(language);
  });
});

const PROBLEMS = join(import.meta.dir, "..", "packages/runtime/problem.ts");

/** Codes that say the same in every language, or in English and French: 3 places. */
const VERBATIM = ["constant", "exactly", "places", "typed"];

/** Parameters of every name that a phrase has, each a distinct number. */
const SAMPLES = new Proxy({} as Record<string, unknown>, { get: (_, name) => sample(String(name)) });

function sample(name: string): unknown {
  if (name === "names" || name === "values") return ["41", "43"];
  if (name === "what") return "form";
  if (name === "state") return "waiting";
  if (name === "entry") return "private";
  return ["value", "text", "named", "side", "number"].includes(name) ? "47" : 30 + name.length;
}

function phrases(kind: "expected" | "found" | "refusals") {
  return Object.keys(LANGUAGES.en.problems[kind]).map((code) => ({ kind, code }));
}

function said(table: Readonly<Record<string, unknown>>, code: string): { text: string; numbers: string[] } {
  const entry = table[code];
  const text = typeof entry === "function" ? entry(SAMPLES) : String(entry);
  return { text, numbers: (text.match(/\b[34]\d\b/g) ?? []).sort() };
}
