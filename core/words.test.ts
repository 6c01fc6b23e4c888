import { describe, expect, test } from "bun:test";
import { join } from "node:path";
import { LANGUAGES, type Language } from "@fairhat/messages";
import { anyInteger, constant, hex, integer, oneOf, reading, type Shape } from "@fairhat/protocol";
import { catalogue, check } from "@fairhat/rules/catalogue";
import { HttpRefusal, problemBody } from "@fairhat/runtime";
import { ServiceDown } from "./clients/call.ts";
import { STEP_REFUSALS } from "./draws/steps.ts";
import { reachable } from "./http.ts";
import { refusalInWords, ruleWords, sentenceIn, sentenceOf, titleIn } from "./words.ts";

const languages = Object.keys(LANGUAGES) as Language[];
const others = languages.filter((language) => language !== "en");

test("a problem names its place as people see it", () => {
  const place = (at: string) => sentenceOf("en", { at, expected: "this", found: "that" }).text;
  expect(place("reason")).toBe("The reason: expected this, found that.");
  expect(place("entries")).toBe("The list: expected this, found that.");
  expect(place("entries[0]")).toBe("Entry 1: expected this, found that.");
  expect(place("entries[0].tickets")).toBe("Entry 1, tickets: expected this, found that.");
  expect(place("params.prizes[2].name")).toBe("Prize 3, name: expected this, found that.");
  expect(place("params.others[0]")).toBe("others 1: expected this, found that.");
  expect(place("params.winners")).toBe("Winners: expected this, found that.");
});

test("a problem is no message to programs", () => {
  const expected = "either groups or size, and null for the other";
  expect(sentenceOf("en", { at: "params.groups", expected, found: "both" }).text).toBe(
    "Groups: expected either the number of groups or their size, found both.",
  );
  for (const language of languages)
    expect(sentenceOf(language, { at: "params.groups", expected, found: "null" }).text).not.toContain("null");
});

test("in German everything of a problem is German but what was typed", () => {
  const said = (at: string, expected: string, found: string) => sentenceOf("de", { at, expected, found });
  expect(said("entries.count", "at least one entry", "none")).toEqual({
    text: "Die Liste – erwartet: mindestens ein Eintrag; gefunden: keiner.",
    language: "de",
  });
  expect(said("params.prizes[1].quantity", "a whole number from 1 to 9007199254740991", '"many"').text).toBe(
    'Preis 2, Anzahl – erwartet: eine ganze Zahl von 1 bis 9007199254740991; gefunden: "many".',
  );
  expect(said("params.from", "a whole number from -5 to 5", "nothing").text).toBe(
    "Von – erwartet: eine ganze Zahl von -5 bis 5; gefunden: nichts.",
  );
});

describe("what a language does not know stays English, whole", () => {
  test("a phrase", () => {
    expect(sentenceOf("de", { at: "title", expected: "at least one entry or so", found: "none" })).toEqual({
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
    const { title } = problemBody(new HttpRefusal(404, "not_found", "there is nothing at this address"));
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

  test("what was expected, and what was found instead", async () => {
    const { expected, found } = await phrases();
    expect(expected.length).toBeGreaterThan(25);
    expect(found.length).toBeGreaterThan(5);
    const { problems } = LANGUAGES[language];
    expect(expected.filter((phrase) => problems.expected(phrase) === null)).toEqual([]);
    expect(found.filter((phrase) => problems.found(phrase) === phrase)).toEqual([]);
  });

  test("every refusal", async () => {
    const refusals = await refusalsInSources();
    expect(refusals.length).toBeGreaterThan(25);
    const said = refusals.map(({ reason, detail }) => [reason, refusalInWords(language, { reason, detail }).language]);
    expect(said).toEqual(refusals.map(({ reason }) => [reason, language]));
  });

  test("the title of every error", async () => {
    const text = await source("packages/runtime/problem.ts");
    const statuses = Array.from(text.matchAll(/^ {2}(\d{3}): "/gm), ([, status]) => Number(status));
    expect(statuses.length).toBeGreaterThan(8);
    for (const status of statuses) expect(titleIn(language, status, "x").language).toBe(language);
  });
});

const root = join(import.meta.dir, "..");
const source = (path: string) => Bun.file(join(root, path)).text();

/** The code whose words can come onto a page: what reads, refuses and checks what people ask for. */
async function sources(...patterns: string[]): Promise<string> {
  const paths = patterns.flatMap((pattern) => [...new Bun.Glob(pattern).scanSync({ cwd: root })]);
  return (await Promise.all(paths.filter((path) => !path.endsWith(".test.ts")).map(source))).join("\n");
}

// A string or a template, its values replaced by 7.
const WORDS = /(?:"((?:[^"\\]|\\.)*)"|`((?:[^`\\]|\\.)*)`)/.source;

function wordsAfter(text: string, before: string): string[] {
  const found = text.matchAll(new RegExp(`${before}\\s*${WORDS}`, "g"));
  return Array.from(found, ([, string, template = ""]) => {
    return string === undefined
      ? template.replaceAll("\\`", "`").replace(/\$\{[^}]*\}/g, "7")
      : JSON.parse(`"${string}"`);
  });
}

async function phrases(): Promise<{ expected: string[]; found: string[] }> {
  const read = [
    "packages/protocol/shape.ts",
    "packages/protocol/statements.ts",
    "core/*.ts",
    "core/draws/*.ts",
    "core/lists/*.ts",
    "core/pages/*.ts",
  ];
  const text = await sources(...read, "rules/catalogue/*.ts", "rules/checks.ts");
  const before = ["expected:", "const expected =", "Malformed\\.of\\(", "pattern\\(/.*?/, ", "\\},\\n\\s+"];
  const written = before
    .flatMap((one) => wordsAfter(text, one))
    .filter((phrase) => / /.test(phrase) && phrase !== "a whole number 7");
  const shapes: Shape<unknown>[] = [
    anyInteger,
    integer(1),
    integer(1, 9),
    constant("now"),
    oneOf("a", "b", "c"),
    hex(2),
  ];
  const expected = [...written, ...shapes.map(refusedBy)];
  // The parts of the sum that rules/catalogue/wording.ts writes.
  const sums = ["1 winner", "3 winners", "3 winners and 1 alternate", "1 winner and 2 alternates"];
  const found = wordsAfter(text, "found:").filter((phrase) => /[a-z]/.test(phrase)); // the others are what was typed
  return { expected, found: [...found, ...sums] };
}

function refusedBy(shape: Shape<unknown>): string {
  const read = reading(shape, {});
  return read.ok ? "" : read.problem.expected;
}

interface Literal {
  reason: string;
  detail: string;
}

async function refusalsInSources(): Promise<Literal[]> {
  const text = await sources(
    "core/*.ts",
    "core/draws/*.ts",
    "core/lists/*.ts",
    "core/pages/*.ts",
    "packages/runtime/*.ts",
  );
  const call = new RegExp(`(?:refused\\(|HttpRefusal\\(\\s*\\d+,)\\s*"(\\w+)",\\s*(?:${WORDS})?`, "g");
  const literals = Array.from(text.matchAll(call), ([, reason = "", string, template = ""]) => {
    return { reason, detail: string ?? template.replace(/\$\{[^}]*\}/g, "7") };
  });
  const steps = Object.entries(STEP_REFUSALS).map(([reason, detail]) => ({ reason, detail }));
  // What is malformed names its field; what a service does not do is told with the words that core has for it.
  const others = literals.filter(({ reason }) => !["malformed", "service_unavailable"].includes(reason));
  return [...others, ...steps, ...(await silences())];
}

async function silences(): Promise<Literal[]> {
  const text = await sources("core/draws/*.ts", "core/clients/*.ts");
  const whys = ["ServiceDown\\([^;]*?,\\s*", "demand\\([^;]*?,\\s*"].flatMap((before) => wordsAfter(text, before));
  const down = (why: string) => reachable(Promise.reject<Literal>(new ServiceDown("random-a", why)));
  return Promise.all(whys.map((why) => down(why).catch(({ refusal }: HttpRefusal) => refusal)));
}
