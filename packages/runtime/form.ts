// Forms as browsers send them: application/x-www-form-urlencoded, in UTF-8.
import { decode } from "./json.ts";
import { HttpRefusal } from "./problem.ts";

/** Parses a form. Throws HttpRefusal 400 if it is empty or contains invalid UTF-8, raw or as %xx. */
export function parseForm(bytes: Uint8Array): URLSearchParams {
  if (bytes.length === 0) throw new HttpRefusal(400, "no_body", "the form came empty; fill it in and send it again");
  const text = decode(bytes);
  try {
    decodeURIComponent(text); // URLSearchParams would silently replace invalid bytes with U+FFFD
  } catch {
    throw notEncoded();
  }
  return new URLSearchParams(text);
}

export function notEncoded(): HttpRefusal {
  return new HttpRefusal(400, "not_utf8", "the form is not encoded as UTF-8 with %xx");
}
