import { itemsBody, type WebOptions, web } from "@fairhat/runtime";
import { catalogue, type Example } from "./catalogue/index.ts";
import { answerCheck, checkRequest } from "./checks.ts";
import { isLarge, largeQueue } from "./large.ts";
import { answerDraw, drawRequest } from "./outcomes.ts";

/** A rule as published before the draw. */
export interface PublishedRule {
  /** `<name>/<version>` */
  name: string;
  title: string;
  text: string;
  /** JSON Schema of the parameters. */
  params: Record<string, unknown>;
  /** Defaults for what a request omits. */
  defaults: Record<string, unknown>;
  takesList: boolean;
  examples: Example<object>[];
}

const BODY_LIMIT = 64 * 2 ** 20; // bytes: the tickets of some millions of entries

const JSON_TYPE = { "content-type": "application/json" };

const published: PublishedRule[] = Array.from(catalogue.values(), (rule) => {
  const { name, title, text, params, defaults, takesList, examples } = rule;
  return { name, title, text, params: params.schema, defaults: { ...defaults }, takesList, examples };
});

/**
 * The rules service: lists the rules, checks whether one works for a list, and computes outcomes. It stores nothing.
 */
export function rulesApp({ about, log, metrics }: Pick<WebOptions, "about" | "log" | "metrics">) {
  const answerLarge = largeQueue();
  return web({ about, log, metrics, bodyLimit: BODY_LIMIT })
    .get("/rules", () => ({ rules: published }))
    .post("/checks", ({ body: { checks } }) => ({ answers: checks.map(answerCheck) }), {
      body: itemsBody("checks", checkRequest),
    })
    .post(
      "/outcomes",
      async ({ body: { draws }, request }) => {
        if (!isLarge(draws)) return { answers: draws.map((draw) => answerDraw(draw)) };
        // never: clients see only the typed answer.
        return new Response(await answerLarge(draws, request.signal), { headers: JSON_TYPE }) as never;
      },
      { body: itemsBody("draws", drawRequest) },
    );
}
