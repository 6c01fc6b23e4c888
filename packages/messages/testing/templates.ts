// Finds the messages that templates use, and text of their own.

export interface Template {
  path: string;
  text: string;
}

interface Uses {
  /** Messages that are used but missing: `draw.nothing`. */
  missing: string[];
  /** Paths of used messages: `common.motto`. */
  used: Set<string>;
}

/** Where a template's variable points in the catalogue: `words` to `places.draws`, `m` to all of it. */
type Names = Map<string, string[]>;

const TAG = /\{%[=~]?([\s\S]*?)%\}/g;
const CHAIN = /(?<![\w.$"])([A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*)(\[)?/g;
const DECLARED = /const (?:(\w+)|\{([^}]*)\}) = ([\w.]+);/g;
const INCLUDE = /include\("@(\w+)", \{([^}]*)\}\)/g;

export function templateUses(templates: Template[], catalogue: object): Uses {
  const uses: Uses = { missing: [], used: new Set() };
  const given = includes(templates);
  for (const { path, text } of templates) {
    const code = codeOf(text);
    const names = namesIn(code, given.get(nameOf(path)) ?? new Map());
    for (const [whole, chain = "", index] of code.matchAll(CHAIN)) {
      const place = resolved(chain, names);
      const all = index !== undefined || code.includes(`Object.entries(${whole})`);
      if (place && !use(catalogue, place, all, uses.used)) uses.missing.push(`${nameOf(path)}.eta: ${place.join(".")}`);
    }
  }
  return uses;
}

function nameOf(path: string): string {
  return path.replace(/^.*\//, "").replace(/\.eta$/, "");
}

function codeOf(text: string): string {
  return Array.from(text.matchAll(TAG), ([, code]) => code).join("\n");
}

/** The variables that each template gets from those that include it: `include("@promise", { words: it.m.home })`. */
function includes(templates: Template[]): Map<string, Names> {
  const given = new Map<string, Names>();
  for (const { text } of templates) {
    const code = codeOf(text);
    const names = namesIn(code, new Map());
    for (const [, target = "", members = ""] of code.matchAll(INCLUDE)) {
      for (const [name, chain] of pairsOf(members)) {
        const place = resolved(chain, names);
        if (place) given.set(target, (given.get(target) ?? new Map()).set(`it.${name}`, place));
      }
    }
  }
  return given;
}

function namesIn(code: string, given: Names): Names {
  const names: Names = new Map([...given, ["m", []], ["it.m", []]]);
  for (const [, name, members = "", from = ""] of code.matchAll(DECLARED)) {
    const taken = name ? [[name, from]] : pairsOf(members).map(([member, called]) => [called, `${from}.${member}`]);
    for (const [called = "", chain = ""] of taken) {
      const place = resolved(chain, names);
      if (place) names.set(called, place);
    }
  }
  return names;
}

/** `a, b: c` as [a, a] and [b, c]. */
function pairsOf(members: string): [string, string][] {
  return members.split(",").map((member) => {
    const [name = "", other = name] = member.split(":").map((part) => part.trim());
    return [name, other];
  });
}

function resolved(chain: string, names: Names): string[] | null {
  const [first = "", second = "", ...rest] = chain.split(".");
  const byTwo = names.get(`${first}.${second}`);
  if (byTwo) return [...byTwo, ...rest];
  const byOne = names.get(first);
  return byOne ? [...byOne, ...[second, ...rest].filter((name) => name !== "")] : null;
}

// A message ends the path: what follows is a method of it.
function use(catalogue: object, place: string[], all: boolean, used: Set<string>): boolean {
  let words: unknown = catalogue;
  for (const [at, name] of place.entries()) {
    if (typeof words !== "object" || words === null || Array.isArray(words)) break;
    if (!Object.hasOwn(words, name)) return false;
    words = (words as Record<string, unknown>)[name];
    if (typeof words !== "object" || Array.isArray(words)) useAll(words, place.slice(0, at + 1), used);
  }
  if (all) useAll(words, place, used);
  return true;
}

function useAll(words: unknown, place: string[], used: Set<string>): void {
  if (typeof words !== "object" || words === null) used.add(place.join("."));
  else for (const [name, inner] of Object.entries(words)) useAll(inner, [...place, name], used);
}

const SPOKEN = /\b(?:alt|aria-label|placeholder|title)="([^"]*)"/g;
const OURS = /Fairhat|openapi\.json|[\w-]+=""/g; // and attributes of a template inside a tag

/** Text that is in a template instead of the catalogue: in its text, its attributes, its code. */
export function textsIn(template: string): string[] {
  const html = template.replace(TAG, "").replace(/<(code|pre)\b[\s\S]*?<\/\1>/g, "");
  const texts = html.replace(/<[^>]*>/g, "\n").split("\n");
  const attributes = Array.from(html.matchAll(SPOKEN), ([, value = ""]) => value);
  const strings = Array.from(codeOf(template).matchAll(/"([^"]*)"|'([^']*)'/g), ([, one, other]) => one ?? other ?? "");
  const sentences = strings.filter((text) => /\p{L} \p{L}/u.test(text) && !/[="]/.test(text));
  return [...texts, ...attributes, ...sentences]
    .map((text) => text.replace(OURS, "").trim())
    .filter((text) => /\p{L}/u.test(text));
}
