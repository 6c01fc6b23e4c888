// Request addresses are accepted only in the one form that every program reads alike.
import { refusal } from "./problem.ts";

// RFC 3986, section 6.2.2: no path of ours needs percent-encoding or an empty segment, and no request has a fragment.
// The proxy has the same pattern (proxy/snippets/addresses.conf). Without a usable host, Bun gives a path instead of a
// URL, and routers then look for the path at the wrong offset.
const NORMAL_FORM = /^https?:\/\/[^/?#]+(?:\/[\w.~!$&'()*+,;=:@-]+)*\/?(?:\?[^#]*)?$/;

/** Throws HttpRefusal 400 for an address that a proxy may have read differently. */
export function assertNormalForm({ url }: Request): void {
  if (NORMAL_FORM.test(url)) return;
  throw refusal("bad_address");
}
