// Parses what a visitor wants checked: the text of a record, or the link of a draw; and keys.
import { type Keys, recordAddress } from "@fairhat/verify";

/** Kinds of pasted text. `path` is this site's path of the record. */
export type Pasted =
  | { kind: "record"; text: string }
  | { kind: "ours"; path: string }
  | { kind: "elsewhere"; host: string }
  | { kind: "neither" }
  | { kind: "nothing" };

const ID = /^[0-9a-f]{32}$/;

/** Parses text pasted on the site of this origin. */
export function readPasted(pasted: string, origin: string): Pasted {
  const text = pasted.trim();
  if (text === "") return { kind: "nothing" };
  if (/^[[{"]/.test(text)) return { kind: "record", text };
  if (ID.test(text)) return { kind: "ours", path: `/api/draws/${text}/record` };
  return /\s/.test(text) ? { kind: "neither" } : readLink(text, origin);
}

function readLink(text: string, origin: string): Pasted {
  const address = text.startsWith("/") ? origin + text : /^https?:\/\//i.test(text) ? text : `https://${text}`;
  if (!URL.canParse(address)) return { kind: "neither" };
  const url = new URL(recordAddress(address));
  const isDraw = /\/draws\/[0-9a-f]{32}\/(record|lock)$/.test(url.pathname);
  if (url.host !== new URL(origin).host) return isDraw ? { kind: "elsewhere", host: url.host } : { kind: "neither" };
  return isDraw ? { kind: "ours", path: url.pathname } : { kind: "neither" };
}

/** One typed key: none if empty, null if malformed. */
function readKey(typed: string): string[] | null {
  const key = typed.trim().toLowerCase();
  if (key === "") return [];
  return /^[0-9a-f]{64}$/.test(key) ? [key] : null;
}

/** The typed keys, or the services whose keys are malformed. */
export function readKeys(typed: Record<"a" | "b", string>): { ok: true; keys: Keys } | { ok: false; sides: string[] } {
  const [a, b] = [readKey(typed.a), readKey(typed.b)];
  if (a && b) return { ok: true, keys: { a, b } };
  return { ok: false, sides: [...(a ? [] : ["a"]), ...(b ? [] : ["b"])] };
}
