// In which language somebody reads: as the address asks, else as they chose here before, else as their browser asks.
import { LANGUAGES, type Language } from "@fairhat/messages";
import Negotiator from "negotiator";

const CODES = Object.keys(LANGUAGES);
const COOKIE = /(?:^|; *)lang=([a-z]+)/; // as proxy/snippets/cache.conf has it, which keeps pages by it
const YEAR = 31_536_000; // seconds

function known(code: string | null | undefined): Language | null {
  return code && Object.hasOwn(LANGUAGES, code) ? (code as Language) : null;
}

/** What `?lang=` of the address asks for; null where it asks for nothing that we speak. It holds for this page only. */
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

/** The cookie that keeps the language that somebody chose; null for one that we do not speak. */
export function languageCookie(code: string | null, secure: boolean): string | null {
  const language = known(code);
  if (!language) return null;
  return `lang=${language}; Path=/; Max-Age=${YEAR}; SameSite=Lax; HttpOnly${secure ? "; Secure" : ""}`;
}
