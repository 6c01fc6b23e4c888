import { HttpRefusal } from "@fairhat/runtime";
import { Elysia } from "elysia";
import { assertJson } from "../http.ts";
import { replayed, replayRequest } from "../replays.ts";
import { taking } from "./openapi.ts";

export function replaysApi() {
  return new Elysia({ prefix: "/api/replays", tags: ["replays"] })
    .onTransform(({ body }) => assertJson(body))
    .post(
      "",
      ({ body: request }) => {
        const answer = replayed(request);
        if (!answer.ok) throw HttpRefusal.of(422, answer.refused);
        return { rule: request.rule, ...answer.value };
      },
      taking(replayRequest, {
        summary: "Recompute a selection that others published: RFC 3797, RFC 2777, Rivest's sampler; with every step",
        answer: { schema: "Replay" },
      }),
    );
}
