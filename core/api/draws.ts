// The JSON API of draws.
import type { Answer } from "@fairhat/runtime";
import { type Context as Answering, Elysia } from "elysia";
import { changeDetails, changeEntries, drawNow, lock, makeVoid, removeDraw } from "../draws/change.ts";
import type { Context } from "../draws/context.ts";
import type { NewList } from "../draws/entries.ts";
import { lockFile, recordFile, resultFile } from "../draws/files.ts";
import { followUp } from "../draws/follow-up.ts";
import { firstKey, replaceKey } from "../draws/key.ts";
import { entriesFrom, from, fromOf, PAGE } from "../draws/list.ts";
import { makeDraw } from "../draws/make.ts";
import { keptNames } from "../draws/names.ts";
import { after, recent } from "../draws/recent.ts";
import { redraw } from "../draws/redraw.ts";
import type { Draw } from "../draws/repository.ts";
import {
  changeRequest,
  composed,
  draftOf,
  emptyRequest,
  entriesRequest,
  followUpRequest,
  lockRequest,
  makeRequest,
  utcTime,
  voidRequest,
} from "../draws/requests.ts";
import { type DrawView, viewOf } from "../draws/view.ts";
import {
  assertJson,
  assertMaker,
  bearer,
  granted,
  idempotencyKey,
  managing,
  publicDraw,
  reachable,
  replacingDraw,
} from "../http.ts";
import { readListRequest, TEXT_TYPES, WORKBOOK_TYPES } from "../lists/intake.ts";
import { listAsAsked } from "../lists/private.ts";
import { choiceIn, givenList, keep, sheet } from "./entries.ts";
import { described, optionalQuery, taking } from "./openapi.ts";

const MADE = { status: 201, schema: "MadeDraw" } as const;

/** Public routes: making and reading draws. */
export function drawsApi(context: Context) {
  return new Elysia({ prefix: "/api/draws", tags: ["draws"] })
    .onTransform(({ body }) => assertJson(body))
    .post(
      "",
      async ({ body, request, set }) => {
        assertMaker(context, request.headers.get("authorization"));
        const { request: asked, list: given } = readListRequest(makeRequest, body);
        const list = await listAsAsked(asked, given);
        const draft = draftOf(asked, list);
        const key = idempotencyKey(request.headers.get("idempotency-key"));
        return made(context, set, list, makeDraw(context, draft, key));
      },
      described({ summary: "Make a draw, at once or for later", body: makeRequest, repeatable: true, answer: MADE }),
    )
    .get("", async ({ query }) => recent(context, query), {
      query: optionalQuery({ after }),
      ...described({
        summary: "Listed draws, newest first; `next` is the `after` of the next page",
        answer: { schema: "RecentDraws" },
      }),
    })
    .get("/:id", async ({ params: { id } }) => viewOf(context, await publicDraw(context, id)), {
      ...described({ summary: "A draw as everybody sees it", answer: { schema: "Draw" } }),
    })
    .get("/:id/entries", async ({ params, query }) => listPage(context, params.id, fromOf(query)), {
      query: optionalQuery({ from }),
      ...described({ summary: `Entries of a draw, ${PAGE} at a time`, answer: { schema: "Entries" } }),
    })
    .get(
      "/:id/result.csv",
      async ({ params: { id }, request, set }) => resultFile(context, await publicDraw(context, id), { request, set }),
      {
        ...described({ summary: "The result of a drawn draw as CSV, all places of it", answer: { text: "text/csv" } }),
      },
    )
    .get(
      "/:id/lock",
      async ({ params: { id }, request, set }) => lockFile(context, await publicDraw(context, id), { request, set }),
      {
        ...described({
          summary: "The lock of a draw that both random services have bound: the file to keep until it is drawn",
          answer: { schema: "File" },
        }),
      },
    )
    .get(
      "/:id/record",
      async ({ params: { id }, request, set }) => recordFile(context, await publicDraw(context, id), { request, set }),
      {
        ...described({
          summary: "The record of a drawn or void draw: the file that anyone can check",
          answer: { schema: "File" },
        }),
      },
    );
}

/** Answers with a new draw and its manage key. */
async function made(context: Context, set: Answering["set"], list: NewList | undefined, making: Promise<Answer<Draw>>) {
  const draw = granted(await reachable(making));
  set.status = 201;
  set.headers["cache-control"] = "no-store"; // it contains the key
  return { ...(await viewOf(context, draw, list)), manageKey: firstKey(context.secret, draw) };
}

/** Replaces a manage key: with the present one, or again with the request's own token. */
export function keyApi(context: Context) {
  return new Elysia({ prefix: "/api/draws", tags: ["draws"] })
    .onTransform(({ body }) => assertJson(body))
    .derive(async ({ params, request: { headers } }) => {
      const token = idempotencyKey(headers.get("idempotency-key")) ?? crypto.randomUUID();
      return { token, draw: await replacingDraw(context, params.id ?? "", bearer(headers), token) };
    })
    .post(
      "/:id/key",
      async ({ draw, token, request, set }) => {
        set.headers["cache-control"] = "no-store"; // it contains the key
        return { manageKey: granted(await replaceKey(context, draw, bearer(request.headers) ?? "", token)) };
      },
      taking(emptyRequest, {
        summary: "Replace the manage key: the old one opens the draw no more",
        managed: true,
        repeatable: true,
        answer: { schema: "ManageKey" },
      }),
    );
}

/** The organiser's routes, with the manage key. */
export function managedDrawsApi(context: Context) {
  const answer = async (step: Promise<Answer<Draw>>): Promise<DrawView> => {
    return viewOf(context, granted(await reachable(step)));
  };
  return new Elysia({ prefix: "/api/draws", tags: ["draws"] })
    .onTransform(({ body }) => assertJson(body))
    .derive(managing(context))
    .patch(
      "/:id",
      ({ draw, body }) => answer(changeDetails(context, draw, body)),
      taking(
        changeRequest,
        {
          summary: "Change title, rule or parameters of an open draw",
          managed: true,
          answer: { schema: "Draw" },
        },
        composed,
      ),
    )
    .delete(
      "/:id",
      async ({ draw, set }) => {
        granted(await removeDraw(context, draw));
        set.status = 204;
      },
      described({ summary: "Delete an open draw with its list", managed: true, answer: { status: 204 } }),
    )
    .put(
      "/:id/entries",
      async ({ draw, request, body, query }) => {
        const list = await givenList(context, draw, body, choiceIn(query));
        const kept = await keptNames(context.db, draw.id, bearer(request.headers) ?? "");
        if (!kept) return answer(changeEntries(context, draw, list));
        const hidden = await listAsAsked({ private: true, mask: kept.mask }, list);
        return answer(changeEntries(context, draw, hidden, hidden.names && kept.sealed(hidden.names)));
      },
      {
        query: optionalQuery({ keep, sheet }),
        ...described({
          summary:
            "Replace the list of an open draw, by entries as JSON, by lines or a table as text, or by a workbook",
          body: entriesRequest,
          texts: TEXT_TYPES,
          files: WORKBOOK_TYPES,
          managed: true,
          answer: { schema: "Draw" },
        }),
      },
    )
    .post(
      "/:id/lock",
      ({ draw, body: { drawAfter } }) => answer(lock(context, draw, drawAfter ? utcTime(drawAfter) : null)),
      taking(lockRequest, {
        summary: "Lock a draw, to be drawn at a time or by hand",
        managed: true,
        answer: { schema: "Draw" },
      }),
    )
    .post(
      "/:id/draw",
      ({ draw }) => answer(drawNow(context, draw)),
      taking(emptyRequest, {
        summary: "Draw: an open draw at once, a locked one when its time has come; a large one when its turn comes",
        managed: true,
        answer: { schema: "Draw" },
      }),
    )
    .post(
      "/:id/void",
      ({ draw, body: { reason } }) => answer(makeVoid(context, draw, reason)),
      taking(
        voidRequest,
        {
          summary:
            "Make a locked draw void, for ever, with a reason: one that has not begun, once both services have answered",
          managed: true,
          answer: { schema: "Draw" },
        },
        composed,
      ),
    )
    .post(
      "/:id/redraw",
      async ({ draw: stopped, request, body, set }) => {
        const { request: asked, list: given } = readListRequest(makeRequest, body);
        const list = await listAsAsked(asked, given);
        const draft = draftOf(asked, list);
        const key = idempotencyKey(request.headers.get("idempotency-key"));
        return made(context, set, list, redraw(context, stopped, draft, key));
      },
      described({
        summary: "Make a new draw in the place of one that is void, whose manage key this needs",
        body: makeRequest,
        managed: true,
        repeatable: true,
        answer: MADE,
      }),
    )
    .post(
      "/:id/follow-up",
      async ({ draw: first, request, body, set }) => {
        const key = idempotencyKey(request.headers.get("idempotency-key"));
        return made(context, set, undefined, followUp(context, first, body, key));
      },
      taking(
        followUpRequest,
        {
          summary: "Draw among the entries that have not won, over the same list, locked to the first draw",
          managed: true,
          repeatable: true,
          answer: MADE,
        },
        composed,
      ),
    );
}

async function listPage(context: Context, id: string, from: number) {
  const draw = await publicDraw(context, id);
  return { count: draw.entry_count, from, entries: await entriesFrom(context.db, draw, from, PAGE) };
}
