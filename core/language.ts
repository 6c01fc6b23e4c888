// A visitor's language: the address's for one page, else their earlier choice, else their browser's.
import { LANGUAGES, type Language } from "@fairhat/messages";
import Negotiator from "negotiator";

const CODES = Object.keys(LANGUAGES);
const COOKIE = /(?:^|; *)lang=([a-z]+)/; // as in proxy/snippets/cache.conf, whose cache key includes it
const YEAR = 31_536_000; // seconds

function known(code: string | null | undefined): Language | null {
  return code && Object.hasOwn(LANGUAGES, code) ? (code as Language) : null;
}

/** The language in the address's `?lang=`; null for none or an unknown one. */
export function languageAsked(request: Request): Language | null {
  return known(new URL(request.url).searchParams.get("lang"));
}

export function languageOf(request: Request): Language {
  const [, chosen] = COOKIE.exec(request.headers.get("cookie") ?? "") ?? [];
  return languageAsked(request) ?? known(chosen) ?? preferred(request);
}

function preferred({ headers }: Request): Language {
  const negotiator = new Negotiator({ headers: { "accept-language": headers.get("accept-language") ?? undefined } });
  return known(negotiator.language(CODES)) ?? "en";
}

/** The cookie that stores a chosen language; null if it is unknown. */
export function languageCookie(code: string | null, secure: boolean): string | null {
  const language = known(code);
  if (!language) return null;
  return `lang=${language}; Path=/; Max-Age=${YEAR}; SameSite=Lax; HttpOnly${secure ? "; Secure" : ""}`;
}
