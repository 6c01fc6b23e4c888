// The pages. All of them work without JavaScript.
import { html } from "@elysiajs/html";
import { HttpRefusal } from "@fairhat/service";
import { Elysia } from "elysia";
import { idempotencyKey, managedDraw, publicDraw, reachable } from "../draws/api.ts";
import type { Context } from "../draws/context.ts";
import { entriesFrom, fromOf, PAGE } from "../draws/list.ts";
import { makeDraw } from "../draws/make.ts";
import { recent } from "../draws/recent.ts";
import type { Draw } from "../draws/repository.ts";
import { viewOf } from "../draws/view.ts";
import { manageKey } from "../manage-key.ts";
import type { Showing } from "../views/showing.ts";
import { confirmPage, drawPage, drawsPage, homePage, retryPage, rulesPage } from "../views/views.ts";
import { HTML, pageHeaders, type Shown, showingTo } from "./answer.ts";
import { emptyForm, type Form, type FormRule, formOf, formRule } from "./form.ts";
import { askForKey, manage, organisersPage } from "./manage.ts";
import { previewOf } from "./preview.ts";

export function pages(context: Context) {
  return (
    new Elysia({ detail: { hide: true } })
      .use(html({ autoDetect: false, contentType: HTML }))
      .onBeforeHandle(({ request, set }) => {
        Object.assign(set.headers, pageHeaders(context, request));
      })
      .resolve(({ request }) => ({ showing: showingTo(context, request) }))
      .get("/", async ({ html, showing }) => {
        const rules = await rulesOf(context);
        return html(homePage(showing, { form: emptyForm(rules), rules, problems: [] }));
      })
      // Back from the summary, with everything as it was typed.
      .post("/draws/edit", async ({ body, html, set, showing }) => {
        const { status, page } = await kept({ ...context, showing }, body, "/draws/edit", edit);
        set.status = status;
        return html(page);
      })
      .post("/draws/confirm", async ({ body, html, set, showing }) => {
        const { status, page } = await kept({ ...context, showing }, body, "/draws/confirm", confirm);
        set.status = status;
        return html(page);
      })
      .post("/draws", async ({ body, html, set, showing }) => {
        const { status, page } = await kept({ ...context, showing }, body, "/draws", make);
        set.status = status;
        return html(page);
      })
      .get("/draws", async ({ query, html, showing }) => html(drawsPage(showing, await recent(context, query))))
      .get("/draws/:id", async ({ params: { id }, query, html, set, showing }) => {
        const draw = await publicDraw(context, id);
        if (!draw.listed) set.headers["x-robots-tag"] = "noindex";
        return html(await publicPage({ ...context, showing }, draw, fromOf(query)));
      })
      .get("/draws/:id/manage", ({ params: { id }, html, showing }) => html(askForKey(showing, id, [])))
      .post("/draws/:id/manage", async ({ params: { id }, body, html, set, showing }) => {
        const { status, page } = await managed({ ...context, showing }, id, typed(body));
        set.status = status;
        return html(page);
      })
      .get("/rules", async ({ html, showing }) =>
        html(rulesPage(showing, { rules: await reachable(context.rules.published()) })),
      )
  );
}

/** What a page is made with, and for whom. */
export type Shower = Context & { showing: Showing };

async function rulesOf({ rules }: Context): Promise<FormRule[]> {
  return (await reachable(rules.published())).map(formRule);
}

async function publicPage(context: Shower, draw: Draw, from: number): Promise<string> {
  const [view, entries, published] = await Promise.all([
    viewOf(context, draw),
    entriesFrom(context.db, draw, from, PAGE),
    // A page that only shows what happened does not fail because rules are not to be had.
    context.rules.published().catch(() => []),
  ]);
  const rule = published.find(({ name }) => name === draw.rule) ?? { title: draw.rule, text: "" };
  return drawPage(context.showing, { draw: view, rule, entries, from, size: PAGE });
}

type Step = (context: Shower, form: Form, rules: FormRule[]) => Promise<Shown>;

// Where a step cannot be taken now, the page that says so keeps what was typed and sends it again.
async function kept(context: Shower, body: unknown, action: string, step: Step): Promise<Shown> {
  const form = formOf(typed(body));
  try {
    return await step(context, form, await rulesOf(context));
  } catch (error) {
    if (!(error instanceof HttpRefusal)) throw error;
    // Sent again after a silence it is the same request; after anything else the key itself may be what is wrong.
    const again = error.status === 503 ? form : anew(form);
    return { status: error.status, page: retryPage(context.showing, { form: again, action, detail: error.message }) };
  }
}

const edit: Step = async (context, form, rules) => ({
  status: 200,
  page: homePage(context.showing, { form, rules, problems: [] }),
});

const confirm: Step = async (context, form, rules) => {
  const preview = await reachable(previewOf(context, form, rules));
  if (!preview.ok) return { status: 422, page: homePage(context.showing, { form, rules, problems: preview.problems }) };
  return { status: 200, page: confirmPage(context.showing, { form, ...preview }) };
};

const make: Step = async (context, form, rules) => {
  const key = idempotencyKey(form.key);
  const preview = await reachable(previewOf(context, form, rules));
  if (!preview.ok) return { status: 422, page: homePage(context.showing, { form, rules, problems: preview.problems }) };
  const made = await reachable(makeDraw(context, preview.draft, key));
  if (!made.ok)
    return { status: 422, page: homePage(context.showing, { form: anew(form), rules, problems: [ONE_FORM] }) };
  const options = { key: manageKey(context.secret, made.value), made: true };
  return { status: 201, page: await organisersPage(context, made.value, options) };
};

// What a preview lets through is refused for this reason alone.
const ONE_FORM = "This form has made a draw already, from other input. Send it once more to make another draw.";

function anew(form: Form): Form {
  return { ...form, key: crypto.randomUUID() };
}

async function managed(context: Shower, id: string, sent: URLSearchParams): Promise<Shown> {
  const key = (sent.get("key") ?? "").trim();
  try {
    return await manage(context, await managedDraw(context, id, key), key, sent);
  } catch (error) {
    if (!(error instanceof HttpRefusal)) throw error;
    return { status: error.status, page: askForKey(context.showing, id, [`${error.message}.`]) };
  }
}

function typed(body: unknown): URLSearchParams {
  if (body instanceof URLSearchParams) return body;
  throw new HttpRefusal(415, "unsupported_media_type", "send the form as application/x-www-form-urlencoded");
}
