// Links of the footer to what the operator of this site says about themselves.
import type { Messages } from "@fairhat/messages";
import type { Site } from "../draws/context.ts";

const ABOUT = "/privacy#who";

/** [name, address]; what the operator has not set is left out. */
export function linksOf(words: Messages["common"], { operator, contact, imprint, source }: Site): [string, string][] {
  const links: [string, string][] = [
    [words.site.imprint, imprint || (operator && ABOUT)],
    [words.site.contact, contact && addressOf(contact)],
    [words.site.source, source],
  ];
  return links.filter(([, address]) => address !== "");
}

function addressOf(contact: string): string {
  if (/^https?:\/\/\S+$/.test(contact)) return contact;
  return /^[^\s@:/?#]+@[^\s@:/?#]+$/.test(contact) ? `mailto:${contact}` : ABOUT;
}
