import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import type { Entry } from "@fairhat/protocol";
import { startRules } from "@fairhat/rules";
import type { Serving } from "@fairhat/runtime";
import { rulesService } from "../clients/rules.ts";
import type { Context } from "../draws/context.ts";
import { entriesOf } from "../draws/entries.ts";
import { emptyForm, type Form, type FormRule, formRule } from "./form.ts";
import { type Preview, previewOf } from "./preview.ts";

let serving: Serving;
let context: Context;
let rules: FormRule[];

beforeAll(async () => {
  serving = await startRules({ LOG_LEVEL: "silent", HOST: "127.0.0.1", PORT: "0" });
  context = { rules: rulesService(serving.url), clock: Date.now } as Context;
  rules = (await context.rules.published()).map((rule) => formRule("en", rule));
});
afterAll(() => serving.stop());

async function preview(changes: Partial<Form>) {
  const { params, ...form } = emptyForm(rules);
  const typed = { ...form, title: "Three books", entries: "Ada\nGrace\nEmmy", ...changes };
  return previewOf(context, "en", { ...typed, params: { ...params, ...changes.params } }, rules);
}

function entriesIn(shown: Preview): Entry[] {
  if (!shown.ok) throw new Error(JSON.stringify(shown.problems));
  return shown.draft.list.chunks.flatMap(entriesOf);
}

describe("input becomes a draft, with the rule's description", () => {
  test("by the chosen rule", async () => {
    const shown = await preview({ title: " Three books ", params: { "winners/1.winners": "2" } });
    expect(shown).toMatchObject({
      ok: true,
      draft: {
        title: "Three books",
        rule: "winners/1",
        params: { winners: 2, alternates: 0 },
        draw: "now",
        listed: false,
      },
      sentence: { text: "2 winners are drawn from 3 entries; every entry has the same chance.", language: "en" },
      rule: { name: "winners/1" },
    });
  });

  test("with tickets if they count, and otherwise without", async () => {
    const entries = "Ada, 3\nGrace";
    const weighted = [{ label: "Ada", tickets: 3 }, { label: "Grace" }];
    expect(entriesIn(await preview({ rule: "raffle/1", entries }))).toEqual(weighted);
    expect(entriesIn(await preview({ entries }))).toEqual([{ label: "Ada, 3" }, { label: "Grace" }]);
    const prizes = { "prizes/1.prizes": "Car, 1", "prizes/1.tickets": "on" };
    expect(entriesIn(await preview({ rule: "prizes/1", entries, params: prizes }))).toEqual(weighted);
  });

  test("in form NFC", async () => {
    const shown = await preview({ title: "Cafe\u0301", entries: "Ame\u0301lie" });
    expect(shown).toMatchObject({ ok: true, draft: { title: "Café" } });
    expect(entriesIn(shown)).toEqual([{ label: "Amélie" }]);
  });
});

test("a time is in the organiser's zone", async () => {
  const due = async (drawAfter: string) => {
    const shown = await preview({ draw: "at", drawAfter, zone: "Europe/Berlin" });
    return shown.ok && [shown.draft.draw, shown.draft.drawAfter];
  };
  expect(await due("2040-12-24T20:00")).toEqual(["later", "2040-12-24T19:00:00.000Z"]);
  expect(await due("2040-07-24T20:00")).toEqual(["later", "2040-07-24T18:00:00.000Z"]);
});

describe("all problems are shown at once", () => {
  test.each<[Partial<Form>, string[]]>([
    [{ rule: "nobody/1" }, ["Choose a rule."]],
    [{ rule: "" }, ["Choose a rule."]],
    [
      { title: " " },
      ["What the draw is for: expected text of 1 to 200 characters, without control characters, found nothing."],
    ],
    [
      { title: "\u3164\u200b" },
      ["What the draw is for: expected at least one visible character, found only spaces or invisible characters."],
    ],
    [
      { rule: "raffle/1", entries: "Ada\n\u200b, 3" },
      ["1 line with tickets and no name – line 2: \u200b, 3. Add the name, or remove the line."],
    ],
    [
      { organiser: "x".repeat(201) },
      ["Organiser: expected text of 0 to 200 characters, without control characters, found "],
    ],
    [{ entries: "" }, ["The list is empty: add at least one entry."]],
    [{ entries: `Ada\n\n${"x".repeat(201)}` }, ["1 name with more than 200 characters – line 3: xxx"]],
    [{ entries: "Ada\na\u0007b" }, ["Entry 2, name: expected text of 1 to 200 characters, without control characters"]],
    [
      { params: { "winners/1.winners": "many" } },
      ['Winners: expected a whole number from 1 to 9007199254740991, found "many".'],
    ],
    [{ params: { "winners/1.winners": "" } }, ["Winners: expected a whole number"]],
    [{ params: { "winners/1.winners": "4" } }, ["You asked for 4 winners but have 3 entries"]],
    [
      { rule: "raffle/1", entries: "Ada, 0" },
      ["1 line with a number of tickets that cannot be read – line 1: Ada, 0 (no tickets). Write"],
    ],
    [
      { rule: "raffle/1", entries: "Ada, 9007199254740991\nGrace, 9007199254740991" },
      ["Tickets: expected a whole number from 0 to 9007199254740991"],
    ],
    [{ draw: "at", drawAfter: "2020-01-31T18:00" }, ["The time: expected a time to come"]],
    [{ draw: "at", drawAfter: "2040-02-30T18:00" }, ["The time: expected a time like"]],
    [{ draw: "soon" }, ['When: expected "now" or "later", found "soon".']],
    [{ title: "", entries: "" }, ["What the draw is for: expected", "The list is empty"]],
  ])("%j", async (changes, problems) => {
    const shown = await preview(changes);
    if (shown.ok) throw new Error("it was taken");
    expect(shown.problems).toHaveLength(problems.length);
    for (const [at, problem] of problems.entries()) expect(shown.problems[at]?.text).toStartWith(problem);
  });

  test("of an invisible title, in German", async () => {
    const shown = await previewOf(context, "de", { ...emptyForm(rules), title: "\u2800", entries: "Ada" }, rules);
    expect(shown).toMatchObject({
      problems: [
        {
          text: "Was wird ausgelost – erwartet: mindestens ein sichtbares Zeichen; gefunden: nur Leerzeichen oder unsichtbare Zeichen.",
          language: "de",
        },
      ],
    });
  });

  test("also a refusal without a field", async () => {
    const refusing = {
      ...context,
      rules: {
        ...context.rules,
        check: async () => ({ ok: false, refused: { reason: "x", detail: "Not today" } }) as const,
      },
    };
    const form = { ...emptyForm(rules), title: "T", entries: "Ada" };
    expect(await previewOf(refusing, "de", form, rules)).toEqual({
      ok: false,
      problems: [{ text: "Not today.", language: "en" }],
    });
  });
});
