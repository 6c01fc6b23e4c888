// Forms as browsers send them: application/x-www-form-urlencoded, in UTF-8.
import { decode } from "./json.ts";
import { type HttpRefusal, refusal } from "./problem.ts";

/** Parses a form. Throws HttpRefusal 400 if it is empty or contains invalid UTF-8, raw or as %xx. */
export function parseForm(bytes: Uint8Array): URLSearchParams {
  if (bytes.length === 0) throw refusal("no_body");
  const text = decode(bytes);
  try {
    decodeURIComponent(text); // URLSearchParams would silently replace invalid bytes with U+FFFD
  } catch {
    throw notEncoded();
  }
  return new URLSearchParams(text);
}

export function notEncoded(): HttpRefusal {
  return refusal("not_utf8", { what: "form" });
}
