import { describe, expect, test } from "bun:test";
import { typed } from "@fairhat/protocol";
import { answered, refusedAs } from "./answer.ts";
import { HttpRefusal, problemBody, problemResponse, refusal } from "./problem.ts";

const field = { at: "params.winners", expected: "true or false", found: '"many"' };
const phrases = { expected: { code: "boolean" }, found: typed('"many"') } as const;
const problem = { at: "params.winners", ...phrases };

test("a refusal is answered as problem+json, RFC 9457", async () => {
  const response = problemResponse(new HttpRefusal(409, "already_locked", "this draw is locked"));
  expect(response.status).toBe(409);
  expect(response.headers.get("content-type")).toBe("application/problem+json");
  expect(response.headers.get("cache-control")).toBe("no-store");
  expect(await response.json()).toEqual({
    type: "about:blank",
    title: "Conflict",
    status: 409,
    reason: "already_locked",
    detail: "this draw is locked",
  });
});

describe("a field that is malformed", () => {
  test("is named with what had to stand there and what did", () => {
    expect(problemBody(refusal("malformed", problem))).toEqual({
      type: "about:blank",
      title: "Unprocessable Content",
      status: 422,
      reason: "malformed",
      detail: 'params.winners: expected true or false, found "many"',
      field,
    });
  });

  test("may be the whole body", () => {
    const { message } = refusal("malformed", { at: "", expected: { code: "object" }, found: typed("[]") });
    expect(message).toBe("body: expected an object, found []");
  });
});

test.each([
  [400, "Bad Request"],
  [401, "Unauthorized"],
  [403, "Forbidden"],
  [404, "Not Found"],
  [409, "Conflict"],
  [413, "Content Too Large"],
  [415, "Unsupported Media Type"],
  [422, "Unprocessable Content"],
  [500, "Internal Server Error"],
  [503, "Service Unavailable"],
  [418, "Error"],
])("%d is titled as in RFC 9110: %s", (status, title) => {
  expect(problemBody(new HttpRefusal(status, "reason", "detail"))).toMatchObject({ status, title });
});

test("an answer to an item of a list is its value or its refusal", () => {
  expect(answered(17)).toEqual({ ok: true, value: 17 });
  expect(refusedAs("too_soon", "wait")).toEqual({ ok: false, refused: { reason: "too_soon", detail: "wait" } });
  expect(refusedAs("other", "no", problem)).toEqual({
    ok: false,
    refused: { reason: "other", detail: "no", field: { ...field, phrases } },
  });
});
