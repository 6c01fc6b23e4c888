// The language that somebody chooses in the footer, kept in a cookie.
import { Elysia } from "elysia";
import type { Context } from "../draws/context.ts";
import { languageCookie } from "../language.ts";
import { assertOurForm, PAGE_HEADERS } from "./answer.ts";

// A path of ours, without a query. Two slashes would lead to another host.
const BACK = /^\/(?:\w[\w./-]*)?$/;

export function choosingLanguage({ publicUrl }: Pick<Context, "publicUrl">) {
  return new Elysia({ detail: { hide: true } }).post("/language", ({ body, request, set }) => {
    assertOurForm(request);
    const sent = body instanceof URLSearchParams ? body : new URLSearchParams();
    const back = sent.get("back") ?? "";
    const cookie = languageCookie(sent.get("lang"), publicUrl.startsWith("https:"));
    Object.assign(set.headers, PAGE_HEADERS, { location: BACK.test(back) ? back : "/" });
    if (cookie) set.headers["set-cookie"] = cookie;
    set.status = 303;
    return "";
  });
}
