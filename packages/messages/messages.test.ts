import { describe, expect, test } from "bun:test";
import { join } from "node:path";
import { LANGUAGES, type Language } from "./index.ts";
import { ENGLISH } from "./testing/english.ts";
import { type Template, templateUses, textsIn } from "./testing/templates.ts";

type Other = Exclude<Language, "en">;

/** Intentionally equal in English and every other language. */
const SAME_EVERYWHERE = [
  "check.page.digest",
  "common.nav.api",
  "common.utc",
  "places.api.title",
  "templates.pages.dice.example",
  "templates.pages.lottery-numbers.example",
];

const EXAMPLES = ["giveaway", "prize-draw", "raffle", "secret-santa", "teams"];

/** Intentionally equal in English and one other language. */
const SAME: Record<Other, string[]> = {
  de: [
    "check.checks.form.name",
    "check.facts.bytes",
    "common.problemIn",
    "make.entriesExample",
    "make.kinds.groups.name",
    "make.optional",
    "templates.pages.teams.name",
    ...EXAMPLES.map((slug) => `templates.pages.${slug}.example`),
  ],
  es: ["common.no", "make.kinds.panel.name", "make.schedule.zone"],
  fr: [
    "check.checks.signatures.name",
    "check.facts.signatures",
    "common.site.contact",
    "draw.details.service",
    "live.reveal.numbered.order",
    "make.kinds.panel.name",
    "make.schedule.zone",
    "places.draws.pages",
    "privacy.contact",
    "trust.labels.a",
    "trust.labels.b",
    "trust.service",
  ],
};

/** The other services' English is translated by rule and phrase: core/words.test.ts covers it. */
const BY_PHRASE = ["problems", "rules"];

type Leaf = string | ((...values: string[]) => string);

/** All texts of a language by their path in the catalogue. */
function* leavesOf(words: object, at = ""): Generator<[string, Leaf]> {
  for (const [key, value] of Object.entries(words)) {
    const path = at ? `${at}.${key}` : key;
    if (BY_PHRASE.includes(path)) continue;
    if (typeof value === "object") yield* leavesOf(value, path);
    else yield [path, value];
  }
}

const en = Object.fromEntries(leavesOf(LANGUAGES.en));
const { en: _english, ...OTHERS } = LANGUAGES;
const others = Object.entries(OTHERS) as [Other, (typeof OTHERS)[Other]][]; // its keys are the other languages

/** The text, with 31, 32 … as values. */
function said(leaf: Leaf | undefined): string {
  if (typeof leaf !== "function") return leaf ?? "";
  return leaf(...Array.from({ length: leaf.length }, (_, at) => `${31 + at}`));
}

describe.each(others)("in %s", (language, words) => {
  const leaves = Object.fromEntries(leavesOf(words));

  test("has every text that English has, and no more", () => {
    expect(Object.keys(leaves).sort()).toEqual(Object.keys(en).sort());
  });

  test("has no English text", () => {
    const same = Object.entries(leaves).filter(([path, leaf]) => said(leaf) === said(en[path]));
    expect(same.map(([path]) => path).sort()).toEqual([...SAME_EVERYWHERE, ...SAME[language]].sort());
    const english = Object.entries(leaves).filter(([, leaf]) => ENGLISH.test(said(leaf)));
    expect(english.map(([path, leaf]) => `${path}: ${said(leaf)}`)).toEqual([]);
  });

  test("uses all values", () => {
    const filled = (leaf: Leaf | undefined) => (said(leaf).match(/\b3[1-4]\b/g) ?? []).sort();
    const wrong = Object.entries(leaves).filter(([path, leaf]) => `${filled(leaf)}` !== `${filled(en[path])}`);
    expect(wrong.map(([path]) => path)).toEqual([]);
  });
});

test("French has narrow spaces before its tall punctuation, and curved apostrophes", () => {
  const wrong = / [;:!?»]|[\p{L}\d][;!?»]|« |\p{L}'\p{L}/u;
  const french = Object.entries(Object.fromEntries(leavesOf(LANGUAGES.fr))).map(([path, leaf]) => [path, said(leaf)]);
  const ours = french.filter(([path]) => path !== "make.params.panels" && path !== "make.params.forbidden"); // what people type
  expect(ours.filter(([, text = ""]) => wrong.test(text.replace(/[?#]\S+=/g, "")))).toEqual([]);
  expect(wrong.test("Vrai ?")).toBe(true);
});

test("English is detected as English", () => {
  expect(Object.values(en).filter((leaf) => ENGLISH.test(said(leaf))).length).toBeGreaterThan(100);
});

const root = join(import.meta.dir, "../..");

async function filesOf(pattern: string): Promise<Template[]> {
  const paths = [...new Bun.Glob(pattern).scanSync({ cwd: root })].filter((path) => !path.includes(".test."));
  return Promise.all(paths.map(async (path) => ({ path, text: await Bun.file(join(root, path)).text() })));
}

const templates = await filesOf("core/views/*.eta");

describe("templates", () => {
  test("use the catalogue's texts, and all of them exist", () => {
    expect(templates.length).toBeGreaterThan(20);
    expect(templateUses(templates, LANGUAGES.en).missing).toEqual([]);
  });

  test("contain no text", () => {
    expect(templates.flatMap(({ path, text }) => textsIn(text).map((found) => `${path}: ${found}`))).toEqual([]);
  });

  test("are checked by a test that can fail", () => {
    const wrong = '{% const { draw } = it.m; %}<p title="Ada">{%= draw.nothing %} {%= it.m.common.motto %} Hello</p>';
    expect(templateUses([{ path: "x.eta", text: wrong }], LANGUAGES.en)).toEqual({
      missing: ["x.eta: draw.nothing"],
      used: new Set(["common.motto"]),
    });
    expect(textsIn(`${wrong}<code>npm</code>{%= a ? "one two" : 'x="y z"' %}`)).toEqual(["Hello", "Ada", "one two"]);
  });
});

test("every text of the catalogue is used", async () => {
  const { used } = templateUses(templates, LANGUAGES.en);
  const code = (await Promise.all(["browser/**/*.ts", "core/{views,pages}/*.ts"].map(filesOf)))
    .flat()
    .map(({ text }) => text)
    .join("\n");
  const unsaid = Object.keys(en).filter((path) => !used.has(path) && !isNamed(path, code));
  expect(unsaid).toEqual([]);
});

// By its name, or together with its siblings by a computed name: words[reason], own(words, reason).
function isNamed(path: string, code: string): boolean {
  const names = path.split(".");
  const own = names.at(-1) ?? "";
  if (new RegExp(`\\.${own}\\b|\\{[^{}=]*\\b${own}\\b[^{}=]*\\} = `).test(code)) return true;
  return names
    .slice(1, -1)
    .some((name) => new RegExp(`\\b${name}\\[|entries\\([\\w.]*\\b${name}\\)|own\\([\\w.]*\\b${name},`).test(code));
}
