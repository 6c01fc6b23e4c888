<<<<<<< HEAD
// Selections that others published, recomputed for whoever asks. Nothing is stored.
import { anyObject, type Of, object, reading, text } from "@fairhat/protocol";
import { REPLAYS, type Replayed } from "@fairhat/replays";
import { type Answer, answered, HttpRefusal, read, refused } from "@fairhat/runtime";
import { Elysia } from "elysia";
import { demandJson } from "./draws.ts";
import { described } from "./openapi.ts";

const replayRequest = object({ rule: text(1, 40), params: anyObject });

const METHODS = [...REPLAYS.keys()].join(", ");

/** What a published method gives for these parameters. */
export function replayed({ rule, params }: Of<typeof replayRequest>): Answer<Replayed> {
  const method = REPLAYS.get(rule);
  if (!method) {
    const field = { at: "rule", expected: `one of ${METHODS}`, found: JSON.stringify(rule) };
    return refused("unknown_rule", `rule: there is no replay of this name; those there are: ${METHODS}`, field);
  }
  const wanted = reading(object({ params: method.params }), { params });
  if (wanted.ok) return answered(method.run(wanted.value.params));
  const { refusal } = HttpRefusal.malformed(wanted.problem);
  return refused(refusal.reason, refusal.detail, wanted.problem);
}
=======
import { HttpRefusal, read } from "@fairhat/runtime";
import { Elysia } from "elysia";
import { demandJson } from "../http.ts";
import { replayed, replayRequest } from "../replays.ts";
import { described } from "./openapi.ts";
>>>>>>> main

export function replaysApi() {
  return new Elysia({ prefix: "/api/replays", tags: ["replays"] })
    .onBeforeHandle(({ body }) => demandJson(body))
    .post(
      "",
      ({ body }) => {
        const request = read(replayRequest, body);
        const answer = replayed(request);
        if (!answer.ok) throw HttpRefusal.of(422, answer.refused);
        return { rule: request.rule, ...answer.value };
      },
      described({
        summary: "Recompute a selection that others published: RFC 3797, RFC 2777, Rivest's sampler; with every step",
        body: replayRequest,
      }),
    );
}
