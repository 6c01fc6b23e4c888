// Short links lead to the draw's page.
import { refusal } from "@fairhat/runtime";
import { Elysia } from "elysia";
import type { Context } from "../draws/context.ts";
import { idOfShort } from "../draws/short.ts";
import { PAGE_HEADERS } from "./answer.ts";

export function shortLinks(context: Context) {
  return new Elysia({ detail: { hide: true } }).get("/d/:short", async ({ params: { short } }) => {
    const id = await idOfShort(context.db, short);
    if (!id) throw refusal("no_such_draw", { deleted: false });
    // An open draw can be deleted, so this is not for ever.
    return new Response(null, { status: 302, headers: { ...PAGE_HEADERS, location: `/draws/${id}` } });
  });
}
