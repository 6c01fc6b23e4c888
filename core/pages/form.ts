// The form that makes a draw: what was typed stays as it was typed, until a draw comes out of it.
import { atLastSeparator, linesOf, spaced, typedNumber } from "@fairhat/browser/list";
import { isObject } from "@fairhat/protocol";
import type { PublishedRule } from "../services/rules.ts";

/** What was typed, by the names of the form's fields. */
export interface Form {
  title: string;
  organiser: string;
  rule: string;
  entries: string;
  draw: string;
  listed: boolean;
  /** Makes a form that is sent twice one draw. */
  key: string;
  /** Parameters by `<rule>.<name>`. */
  params: Record<string, string>;
}

/** How a parameter is asked for. */
interface FormField {
  name: string;
  label: string;
  kind: "integer" | "yes-or-no" | "prizes";
  optional: boolean;
  initial: string;
}

export interface FormRule extends Pick<PublishedRule, "name" | "title" | "text" | "takesList"> {
  fields: FormField[];
}

const LABELS: Record<string, string> = {
  winners: "Winners",
  alternates: "Alternates, in case a winner cannot take part",
  groups: "Number of groups",
  size: "or people in a group",
  from: "From",
  to: "To",
  count: "How many numbers",
  repeat: "A number may come more than once",
  prizes: "Prizes, one a line: name, quantity",
  tickets: "Entries may have several tickets",
};

/** The form of a rule, from its published schema: a new rule needs nothing here. */
export function formRule({ name, title, text, takesList, params, defaults }: PublishedRule): FormRule {
  const properties = isObject(params.properties) ? params.properties : {};
  const fields = Object.entries(properties).map(([param, schema]) => {
    return fieldOf(`${name}.${param}`, param, schema, defaults[param]);
  });
  return { name, title, text, takesList, fields };
}

function fieldOf(name: string, param: string, schema: unknown, initial: unknown): FormField {
  const { type, minimum, anyOf } = isObject(schema) ? schema : {};
  const inner = Array.isArray(anyOf) ? anyOf.find((one) => one.type !== "null") : undefined;
  if (inner) return { ...fieldOf(name, param, inner, initial), optional: true };
  return {
    name,
    label: LABELS[param] ?? param,
    kind: type === "boolean" ? "yes-or-no" : type === "array" ? "prizes" : "integer",
    optional: initial !== undefined,
    // What must be given starts as the least that makes sense.
    initial: String(initial ?? (initial === undefined && minimum === 1 ? minimum : "")),
  };
}

export function emptyForm(rules: FormRule[]): Form {
  const rule = rules.find(({ name }) => name === "winners/1") ?? rules[0];
  const fields = rules.flatMap(({ fields }) => fields);
  const params = Object.fromEntries(
    fields.map(({ name, kind, initial }) => [name, kind === "yes-or-no" ? (initial === "true" ? "on" : "") : initial]),
  );
  return {
    ...{ title: "", organiser: "", entries: "", draw: "now", listed: false },
    rule: rule?.name ?? "",
    key: crypto.randomUUID(),
    params,
  };
}

export function formOf(sent: URLSearchParams): Form {
  const value = (name: string) => sent.get(name) ?? "";
  return {
    ...{ title: value("title"), organiser: value("organiser"), rule: value("rule"), entries: value("entries") },
    ...{ draw: value("draw"), listed: sent.has("listed"), key: value("key") },
    params: Object.fromEntries([...sent].filter(([name]) => name.includes("/"))),
  };
}

/** The parameters that were typed for the chosen rule. What is no number stays as it is, to be refused by name. */
export function typedParams(form: Form, rule: FormRule): Record<string, unknown> {
  const typed = rule.fields.map((field): [string, unknown] => {
    return [field.name.slice(rule.name.length + 1), typedValue(field, form.params[field.name]?.trim() ?? "")];
  });
  return Object.fromEntries(typed.filter(([, value]) => value !== undefined));
}

function typedValue({ kind, optional }: FormField, typed: string): unknown {
  if (kind === "yes-or-no") return typed !== "";
  if (kind === "prizes") return linesOf(typed).map(typedPrize);
  return typed === "" && optional ? undefined : typedNumber(typed);
}

function typedPrize(line: string): { name: string; quantity: unknown } {
  const [name, quantity] = atLastSeparator(line);
  return { name: spaced(name), quantity: quantity === "" ? 1 : typedNumber(quantity) };
}
