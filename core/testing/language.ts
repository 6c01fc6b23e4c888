// Language fixtures: a reader of another language, and detection of wrong-language text.
import { ENGLISH } from "@fairhat/messages/testing/english";
import type { Site } from "./fairhat.ts";
import { all, type Element } from "./html.ts";

/** The site for a browser with these headers. */
export function sentWith(
  { request }: Pick<Site, "request">,
  headers: Record<string, string>,
): Pick<Site, "get" | "submit"> {
  return {
    get: (path) => request("GET", path, { headers: { accept: "text/html", ...headers } }),
    submit(path, fields) {
      const form = { "content-type": "application/x-www-form-urlencoded", accept: "text/html", ...headers };
      return request("POST", path, { headers: form, body: new URLSearchParams(fields).toString() });
    },
  };
}

const SPOKEN = ["alt", "aria-label", "placeholder", "title"];

/** English text on a page in another language, except user content, code, and text marked as English. */
export function englishOn(page: Element): string[] {
  const said = [...spoken(page), ...descriptions(page)].map((text) => text.replace(/\s+/g, " ").trim());
  return said.filter((text) => ENGLISH.test(text));
}

function* spoken(element: Element): Generator<string> {
  const { name, attributes, children } = element;
  if (["bdi", "code", "pre", "textarea"].includes(name) || attributes.get("lang") === "en") return;
  for (const key of SPOKEN) yield attributes.get(key) ?? "";
  for (const child of children) {
    if (typeof child === "string") yield child;
    else yield* spoken(child);
  }
}

function descriptions(page: Element): string[] {
  return all(page, "meta").flatMap(({ attributes }) => {
    const name = attributes.get("name") ?? attributes.get("property") ?? "";
    return /description|title|alt/.test(name) ? (attributes.get("content") ?? "") : [];
  });
}
