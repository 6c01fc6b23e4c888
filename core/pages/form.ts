// The form that makes a draw: input stays as typed until a draw is made from it.
import { isPairs, isPanels, type ParamField, typedParam, writtenPairs, writtenPanels } from "@fairhat/browser/list";
import { MASKS, type Mask } from "@fairhat/lists";
import { type Language, localeOf } from "@fairhat/messages";
import { isObject } from "@fairhat/protocol";
import type { PublishedRule } from "../clients/rules.ts";
import { LongText, textIn } from "../lists/long-text.ts";
import { type LocalizedRule, type RuleKind, ruleKind, ruleWords } from "../words.ts";
import { zoneOf } from "./when.ts";

/** The input, by field name. */
export interface Form {
  title: string;
  organiser: string;
  rule: string;
  entries: string;
  /** The text behind the mark in `entries`, if it is too long. */
  longEntries: LongText | null;
  /** "now", "later", or "at" the time of drawAfter. */
  draw: string;
  /** As in a time field, on the clock of `zone`. */
  drawAfter: string;
  /** The visitor's time zone; empty without scripts. */
  zone: string;
  /** Whether the sending page runs scripts, which take the organiser's key from an address. */
  scripted: boolean;
  listed: boolean;
  /** Whether names are kept private. */
  private: boolean;
  /** Whether the browser has hidden them: `entries` has one line per entry, without its name. */
  hidden: boolean;
  mask: Mask;
  /** The access code, where only some may make draws. */
  token: string;
  /** Makes a form that is submitted twice one draw. */
  key: string;
  /** The void draw to replace and its manage key; empty if none. */
  previous: string;
  previousKey: string;
  /** Parameters by `<rule>.<name>`. */
  params: Record<string, string>;
  /** Accepted findings. */
  keep: string[];
}

/** How the form asks for a parameter. */
interface FormField extends ParamField {
  name: string;
  /** The parameter's name in the protocol. */
  param: string;
  initial: string;
}

export interface FormRule extends Pick<PublishedRule, "name" | "takesList">, LocalizedRule {
  kind: RuleKind;
  fields: FormField[];
}

const LONGEST_TITLE = 200; // characters, as in the protocol

/** The form of a rule, from its published schema: a new rule needs no code here. */
export function formRule(language: Language, rule: PublishedRule): FormRule {
  const { name, takesList, params, defaults } = rule;
  const properties = isObject(params.properties) ? params.properties : {};
  const fields = Object.entries(properties).map(([param, schema]) => {
    return fieldOf(`${name}.${param}`, param, schema, defaults[param]);
  });
  return { name, ...ruleWords(language, rule), kind: ruleKind(language, rule), takesList, fields };
}

function fieldOf(name: string, param: string, schema: unknown, initial: unknown): FormField {
  const { type, minimum, anyOf, items } = isObject(schema) ? schema : {};
  const inner = Array.isArray(anyOf) ? anyOf.find((one) => one.type !== "null") : undefined;
  if (inner) return { ...fieldOf(name, param, inner, initial), optional: true };
  return {
    name,
    param,
    kind: type === "boolean" ? "yes-or-no" : type === "array" ? listKind(items) : "integer",
    optional: initial !== undefined,
    // A required value starts as the smallest sensible one.
    initial: String(initial ?? (initial === undefined && minimum === 1 ? minimum : "")),
  };
}

function listKind(items: unknown): ParamField["kind"] {
  if (!isObject(items)) return "prizes";
  if (items.type === "array") return "pairs";
  return isObject(items.properties) && "positions" in items.properties ? "panels" : "prizes";
}

/** The rule by which the form asks for one: nobody types whom a draw excludes and which one it follows. */
export function typedRule(rule: string): string {
  return rule.replace(/^(winners|raffle|prizes)\/2$/, "$1/1");
}

export function emptyForm(rules: FormRule[]): Form {
  const rule = rules.find(({ name }) => name === "winners/1") ?? rules[0];
  const fields = rules.flatMap(({ fields }) => fields);
  const params = Object.fromEntries(
    fields.map(({ name, kind, initial }) => [name, kind === "yes-or-no" ? (initial === "true" ? "on" : "") : initial]),
  );
  return {
    ...{
      title: "",
      organiser: "",
      entries: "",
      longEntries: null,
      draw: "now",
      drawAfter: "",
      zone: "",
      scripted: false,
      listed: false,
      private: false,
      hidden: false,
      mask: MASKS[0],
      token: "",
      previous: "",
      previousKey: "",
      keep: [],
    },
    rule: rule?.name ?? "",
    key: crypto.randomUUID(),
    params,
  };
}

export function formOf(sent: URLSearchParams): Form {
  const value = (name: string) => sent.get(name) ?? "";
  const entries = textIn(sent, "entries");
  return {
    title: value("title"),
    organiser: value("organiser"),
    rule: value("rule"),
    entries: value("entries"),
    longEntries: entries instanceof LongText ? entries : null,
    draw: value("draw") || "now",
    drawAfter: value("drawAfter"),
    zone: value("zone"),
    scripted: sent.has("scripted"),
    listed: sent.has("listed"),
    private: sent.has("private"),
    hidden: sent.has("hidden"),
    mask: MASKS.find((one) => one === value("mask")) ?? MASKS[0],
    token: value("token"),
    key: value("key"),
    previous: value("previous"),
    previousKey: value("previousKey"),
    keep: sent.getAll("keep"),
    params: Object.fromEntries([...sent].filter(([name]) => name.includes("/"))),
  };
}

/** The fields that a form submits, as `formOf` reads them. */
export function* fieldsOf({
  params,
  keep,
  listed,
  scripted,
  private: isPrivate,
  hidden,
  token,
  previous,
  previousKey,
  longEntries: _,
  ...texts
}: Form): Generator<[string, string]> {
  yield* Object.entries(texts);
  if (listed) yield ["listed", "on"];
  if (scripted) yield ["scripted", "on"];
  if (isPrivate) yield ["private", "on"];
  if (hidden) yield ["hidden", "on"];
  if (token) yield ["token", token];
  if (previous) yield* Object.entries({ previous, previousKey });
  for (const answer of keep) yield ["keep", answer];
  yield* Object.entries(params);
}

/**
 * The typed parameters of the chosen rule for a list of these labels. Text that is not a number is kept, to be refused
 * by name.
 */
export function typedParams(form: Form, rule: FormRule, labels: readonly string[] = []): Record<string, unknown> {
  const typed = rule.fields.map((field): [string, unknown] => {
    return [field.param, typedParam(field, form.params[field.name]?.trim() ?? "", labels)];
  });
  return Object.fromEntries(typed.filter(([, value]) => value !== undefined));
}

/** A parameter as a person would have typed it; `labels` identify entries of the list. */
export function writtenParam(value: unknown, labels: ReadonlyMap<number, string> = new Map()): string {
  if (isPairs(value)) return writtenPairs(value, labels).join("\n");
  if (isPanels(value)) return writtenPanels(value, labels).join("\n");
  if (Array.isArray(value)) return value.map(({ name, quantity }) => `${name}, ${quantity}`).join("\n");
  return typeof value === "boolean" ? (value ? "on" : "") : String(value ?? "");
}

/** The form with a default title: `Raffle, 1 December 2026`. */
export function titled(form: Form, language: Language, rules: FormRule[], now: number): Form {
  const rule = rules.find(({ name }) => name === form.rule);
  if (form.title.trim() !== "" || !rule) return form;
  const format = new Intl.DateTimeFormat(localeOf(language), { dateStyle: "long", timeZone: zoneOf(form.zone) });
  const day = format.format(now);
  return { ...form, title: `${rule.kind.title}, ${day}`.slice(0, LONGEST_TITLE) };
}

/** The form that a link fills: /?rule=groups/1&groups=6. Unknown rules and parameters are ignored. */
export function presetForm(rules: FormRule[], query: Record<string, unknown>): Form {
  const empty = emptyForm(rules);
  const text = (name: string) => (typeof query[name] === "string" ? query[name] : undefined);
  const rule = rules.find(({ name }) => name === text("rule"));
  const chosen = rule ?? rules.find(({ name }) => name === empty.rule);
  const given = (chosen?.fields ?? []).flatMap(({ name, param, kind }) => {
    const value = text(param);
    if (value === undefined) return [];
    return [[name, kind === "yes-or-no" && ["", "no", "false", "0"].includes(value) ? "" : value]];
  });
  return {
    ...empty,
    title: text("title") ?? "",
    organiser: text("organiser") ?? "",
    rule: chosen?.name ?? "",
    params: { ...empty.params, ...Object.fromEntries(given) },
  };
}
