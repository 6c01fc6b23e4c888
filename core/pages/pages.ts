// The pages. All of them work without JavaScript.
import { html } from "@elysiajs/html";
import { masked } from "@fairhat/lists";
import { LANGUAGES, type Language } from "@fairhat/messages";
import { type Answer, type HttpRefusal, type Refusal, refusal, refusalOf } from "@fairhat/runtime";
import { type Context as Answering, Elysia } from "elysia";
import { cacheable } from "../cacheable.ts";
import { compressed } from "../compressed.ts";
import type { Context } from "../draws/context.ts";
import { firstKey } from "../draws/key.ts";
import { entriesFrom, fromOf, PAGE } from "../draws/list.ts";
import { makeDraw } from "../draws/make.ts";
import { paramsWithNames, withNames } from "../draws/named.ts";
import { receiptsFile, receiptsOf } from "../draws/receipts.ts";
import { recent } from "../draws/recent.ts";
import { redraw } from "../draws/redraw.ts";
import type { Draw } from "../draws/repository.ts";
import type { Draft } from "../draws/requests.ts";
import { findEntries, wantedOf } from "../draws/search.ts";
import { streamOf } from "../draws/stream.ts";
import { assertMaker, granted, idempotencyKey, managedDraw, publicDraw, reachable, replacingDraw } from "../http.ts";
import { LongForm, withText } from "../lists/long-text.ts";
import type { RenderContext } from "../views/showing.ts";
import { confirmPage, drawPage, drawsPage, escaped, homePage, retryPage, rulesPage } from "../views/views.ts";
import { refusalInWords, ruleWords } from "../words.ts";
import { canBeRedrawn, formCopied, redrawForm } from "./again.ts";
import { assertOurForm, HTML, PAGE_HEADERS, type PageResponse, showingTo } from "./answer.ts";
import { type Complaint, complaintOf } from "./complaints.ts";
import { notesOn } from "./findings.ts";
import { type Form, type FormRule, fieldsOf, formOf, formRule, presetForm, titled, typedRule } from "./form.ts";
import { askForKey, followUpOn, manage, organisersPage, replaceKeyOn } from "./manage.ts";
import { NUMBERS_PRESETS } from "./numbers-presets.ts";
import { presented, shownNow } from "./present.ts";
import { presetsFor } from "./presets.ts";
import { previewOf } from "./preview.ts";
import { slipsOf } from "./slips.ts";

export function pages(context: Context) {
  return (
    new Elysia({ detail: { hide: true } })
      .use(html({ autoDetect: false, contentType: HTML }))
      .onBeforeHandle(({ request, set }) => {
        assertOurForm(request);
        Object.assign(set.headers, PAGE_HEADERS);
      })
      .resolve(({ request }) => ({ showing: showingTo(context, request) }))
      .get("/", async ({ query, html, showing }) => {
        const rules = await rulesOf({ ...context, showing });
        const form = presetForm(rules, query);
        return html(homePage(showing, { form, rules, problems: [], presets: presetsFor(rules) }));
      })
      // Back from the summary, with all input.
      .post("/draws/edit", async ({ body, html, set, showing }) => {
        return shown(html, set, body, await kept({ ...context, showing }, body, "/draws/edit", edit));
      })
      .post("/draws/confirm", async ({ body, html, set, showing }) => {
        return shown(html, set, body, await kept({ ...context, showing }, body, "/draws/confirm", confirm));
      })
      .post("/draws", async ({ body, html, set, showing }) => {
        return shown(html, set, body, await kept({ ...context, showing }, body, "/draws", make));
      })
      .get("/draws", async ({ query, request, set, showing }) => {
        const draws = await recent(context, query);
        Object.assign(set.headers, cacheable("/draws", 1));
        return keptPage({ request, set }, drawsPage(showing, draws));
      })
      .get("/draws/:id", async ({ params: { id }, query, request, set, showing }) => {
        const draw = await publicDraw(context, id);
        if (!draw.listed) set.headers["x-robots-tag"] = "noindex";
        const { page, version } = await publicPage({ ...context, showing }, draw, query);
        Object.assign(set.headers, cacheablePage(draw, version));
        return keptPage({ request, set }, page);
      })
      .get("/draws/:id/present", async ({ params: { id }, html, set, showing }) => {
        set.headers["x-robots-tag"] = "noindex";
        return html(await presented({ ...context, showing }, await publicDraw(context, id)));
      })
      .get("/draws/:id/slips", async ({ params: { id }, html, set, showing }) => {
        set.headers["x-robots-tag"] = "noindex";
        return html(await slipsOf({ ...context, showing }, await publicDraw(context, id)));
      })
      .get("/draws/:id/manage", ({ params: { id }, html, showing }) => html(askForKey(showing, id, [])))
      .post("/draws/:id/manage", async ({ params: { id }, body, html, set, showing }) => {
        return shown(html, set, body, await managed({ ...context, showing }, id, typed(body)));
      })
      .post("/draws/:id/receipts", ({ params: { id }, body }) => receiptsFor(context, id, typed(body).get("key") ?? ""))
      .get("/rules", async ({ request, set, showing }) => {
        const published = await reachable(context.rules.published());
        Object.assign(set.headers, cacheable("/rules", 1));
        const rules = published.map((rule) => ({ ...rule, ...ruleWords(showing.language, rule) }));
        return keptPage({ request, set }, rulesPage(showing, { rules, presets: NUMBERS_PRESETS }));
      })
  );
}

function keptPage(asked: Pick<Answering, "request" | "set">, page: string): Promise<Response> {
  return compressed(asked, new Response(page, { headers: { "content-type": HTML } }));
}

type Html = (page: string) => unknown;

// A form with a long text is returned in pieces, so that it does not block others.
function shown(html: Html, set: Answering["set"], sent: unknown, { status, page, location }: PageResponse) {
  set.status = status;
  if (location) set.headers.location = location;
  if (!(sent instanceof LongForm)) return html(page);
  const headers = { "content-type": HTML };
  return new Response(streamOf(withText(page, sent.text, escaped)), { status, headers });
}

type Refused = Pick<HttpRefusal, "status" | "refusal">;

/** The dependencies and reader of a page. */
export type PageContext = Context & { showing: RenderContext };

export async function rulesOf({ rules, showing }: PageContext): Promise<FormRule[]> {
  const typed = (await reachable(rules.published())).filter(({ name }) => name === typedRule(name));
  return typed.map((rule) => formRule(showing.language, rule));
}

// A page of an unfinished draw is cached only under its version (browser/scripts/live.ts).
function cacheablePage({ id, state }: Draw, version: string): Record<string, string> {
  return state === "drawn" ? cacheable(`/draws/${id}`, 1, state) : cacheable(`/draws/${id}?at=${version}`, 1);
}

async function publicPage(
  context: PageContext,
  draw: Draw,
  query: Record<string, unknown>,
): Promise<{ page: string; version: string }> {
  const [from, find] = [fromOf(query), wantedOf(query)];
  const [shown, entries, searched, params, published] = await Promise.all([
    shownNow(context, draw),
    entriesFrom(context.db, draw, from, PAGE),
    find === null ? null : findEntries(context.db, draw, find, PAGE),
    paramsWithNames(context.db, draw),
    // A page of past events must not fail because rules are unavailable.
    context.rules.published().catch(() => []),
  ]);
  const known = published.find(({ name }) => name === draw.rule) ?? { name: draw.rule, title: draw.rule, text: "" };
  const rule = ruleWords(context.showing.language, known);
  const { a, b } = context.randomPublicUrls;
  const ask = { a: `${a}/draws/${draw.id}`, b: `${b}/draws/${draw.id}` };
  const list = { entries, from, size: PAGE, find, found: searched };
  const page = drawPage(context.showing, { ...shown, ...list, rule, params, ask });
  return { page, version: shown.version };
}

type Step = (context: PageContext, form: Form, rules: FormRule[]) => Promise<PageResponse>;

// If a step cannot be taken now, the page keeps the input and submits it again.
async function kept(context: PageContext, body: unknown, action: string, step: Step): Promise<PageResponse> {
  const form = formOf(typed(body));
  try {
    return await step(context, form, await rulesOf(context));
  } catch (error) {
    const refused = refusalOf(error, "", context.log);
    // After an outage it is the same request; after a refusal the key itself may be wrong.
    const again = refused.status >= 500 ? form : anew(form);
    return laterPage(context.showing, refused, action, fieldsOf(again));
  }
}

function laterPage(
  showing: RenderContext,
  refused: Refused,
  action: string,
  fields: Iterable<[string, string]>,
): PageResponse {
  const detail = refusalInWords(showing.language, refused.refusal);
  return { status: refused.status, page: retryPage(showing, { fields: [...fields], action, detail }) };
}

const edit: Step = async (context, form, rules) => ({
  status: 200,
  page: homePage(context.showing, { form, rules, problems: [] }),
});

const confirm: Step = async (context, typed, rules) => {
  const { language } = context.showing;
  const stranger = strangerIn(context, typed, rules);
  if (stranger) return stranger;
  const form = titled(typed, language, rules, context.clock());
  const preview = await reachable(previewOf(context, language, form, rules));
  if (!preview.ok) return { status: 422, page: homePage(context.showing, { form: typed, rules, ...preview }) };
  return {
    status: 200,
    page: confirmPage(context.showing, {
      form,
      fields: [...fieldsOf(form)],
      notes: notesOn(language, preview.typed.report.findings),
      drawAfter: preview.draft.drawAfter ?? null,
      maskOf: (label) => (form.hidden ? label : masked(label, form.mask)),
      ...preview,
      params: withNames(preview.params, new Map(preview.labels.entries())),
    }),
  };
};

// A draw that replaces another one needs that one's key instead.
function strangerIn(context: PageContext, form: Form, rules: FormRule[]): PageResponse | null {
  if (form.previous) return null;
  try {
    assertMaker(context, form.token.trim() && `Bearer ${form.token.trim()}`);
    return null;
  } catch (error) {
    const { status, refusal } = refusalOf(error, "", context.log);
    const problems = [complaintOf(context.showing.language, refusal)];
    return { status, page: homePage(context.showing, { form, rules, problems }) };
  }
}

const make: Step = async (context, typed, rules) => {
  const stranger = strangerIn(context, typed, rules);
  if (stranger) return stranger;
  const form = titled(typed, context.showing.language, rules, context.clock());
  const key = idempotencyKey(form.key);
  const preview = await reachable(previewOf(context, context.showing.language, form, rules));
  if (!preview.ok) return { status: 422, page: homePage(context.showing, { form, rules, ...preview }) };
  const made = await reachable(madeFrom(context, form, preview.draft, key));
  if (!made.ok) {
    const problems = [notMade(context.showing.language, made.refused, form.rule)];
    return { status: 422, page: homePage(context.showing, { form: anew(form), rules, problems }) };
  }
  const options = { key: firstKey(context.secret, made.value), made: true };
  if (form.scripted) return { status: 303, page: "", location: organisersAddress(made.value, options.key) };
  return { status: 201, page: await organisersPage(context, made.value, options) };
};

/** Where scripts take the key from the fragment, which is never sent: the draw, or its organiser's page. */
function organisersAddress({ id, state }: Draw, key: string): string {
  return state === "open" ? `/draws/${id}/manage#${key}` : `/draws/${id}#organiser=${key}`;
}

async function madeFrom(context: Context, form: Form, draft: Draft, key: string | null): Promise<Answer<Draw>> {
  if (!form.previous) return makeDraw(context, draft, key);
  return redraw(context, await managedDraw(context, form.previous, form.previousKey), draft, key);
}

function notMade(language: Language, refusal: Refusal, rule: string): Complaint {
  if (refusal.reason !== "idempotency_key_reused") return complaintOf(language, refusal, rule);
  return { text: LANGUAGES[language].problems.oneForm, language };
}

function anew(form: Form): Form {
  return { ...form, key: crypto.randomUUID() };
}

async function managed(context: PageContext, id: string, sent: URLSearchParams): Promise<PageResponse> {
  const key = (sent.get("key") ?? "").trim();
  try {
    if (sent.get("action") === "key") {
      const token = idempotencyKey(sent.get("token")) ?? crypto.randomUUID();
      return await replaceKeyOn(context, await replacingDraw(context, id, key, token), key, token);
    }
    const draw = await managedDraw(context, id, key);
    if (sent.get("action") === "copy") return await formCopied(context, draw, await rulesOf(context));
    if (sent.get("action") === "followup") return await followUpOn(context, draw, key, sent);
    const again = sent.get("action") === "redraw" && (await reachable(canBeRedrawn(context, draw)));
    if (!again) return await manage(context, draw, key, sent);
    return await redrawForm(context, draw, key, await rulesOf(context));
  } catch (error) {
    const refused = refusalOf(error, "", context.log);
    if (refused.status >= 500)
      return laterPage(context.showing, refused, `/draws/${encodeURIComponent(id)}/manage`, sent);
    const problems = [complaintOf(context.showing.language, refused.refusal)];
    return { status: refused.status, page: askForKey(context.showing, id, problems) };
  }
}

async function receiptsFor(context: Context, id: string, key: string): Promise<Response> {
  const receipts = granted(await receiptsOf(context, await managedDraw(context, id, key), key));
  return receiptsFile(context, id, "csv", receipts);
}

function typed(body: unknown): URLSearchParams {
  if (body instanceof URLSearchParams) return body;
  throw refusal("unsupported_media_type", { what: "form", type: "application/x-www-form-urlencoded" });
}
