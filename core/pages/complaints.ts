// What is wrong with a form, and in which of its controls it is mended.
import type { Language } from "@fairhat/messages";
import type { Problem } from "@fairhat/protocol";
import type { Refusal } from "@fairhat/runtime";
import { controlId } from "../views/controls.ts";
import { type LocalizedText, refusalInWords, sentenceOf } from "../words.ts";

/** Words about a form; `control` is the id of the control that they are about, absent where it is no single one. */
export interface Complaint extends LocalizedText {
  control?: string;
}

const OF_A_REASON: Readonly<Record<string, string>> = {
  no_create_token: "token",
  wrong_create_token: "token",
  no_manage_key: "key",
  wrong_manage_key: "key",
  list_not_saved: "entries",
  positions_would_move: "entries",
  time_given: "drawAfter",
  time_skipped: "drawAfter",
  time_twice: "drawAfter",
};

/** Fields of the forms whose names in the protocol are their ids. */
const FIELDS = ["title", "organiser", "rule", "entries", "drawAfter", "reason", "position"];

/** A refusal in words, at its control; `rule` is the one whose parameters the form asks for. */
export function complaintOf(language: Language, refusal: Refusal, rule = ""): Complaint {
  const control = refusal.field ? controlAt(refusal.field.at, rule) : OF_A_REASON[refusal.reason];
  return { ...refusalInWords(language, refusal), ...(control && { control }) };
}

export function complaintAt(language: Language, problem: Problem, rule = ""): Complaint {
  const control = controlAt(problem.at, rule);
  return { ...sentenceOf(language, problem), ...(control && { control }) };
}

// `params.prizes[0].quantity` is mended where the prizes are typed, `entries[2].tickets` in the list.
function controlAt(at: string, rule: string): string | undefined {
  const [, param, field = ""] = /^(?:params\.(\w+)|(\w+))/.exec(at) ?? [];
  if (param) return controlId(`${rule}.${param}`);
  return FIELDS.includes(field) ? field : undefined;
}

/** The same words, without a control that the page does not have. */
export function among(controls: readonly string[], { control, ...said }: Complaint): Complaint {
  return control && controls.includes(control) ? { ...said, control } : said;
}
