import { beforeAll, describe, expect, test } from "bun:test";
import { LANGUAGES, type Language } from "@fairhat/messages";
import { rulesApp } from "@fairhat/rules";
import { check, complete } from "@fairhat/rules/catalogue";
import { logger } from "@fairhat/runtime";
import type { PublishedRule } from "../clients/rules.ts";
import {
  emptyForm,
  type Form,
  type FormRule,
  fieldsOf,
  formOf,
  formRule,
  presetForm,
  titled,
  typedParams,
  typedRule,
  writtenParam,
} from "./form.ts";

const REDRAW = { previous: "0".repeat(32), previousKey: "k" };

let rules: FormRule[];
const ruleOf = (name: string) => rules.find((rule) => rule.name === name) as FormRule;

beforeAll(async () => {
  const app = rulesApp({ about: { service: "rules", revision: "test", version: "1" }, log: logger("rules", "silent") });
  const answer = await app.handle(new Request("http://localhost/rules"));
  rules = ((await answer.json()) as { rules: PublishedRule[] }).rules
    .filter(({ name }) => name === typedRule(name))
    .map((rule) => formRule("en", rule));
});

describe("a rule's form is generated from its published schema", () => {
  test.each([
    ["order/1", []],
    ["winners/1", ["winners: integer = 1", "alternates: integer = 0, optional"]],
    ["raffle/1", ["winners: integer = 1", "alternates: integer = 0, optional"]],
    ["prizes/1", ["prizes: prizes = ", "tickets: yes-or-no = false, optional", "alternates: integer = 0, optional"]],
    ["groups/1", ["groups: integer = , optional", "size: integer = , optional"]],
    ["bracket/1", ["seeds: integer = 0, optional"]],
    ["roundrobin/1", ["twice: yes-or-no = false, optional"]],
    ["pairs/1", ["forbidden: pairs = , optional"]],
    ["panel/1", ["panels: panels = "]],
    ["numbers/1", ["from: integer = ", "to: integer = ", "count: integer = 1", "repeat: yes-or-no = false, optional"]],
  ])("%s", (name, fields) => {
    const found = ruleOf(name).fields.map(({ name: field, kind, initial, optional }) => {
      return `${field.slice(name.length + 1)}: ${kind} = ${initial}${optional ? ", optional" : ""}`;
    });
    expect(found).toEqual(fields);
  });

  test("every parameter of every rule has a label", () => {
    for (const { fields } of rules) {
      for (const { param } of fields) {
        for (const { make } of Object.values(LANGUAGES)) expect(make.params).toHaveProperty(param);
      }
    }
  });

  test("even for an unknown rule", () => {
    const sure = { anyOf: [{ type: "boolean" }, { type: "null" }] };
    const schema = { properties: { weight: { type: "integer" }, odd: true, sure } };
    const made = formRule("en", {
      name: "new/1",
      title: "New",
      text: "",
      params: schema,
      defaults: {},
      takesList: true,
      examples: [],
    });
    expect(made.fields).toEqual([
      { name: "new/1.weight", param: "weight", kind: "integer", optional: false, initial: "" },
      { name: "new/1.odd", param: "odd", kind: "integer", optional: false, initial: "" },
      { name: "new/1.sure", param: "sure", kind: "yes-or-no", optional: true, initial: "" },
    ]);
    const bare = { name: "new/2", title: "New", text: "", params: {}, defaults: {}, takesList: true, examples: [] };
    expect(formRule("en", bare).fields).toEqual([]);
  });
});

describe("an empty form", () => {
  test("starts with winners/1, the rules' defaults, and a new key", () => {
    const form = emptyForm(rules);
    expect(form).toMatchObject({
      title: "",
      organiser: "",
      entries: "",
      draw: "now",
      drawAfter: "",
      listed: false,
      rule: "winners/1",
    });
    expect(form.params).toMatchObject({ "winners/1.winners": "1", "groups/1.size": "", "numbers/1.repeat": "" });
    expect(form.key).not.toBe(emptyForm(rules).key);
    expect(emptyForm([...rules].reverse()).rule).toBe("winners/1");
  });

  test("starts with any rule there is, or none", () => {
    expect(emptyForm([ruleOf("order/1")]).rule).toBe("order/1");
    expect(emptyForm([]).rule).toBe("");
  });

  test("has a box ticked by the rule's default", () => {
    const params = { properties: { sure: { type: "boolean" } } };
    const rule = formRule("en", {
      name: "new/1",
      title: "",
      text: "",
      params,
      defaults: { sure: true },
      takesList: true,
      examples: [],
    });
    expect(emptyForm([rule]).params).toEqual({ "new/1.sure": "on" });
  });
});

test("formOf keeps input unchanged", () => {
  const typed = {
    ...REDRAW,
    title: " T ",
    organiser: "",
    rule: "x",
    entries: "Ada\r\n",
    draw: "later",
    drawAfter: "2026-12-24T20:00",
    zone: "Europe/Berlin",
    scripted: "on",
    listed: "on",
    token: "office.code",
    key: "k",
  };
  const sent = new URLSearchParams({ ...typed, "winners/1.winners": " 2 ", other: "x" });
  expect(formOf(sent)).toEqual({
    ...typed,
    keep: [],
    private: false,
    hidden: false,
    mask: "initials",
    listed: true,
    scripted: true,
    longEntries: null,
    params: { "winners/1.winners": " 2 " },
  });
  expect(formOf(new URLSearchParams())).toEqual({
    title: "",
    organiser: "",
    rule: "",
    entries: "",
    draw: "now",
    drawAfter: "",
    zone: "",
    key: "",
    scripted: false,
    listed: false,
    longEntries: null,
    params: {},
    keep: [],
    private: false,
    hidden: false,
    mask: "initials",
    token: "",
    previous: "",
    previousKey: "",
  });
});

describe("a form without a title", () => {
  const at = Date.parse("2026-11-30T23:30:00Z");
  const titleOf = (language: Language, changes: Partial<Form>) => {
    return titled({ ...emptyForm(rules), ...changes }, language, rules, at).title;
  };

  test("gets one from its rule and the visitor's date", () => {
    expect(titleOf("en", { rule: "raffle/1" })).toBe("Raffle, 30 November 2026");
    expect(titleOf("en", { rule: "raffle/1", zone: "Europe/Berlin", title: " " })).toBe("Raffle, 1 December 2026");
    expect(titleOf("de", { rule: "order/1", zone: "Mars/Olympus" })).toBe("Random order, 30. November 2026");
  });

  test("keeps the typed one", () => {
    expect(titleOf("en", { title: "Three books" })).toBe("Three books");
    expect(titleOf("en", { rule: "nobody/1" })).toBe("");
  });
});

describe("a link fills the form", () => {
  const preset = (query: Record<string, string>) => presetForm(rules, query);

  test("with a rule, its parameters and a title", () => {
    const form = preset({ rule: "groups/1", groups: "6", title: "Six teams", organiser: "The club" });
    expect(form).toMatchObject({ rule: "groups/1", title: "Six teams", organiser: "The club", entries: "" });
    expect(form.params).toEqual({ ...emptyForm(rules).params, "groups/1.groups": "6" });
  });

  test("ticks a box only if the link says so", () => {
    const repeat = (value: string) => preset({ rule: "numbers/1", repeat: value }).params["numbers/1.repeat"];
    expect([repeat("yes"), repeat("true"), repeat("no"), repeat("0")]).toEqual(["yes", "true", "", ""]);
  });

  test("ignores what it does not know", () => {
    const { key: _, ...form } = preset({ rule: "nobody/1", groups: "6", listed: "on", previousKey: "k", draw: "at" });
    const { key: __, ...empty } = emptyForm(rules);
    expect(form).toEqual(empty);
  });
});

test("fieldsOf writes what formOf reads", () => {
  const form = { ...emptyForm(rules), title: " T", entries: "Ada\r\n" };
  for (const one of [
    form,
    { ...form, scripted: true, zone: "Asia/Kolkata", draw: "at", drawAfter: "2026-12-24T20:00" },
    { ...form, listed: true, keep: ["numbering/2/1/1. Ada", "sum_row/1/3/Total, 3"] },
    { ...form, ...REDRAW },
  ]) {
    expect(formOf(new URLSearchParams([...fieldsOf(one)]))).toEqual(one);
  }
  expect([...fieldsOf(form)].map(([name]) => name)).not.toContain("previous");
});

test("writtenParam writes what typedParams reads", () => {
  const given = {
    "winners/1": { winners: 3, alternates: 0 },
    "prizes/1": {
      prizes: [
        { name: "Tea, black", quantity: 2 },
        { name: "Hat", quantity: 1 },
      ],
      tickets: true,
      alternates: 1,
    },
    "numbers/1": { from: -5, to: 5, count: 1, repeat: false },
  };
  for (const [name, params] of Object.entries(given)) {
    const written = Object.entries(params).map(([param, value]) => [`${name}.${param}`, writtenParam(value)]);
    const form = { ...emptyForm(rules), params: Object.fromEntries(written) };
    expect<Record<string, unknown>>(typedParams(form, ruleOf(name))).toEqual(params);
  }
  expect(writtenParam(null)).toBe("");
});

describe("typedParams", () => {
  const typed = (name: string, params: Record<string, string>) => {
    const named = Object.entries(params).map(([param, value]) => [`${name}.${param}`, value]);
    return typedParams({ ...emptyForm(rules), params: Object.fromEntries(named) }, ruleOf(name));
  };

  test("reads whole numbers, and keeps other text to be refused", () => {
    expect(typed("winners/1", { winners: " 3 ", alternates: "2" })).toEqual({ winners: 3, alternates: 2 });
    expect(typed("numbers/1", { from: "-5", to: "005", count: "1" })).toEqual({
      from: -5,
      to: 5,
      count: 1,
      repeat: false,
    });
    for (const text of ["1.5", "two", "1e3", "--1", "12345678901234567", "", "0x1"]) {
      expect(typed("winners/1", { winners: text })).toEqual({ winners: text });
    }
  });

  test("omits empty optional values", () => {
    expect(typed("groups/1", { groups: "", size: "4" })).toEqual({ size: 4 });
    expect(typed("winners/1", { winners: "1" })).toEqual({ winners: 1 });
  });

  test("reads ticked boxes", () => {
    expect(typed("numbers/1", { from: "1", to: "6", count: "1", repeat: "on" })).toMatchObject({ repeat: true });
  });

  test("reads prizes, one per line", () => {
    const prizes = "Car, 1\r\n\r\n Book ;3\nTea, black, 2\nHat\nDinner for two, Saturday\nNut,\n\t\n3x Pen\nCup, 2x";
    expect(typed("prizes/1", { prizes })).toEqual({
      prizes: [
        { name: "Car", quantity: 1 },
        { name: "Book", quantity: 3 },
        { name: "Tea, black", quantity: 2 },
        { name: "Hat", quantity: 1 },
        { name: "Dinner for two, Saturday", quantity: 1 },
        { name: "Nut", quantity: 1 },
        { name: "Pen", quantity: 3 },
        { name: "Cup", quantity: 2 },
      ],
      tickets: false,
    });
    expect(typed("prizes/1", {})).toEqual({ prizes: [], tickets: false });
  });
});

test.each<[string, Record<string, string>, string]>([
  ["winners/1", { winners: "" }, "params.winners"],
  ["winners/1", { winners: "2.5" }, "params.winners"],
  ["winners/1", { winners: "0" }, "params.winners"],
  ["winners/1", { winners: "21" }, "params.winners"],
  ["winners/1", { winners: "9".repeat(30) }, "params.winners"],
  ["winners/1", { winners: "2", alternates: "x" }, "params.alternates"],
  ["winners/1", { winners: "18", alternates: "3" }, "params.alternates"],
  ["raffle/1", { winners: "1e3" }, "params.winners"],
  ["prizes/1", { prizes: "" }, "params.prizes"],
  ["prizes/1", { prizes: "Book\nPen, 2%" }, "params.prizes[1].quantity"],
  ["prizes/1", { prizes: "Book, 0" }, "params.prizes[0].quantity"],
  ["prizes/1", { prizes: "Book, 1,5" }, "params.prizes[0].quantity"],
  ["prizes/1", { prizes: "Book, 99999999999999999999" }, "params.prizes[0].quantity"],
  ["prizes/1", { prizes: "Book, 21" }, "params.prizes"],
  ["prizes/1", { prizes: "x".repeat(201) }, "params.prizes[0].name"],
  ["groups/1", { groups: "", size: "" }, "params.groups"],
  ["groups/1", { groups: "2", size: "2" }, "params.groups"],
  ["groups/1", { groups: "two" }, "params.groups"],
  ["groups/1", { size: "21" }, "params.size"],
  ["pairs/1", { forbidden: "Ada - Grace" }, "params.forbidden[0]"],
  ["panel/1", { panels: "" }, "params.panels"],
  ["panel/1", { panels: "3: Ada" }, "params.panels[0]"],
  ["numbers/1", { from: "", to: "2", count: "1" }, "params.from"],
  ["numbers/1", { from: "1", to: "", count: "1" }, "params.to"],
  ["numbers/1", { from: "2", to: "1", count: "1" }, "params.to"],
  ["numbers/1", { from: "1", to: "6", count: "10001", repeat: "on" }, "params.count"],
  ["numbers/1", { from: "1", to: "6", count: "7" }, "params.count"],
  ["numbers/1", { from: "0", to: "9007199254740992", count: "1" }, "params.to"],
])("a wrong value for %s is refused by its name: %j", (name, typed, at) => {
  const params = Object.fromEntries(Object.entries(typed).map(([param, value]) => [`${name}.${param}`, value]));
  const rule = ruleOf(name);
  const count = rule.takesList ? 20 : 0;
  const asked = complete(name, typedParams({ ...emptyForm(rules), params }, rule));
  expect(check(name, asked, { count, tickets: count })).toMatchObject({ ok: false, problem: { at } });
});
