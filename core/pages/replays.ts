// Recomputes published selections, and offers a form for any other.
import { html } from "@elysiajs/html";
import { isObject } from "@fairhat/protocol";
import { PUBLISHED, REPLAYS } from "@fairhat/replays";
import { refusal } from "@fairhat/runtime";
import { Elysia } from "elysia";
import { replayed } from "../replays.ts";
import { type PublishedReplay, type ReplayForm, replaysPage } from "../views/views.ts";
import { refusalInWords } from "../words.ts";
import { assertOurForm, HTML, PAGE_HEADERS, type Place, showingTo } from "./answer.ts";

const EXAMPLE: ReplayForm = {
  rule: "rfc3797/1",
  pool: "25",
  picks: "10",
  sources: "9319\n2 5 12 8 10\n9 18 26 34 41 45",
};

export function replays(context: Place) {
  const showing = (request: Request) => showingTo(context, request);
  const rules = [...REPLAYS.keys()];
  return new Elysia({ detail: { hide: true } })
    .use(html({ autoDetect: false, contentType: HTML }))
    .onBeforeHandle(({ request, set }) => {
      assertOurForm(request);
      Object.assign(set.headers, PAGE_HEADERS);
    })
    .get("/replays", ({ html, request }) => {
      const published = PUBLISHED.map(compared);
      return html(replaysPage(showing(request), { published, rules, form: EXAMPLE, own: null, problems: [] }));
    })
    .post("/replays", ({ body, html, request, set }) => {
      const form = formIn(body);
      const answer = replayed({ rule: form.rule, params: paramsIn(form) });
      const own = answer.ok ? answer.value : null;
      const to = showing(request);
      const problems = answer.ok ? [] : [refusalInWords(to.language, answer.refused)];
      if (!answer.ok) set.status = 422;
      return html(replaysPage(to, { published: [], rules, form, own, problems }));
    });
}

function compared(one: (typeof PUBLISHED)[number]): PublishedReplay {
  const answer = replayed(one);
  if (!answer.ok) throw new Error(`${one.title}: ${answer.refused.detail}`);
  return {
    ...one,
    steps: answer.value,
    sources: sourcesOf(one.params),
    same: `${answer.value.picks}` === `${one.picks}`,
  };
}

function sourcesOf({ sources, seed }: Record<string, unknown>): string[] {
  return Array.isArray(sources) ? sources.map((source) => source.join(" ")) : [String(seed)];
}

function formIn(body: unknown): ReplayForm {
  if (!(body instanceof URLSearchParams)) {
    throw refusal("unsupported_media_type", { what: "form", type: "application/x-www-form-urlencoded" });
  }
  const field = (name: string) => (body.get(name) ?? "").trim();
  return { rule: field("rule"), pool: field("pool"), picks: field("picks"), sources: field("sources") };
}

// One source per line; for a method with a seed, all of it is the seed.
function paramsIn({ rule, pool, picks, sources }: ReplayForm): Record<string, unknown> {
  const numbers = { pool: numberIn(pool), picks: numberIn(picks) };
  const { properties } = REPLAYS.get(rule)?.params.schema ?? {};
  if (isObject(properties) && properties.seed) return { ...numbers, seed: sources };
  const lines = sources.split(/\r?\n/).filter((line) => line.trim() !== "");
  return { ...numbers, sources: lines.map((line) => line.trim().split(/[\s,;]+/)) };
}

function numberIn(text: string): number | string {
  return /^\d{1,16}$/.test(text) ? Number(text) : text;
}
