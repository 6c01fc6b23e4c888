import { HttpRefusal, read } from "@fairhat/runtime";
import { Elysia } from "elysia";
import { demandJson } from "../http.ts";
import { replayed, replayRequest } from "../replays.ts";
import { described } from "./openapi.ts";

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
        answer: { schema: "Replay" },
      }),
    );
}
