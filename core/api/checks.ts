// What a rule would do with a list of some size, before there is a draw: for the form while typing.
import { integer, object, ruleName } from "@fairhat/protocol";
import { Elysia } from "elysia";
import type { Context } from "../draws/context.ts";
import { givenParams } from "../draws/requests.ts";
import { assertJson, reachable } from "../http.ts";
import { languageOf } from "../language.ts";
import { refusalInWords, sentenceIn } from "../words.ts";
import { taking } from "./openapi.ts";

const size = object({ count: integer(0), tickets: integer(0) });
const checkRequest = object({ rule: ruleName, params: givenParams, entries: size });

/** A refusal is not an error here: while typing, most requests are refused. */
export function checkApi(context: Context) {
  return new Elysia({ prefix: "/api/rules", tags: ["services"] })
    .onTransform(({ body }) => assertJson(body))
    .post(
      "/check",
      async ({ body: wanted, request, set }) => {
        const language = languageOf(request);
        const checked = await reachable(context.rules.check(wanted));
        if (!checked.ok) {
          const why = refusalInWords(language, checked.refused);
          set.headers["content-language"] = why.language;
          return { fits: false as const, why: why.text, ...checked.refused };
        }
        const { params, takesTickets, sentence: published } = checked.value;
        const sentence = sentenceIn(language, wanted.rule, params, wanted.entries, published);
        set.headers["content-language"] = sentence.language;
        return { fits: true as const, sentence: sentence.text, takesTickets, params };
      },
      taking(checkRequest, {
        summary: "What a rule would do with a list of this size: `sentence`, or `why` it cannot work, in your language",
        answer: { schema: "RuleCheck" },
      }),
    );
}
