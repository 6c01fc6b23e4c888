// Asks the server what a rule would do with a list of some size.
import { namedPairs } from "../list/pairs.ts";
import { NAMES_ENTRIES, type ParamField, typedParam } from "../list/params.ts";
import { language } from "./page.ts";

export type RuleAnswer = { text: string; language: string } & ({ fits: false } | { fits: true; takesTickets: boolean });

type Answer =
  | { fits: true; sentence: string; takesTickets: boolean }
  | { fits: false; why: string; field?: { at: string } };

/**
 * Asks about the chosen rule; `labelsNow` gives the list if the rule names entries. Null if there is nothing to show
 * yet, or no answer.
 */
export async function askRule(
  form: HTMLFormElement,
  entries: { count: number; tickets: number },
  labelsNow: () => Promise<readonly string[]>,
): Promise<RuleAnswer | null> {
  const rule = form.querySelector<HTMLInputElement>('[name="rule"]:checked')?.value ?? "";
  const fields = [...form.querySelectorAll<Field>(`[name^="${CSS.escape(rule)}."]`)];
  const labels = fields.some(({ dataset }) => NAMES_ENTRIES.includes(dataset.kind ?? "")) ? await labelsNow() : [];
  const isPrivate = form.querySelector<HTMLInputElement>('[name="private"]')?.checked ?? false;
  const params = typedParams(fields, rule, labels);
  const body = JSON.stringify({ rule, params: isPrivate ? withoutNames(params) : params, entries });
  const headers = { "content-type": "application/json" };
  const response = await fetch(`/api/rules/check?lang=${language}`, { method: "POST", headers, body }).catch(
    () => null,
  );
  if (!response?.ok) return null;
  const answer: Answer = await response.json();
  const said = response.headers.get("content-language") ?? language;
  if (answer.fits) return { fits: true, text: answer.sentence, takesTickets: answer.takesTickets, language: said };
  // An empty list is no error for someone who starts typing.
  return entries.count === 0 && answer.field?.at.startsWith("entries")
    ? null
    : { fits: false, text: namedPairs(answer.why, labels), language: said };
}

type Field = HTMLInputElement | HTMLTextAreaElement;

function typedParams(fields: Field[], rule: string, labels: readonly string[]): Record<string, unknown> {
  const typed = fields.map((field) => [field.name.slice(rule.length + 1), typedIn(field, labels)]);
  return Object.fromEntries(typed.filter(([, value]) => value !== undefined));
}

// A line that matches no entries is text that may contain names.
function withoutNames(params: Record<string, unknown>): Record<string, unknown> {
  const changed = Object.entries(params).map(([name, value]) => {
    return [name, Array.isArray(value) ? value.map((one) => (typeof one === "string" ? "?" : one)) : value];
  });
  return Object.fromEntries(changed);
}

function typedIn(field: Field, labels: readonly string[]): unknown {
  const kind = field.dataset.kind as ParamField["kind"];
  const typed =
    field instanceof HTMLInputElement && field.type === "checkbox" && !field.checked ? "" : field.value.trim();
  return typedParam({ kind, optional: field.dataset.optional !== undefined }, typed, labels);
}
