// A strict parser for the pages' HTML: accepted pages are well-formed, and usable without scripts as the tests use
// them.

export interface Element {
  name: string;
  attributes: Map<string, string>;
  children: (Element | string)[];
  parent: Element | null;
}

const VOID = new Set(["area", "br", "hr", "img", "input", "link", "meta", "source", "wbr"]);
const TOKEN =
  /<!doctype html>|<(?<close>\/)?(?<name>[a-z][a-z0-9]*)(?<attributes>(?:\s+[a-zA-Z0-9-]+(?:="[^"<]*")?)*)\s*(?<empty>\/)?>|(?<text>[^<>]+)/y;
const ATTRIBUTE = /(?<key>[a-zA-Z0-9-]+)(?:="(?<value>[^"]*)")?/g;
const ENTITIES: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'" };

/** The document of a page. Throws unless it is well-formed: mismatched tags, unquoted attributes, a stray & or <. */
export function parseHtml(html: string): Element {
  const root = newElement("", "", null);
  let open = root;
  for (TOKEN.lastIndex = 0; TOKEN.lastIndex < html.length; ) {
    const from = TOKEN.lastIndex;
    open = afterToken(open, TOKEN.exec(html)?.groups ?? wrong(html, from, "no tag and no text"));
  }
  return open === root ? root : wrong(html, html.length, `<${open.name}> stays open`);
}

// The open element after a token.
function afterToken(open: Element, token: Partial<Record<string, string>>): Element {
  const { close, name, attributes = "", empty, text } = token;
  if (text !== undefined) open.children.push(decoded(text));
  if (name === undefined) return open;
  if (close) return open.name === name && open.parent ? open.parent : wrong("", 0, `</${name}> in <${open.name}>`);
  const element = newElement(name, attributes, open);
  if ((empty || /[A-Z]/.test([...element.attributes.keys()].join())) && !isSvg(element))
    wrong(`<${name}${attributes}`, 0, "capitals and empty tags are for SVG");
  open.children.push(element);
  return VOID.has(name) || empty ? open : element;
}

function isSvg({ name, parent }: Element): boolean {
  return name === "svg" || (parent !== null && isSvg(parent));
}

function newElement(name: string, attributes: string, parent: Element | null): Element {
  return { name, attributes: attributesOf(attributes), children: [], parent };
}

function wrong(html: string, at: number, why: string): never {
  throw new Error(`${why}, at ${JSON.stringify(html.slice(at, at + 80))}`);
}

function attributesOf(text: string): Map<string, string> {
  const attributes = new Map<string, string>();
  for (const { groups } of text.matchAll(ATTRIBUTE)) {
    const { key = "", value = "" } = groups ?? {};
    if (attributes.has(key)) throw new Error(`${key} stands twice in ${text}`);
    attributes.set(key, decoded(value));
  }
  return attributes;
}

function decoded(text: string): string {
  return text.replace(/&(#?\w*);?/g, (whole, name) => {
    const character = whole.endsWith(";") ? ENTITIES[name] : undefined;
    return character ?? wrong(text, 0, `${whole} is no entity that we write`);
  });
}

/** All descendants of an element, in document order. */
export function* elementsIn(element: Element): Generator<Element> {
  for (const child of element.children) {
    if (typeof child === "string") continue;
    yield child;
    yield* elementsIn(child);
  }
}

export function all(element: Element, name: string): Element[] {
  return [...elementsIn(element)].filter((one) => one.name === name);
}

/** The text of an element, with white space collapsed. */
export function textOf(element: Element): string {
  return rawText(element).replace(/\s+/g, " ").trim();
}

function rawText(element: Element): string {
  return element.children.map((child) => (typeof child === "string" ? child : rawText(child))).join("");
}

/** The page's form for `action`; `button` names the action of one of its buttons. */
export function formTo(page: Element, action: string, button?: string): Element {
  const forms = all(page, "form").filter((form) => form.attributes.get("action") === action);
  const found = forms.find(
    (form) => !button || all(form, "button").some((one) => one.attributes.get("value") === button),
  );
  if (!found) throw new Error(`no form to ${action} ${button ?? ""}`);
  return found;
}

/** What a browser would submit for an unchanged form. */
export function fieldsOf(form: Element): URLSearchParams {
  const fields = new URLSearchParams();
  for (const element of elementsIn(form)) {
    const name = element.attributes.get("name");
    if (name && isSent(element)) fields.append(name, sentBy(element));
  }
  return fields;
}

function isSent({ name, attributes }: Element): boolean {
  if (name === "textarea") return true;
  if (name !== "input") return false;
  return !["radio", "checkbox"].includes(attributes.get("type") ?? "") || attributes.has("checked");
}

function sentBy(element: Element): string {
  if (element.name === "textarea") return rawText(element).replace(/^\n/, "").replace(/\r?\n/g, "\r\n");
  return element.attributes.get("value") ?? (element.attributes.get("type") === "checkbox" ? "on" : "");
}

const BLOCKS = ["div", "dl", "fieldset", "form", "h1", "h2", "h3", "li", "nav", "ol", "p", "pre", "section", "ul"];
const NOT_IN: Record<string, string[]> = {
  a: ["a", "button", "input", "label", "textarea"],
  button: ["a", "button", "input"],
  form: ["form"],
  label: ["label"],
  p: BLOCKS,
};
const ONLY_IN: Record<string, string[]> = {
  li: ["ol", "ul"],
  dt: ["dl"],
  dd: ["dl"],
  legend: ["fieldset"],
  summary: ["details"],
};
const ONLY_HOLD: Record<string, string[]> = { ol: ["li"], ul: ["li"], dl: ["dt", "dd"] };

/** Everything wrong with a page as our document. */
export function* faultsOf(page: Element): Generator<string> {
  const elements = [...elementsIn(page)];
  const ids = elements.flatMap(({ attributes }) => attributes.get("id") ?? []);
  for (const id of new Set(ids)) if (ids.filter((one) => one === id).length > 1) yield `the id ${id} stands twice`;
  for (const name of ["html", "head", "title", "body", "main", "h1"]) {
    if (all(page, name).length !== 1) yield `not one <${name}>`;
  }
  for (const element of elements) {
    yield* placeFaults(element);
    yield* codeFaults(element);
    yield* nameFaults(element, ids);
  }
}

function* placeFaults(element: Element): Generator<string> {
  const { name, parent, children } = element;
  const banned = elementsIn(element).find((inner) => NOT_IN[name]?.includes(inner.name));
  if (banned) yield `<${banned.name}> in <${name}>`;
  if (ONLY_IN[name] && !ONLY_IN[name].includes(parent?.name ?? "")) yield `<${name}> in <${parent?.name}>`;
  const inner = children.filter((child) => typeof child !== "string" || child.trim() !== "");
  const held = ONLY_HOLD[name];
  if (!held) return;
  if (inner.length === 0) yield `<${name}> is empty`;
  if (inner.some((child) => typeof child === "string" || !held.includes(child.name)))
    yield `<${name}> holds something else`;
}

// The Content-Security-Policy blocks inline code and styles.
function* codeFaults({ name, attributes, children }: Element): Generator<string> {
  if (name === "style" || (name === "script" && (!attributes.get("src") || children.length > 0)))
    yield `inline <${name}>`;
  for (const [key, value] of attributes) {
    if (key === "content" && !attributes.has("http-equiv")) continue; // a <meta> content is not an address
    if (key.startsWith("data-")) continue; // text for a script, never used as an address
    if (key === "style" || key.startsWith("on")) yield `the attribute ${key} of <${name}>`;
    if (/^\s*javascript:/i.test(value)) yield `code in ${key} of <${name}>`;
  }
}

function* nameFaults(element: Element, ids: string[]): Generator<string> {
  const { name, attributes } = element;
  for (const key of ["for", "aria-describedby", "aria-labelledby"]) {
    for (const id of attributes.get(key)?.split(" ") ?? []) {
      if (!ids.includes(id)) yield `${key} names ${id}, which is not there`;
    }
  }
  const href = attributes.get("href");
  if (href?.startsWith("#") && !ids.includes(href.slice(1))) yield `the link ${href} leads nowhere`;
  const isField = name === "textarea" || (name === "input" && attributes.get("type") !== "hidden");
  if (isField && !isLabelled(element)) yield `the field ${attributes.get("name")} has no label`;
  if (["a", "button", "label", "h1", "h2", "h3", "title"].includes(name) && textOf(element) === "")
    yield `<${name}> says nothing`;
}

function isLabelled(field: Element): boolean {
  if (field.attributes.get("aria-label")) return true;
  let top = field;
  for (; top.parent; top = top.parent) if (top.name === "label") return true;
  const id = field.attributes.get("id");
  return id !== undefined && all(top, "label").some((label) => label.attributes.get("for") === id);
}
