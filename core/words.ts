// What the other services say in English, in the language of a page. What a language does not know stays English, whole.
import { LANGUAGES, type Language, sentenceFrom } from "@fairhat/messages";
import { EXPECTED, FOUND, type Problem, phraseIn } from "@fairhat/protocol";
import { type Field, fieldOf, type Phrases, type Refusal } from "@fairhat/runtime";
import type { PublishedRule } from "./clients/rules.ts";

/** Words, and the language that they are in. */
export interface LocalizedText {
  text: string;
  language: Language;
}

/** What a rule is called and what it does, and the language that both are in. */
export interface LocalizedRule extends Pick<PublishedRule, "title" | "text"> {
  language: Language;
}

/** What a rule is called where somebody chooses what to draw. */
export interface RuleKind {
  name: string;
  /** What it is good for, in a few words. */
  hint: string;
  /** A title for a draw of it. */
  title: string;
  language: Language;
}

type Published = Pick<PublishedRule, "name" | "title" | "text">;

const ENGLISH = "en";

/** Title and text of a rule; those that are published where the language has none for this version of it. */
export function ruleWords(language: Language, { name, title, text }: Published): LocalizedRule {
  const words = LANGUAGES[language].rules[name];
  return words ? { title: words.title, text: words.text, language } : { title, text, language: ENGLISH };
}

/** A rule's plain name, the same for all its versions; its published title where the language has no name for it. */
export function ruleKind(language: Language, rule: Published): RuleKind {
  const kind = LANGUAGES[language].make.kinds[rule.name.replace(/\/.*$/, "")];
  if (kind) return { ...kind, language };
  const { title, language: own } = ruleWords(language, rule);
  return { name: title, hint: "", title, language: own };
}

/** What a rule will do with these parameters and a list of this size; `published` is the rule's own sentence. */
export function sentenceIn(
  language: Language,
  rule: string,
  params: object,
  size: { count: number; tickets: number },
  published: string,
): LocalizedText {
  const words = LANGUAGES[language].rules[rule];
  return words ? { text: words.sentence(params, size), language } : { text: published, language: ENGLISH };
}

/** A problem in a sentence, its place as people see it on the form. One without phrases that are known here stays English. */
export function sentenceOf(language: Language, problem: Problem | Field): LocalizedText {
  const { at, expected, found, phrases } = fieldOf(problem);
  if (phrases && isKnown(phrases)) return { text: wordsOf(language, at, phrases), language };
  return { text: LANGUAGES.en.problems.sentence(placeIn(ENGLISH, at), expected, found), language: ENGLISH };
}

type Plain = (expected: never, found: string) => string;

function wordsOf(language: Language, at: string, { expected, found }: Phrases): string {
  const { problems } = LANGUAGES[language];
  const plain: Readonly<Record<string, Plain>> = problems.sentences;
  const foundWords = phraseIn(problems.found, found);
  const sentence = Object.hasOwn(plain, expected.code) ? plain[expected.code] : undefined;
  if (sentence) return sentence(expected as never, foundWords); // the code ties a sentence to its parameters
  return problems.sentence(placeIn(language, at), phraseIn(problems.expected, expected), foundWords);
}

// During an update the other services may be newer.
function isKnown({ expected, found }: Phrases): boolean {
  return Object.hasOwn(EXPECTED, expected.code) && Object.hasOwn(FOUND, found.code);
}

// People count from one: `entries[2].tickets` is "Entry 3, tickets".
function placeIn(language: Language, at: string): string {
  const { places, params, oneOf, members } = LANGUAGES[language].problems;
  const name = at.replace(/^params\./, "");
  const [, list = "", position, member] = /^(\w+)\[(\d+)\](?:\.(.*))?$/.exec(name) ?? [];
  if (position === undefined) return places[at] ?? params[name] ?? name;
  const one = `${oneOf[list] ?? list} ${Number(position) + 1}`;
  return member ? `${one}, ${members[member] ?? member}` : one;
}

/** Why something cannot be done, in a sentence. */
export function refusalInWords(language: Language, { reason, params, detail, field }: Refusal): LocalizedText {
  if (field) return sentenceOf(language, field);
  const words: Readonly<Record<string, unknown>> = LANGUAGES[language].problems.refusals;
  const known = Object.hasOwn(words, reason) ? words[reason] : null;
  if (typeof known === "function") return { text: known(params), language };
  return typeof known === "string" ? { text: known, language } : { text: sentenceFrom(detail), language: ENGLISH };
}

/** The title of an error page. */
export function titleIn(language: Language, status: number, english: string): LocalizedText {
  const text = LANGUAGES[language].problems.title(status, english);
  return text === null ? { text: english, language: ENGLISH } : { text, language };
}
