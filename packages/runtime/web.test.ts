import { afterAll, describe, expect, test } from "bun:test";
import { integer, object } from "@fairhat/protocol";
import { Elysia } from "elysia";
import { type Log, requestId } from "./log.ts";
import { Metrics } from "./metrics.ts";
import { HttpRefusal } from "./problem.ts";
import { body, read, web } from "./web.ts";

const ABOUT = { service: "test", revision: "r", version: "1" };
const LIMIT = 100; // bytes
const metrics = new Metrics();
const PROBLEM = "application/problem+json";

interface Line {
  level: string;
  request: string | undefined;
  data: Record<string, unknown>;
  message: string;
}
const lines: Line[] = [];
const keep = (level: string) => (data: Line["data"], message: string) => {
  lines.push({ level, request: requestId(), data, message });
};
const log = { debug: keep("debug"), info: keep("info"), warn: keep("warn"), error: keep("error") } as unknown as Log;

const counted = object({ count: integer(1) });
const unreachable = Object.assign(new Error("connect ECONNREFUSED"), { code: "ECONNREFUSED" });
const plugin = new Elysia().get("/inside", () => {
  throw new Error("a plugin's own words");
});
const app = web({
  about: ABOUT,
  log,
  bodyLimit: LIMIT,
  metrics,
  page: ({ status }, request) =>
    request.headers.get("accept") === "text/html" ? new Response(`<p>${status}`, { status }) : null,
})
  .post("/echo", ({ body }) => ({ got: body instanceof URLSearchParams ? Object.fromEntries(body) : body }))
  .post("/count", ({ body }) => read(counted, body), { body: body(counted) })
  .get("/id", async () => {
    await Bun.sleep(5);
    return { id: requestId() };
  })
  .get("/throws", () => {
    throw new Error("a secret of ours");
  })
  .get("/throws-no-error", () => Promise.reject("a secret of ours"))
  .get("/refuses", () => {
    throw new HttpRefusal(409, "already_locked", "this draw is locked");
  })
  .get("/down", () => Promise.reject(unreachable))
  .use(plugin)
  .listen({ hostname: "127.0.0.1", port: 0 });
const url = `http://127.0.0.1:${app.server?.port}`;
afterAll(() => app.stop());

const JSON_TYPE = { "content-type": "application/json" };
const post = (path: string, body: BodyInit | null, headers: Record<string, string> = JSON_TYPE) =>
  fetch(url + path, { method: "POST", headers, ...(body === null ? {} : { body }) });

async function problemOf(response: Response): Promise<Record<string, unknown>> {
  expect(response.headers.get("content-type")).toBe(PROBLEM);
  const problem = (await response.json()) as Record<string, unknown>;
  expect(problem).toMatchObject({ type: "about:blank", status: response.status });
  expect(problem.title).toBeString();
  expect(problem.detail).toBeString();
  return problem;
}

test("reports at /health which code answers", async () => {
  expect(await (await fetch(`${url}/health`)).json()).toEqual(ABOUT);
});

describe("a body", () => {
  test.each([
    ['{"a":[1,"two"]}', "application/json", { a: [1, "two"] }],
    ["{}", "application/json; charset=utf-8", {}],
    ["{}", "Application/JSON", {}],
    ["a=1&b=x+y%C3%A9", "application/x-www-form-urlencoded", { a: "1", b: "x yé" }],
  ])("%s as %s", async (sent, type, got) => {
    const response = await post("/echo", sent, { "content-type": type });
    expect(await response.json()).toEqual({ got });
  });

  test.each([
    ["text/plain", "{}"],
    ["application/json-seq", "{}"],
    ["multipart/form-data; boundary=x", "--x--"],
  ])("as %s is refused", async (type, sent) => {
    const response = await post("/echo", sent, { "content-type": type });
    expect(response.status).toBe(415);
    expect(await problemOf(response)).toMatchObject({ reason: "unsupported_media_type" });
  });

  test("that is an empty form is refused", async () => {
    const response = await post("/echo", null, { "content-type": "application/x-www-form-urlencoded" });
    expect(response.status).toBe(400);
    expect(await problemOf(response)).toMatchObject({ reason: "no_body" });
  });

  test.each([["application/json"], [null]])("that is missing, as %s, has no members", async (type) => {
    const response = await post("/echo", null, type ? { "content-type": type } : {});
    expect(await response.json()).toEqual({ got: {} });
  });

  test("with a flaw is refused, naming it", async () => {
    const reasons: [BodyInit, string][] = [
      ['{"a":1,"a":2}', "duplicate_member"],
      ["{", "not_json"],
      [Uint8Array.of(0x22, 0xff, 0x22), "not_utf8"],
    ];
    for (const [sent, reason] of reasons) {
      const response = await post("/echo", sent);
      expect(response.status).toBe(400);
      expect(await problemOf(response)).toMatchObject({ reason });
    }
  });

  test("may be as large as the limit", async () => {
    const sent = JSON.stringify("a".repeat(LIMIT - 2));
    expect((await post("/echo", sent)).status).toBe(200);
  });

  test("that announces a larger size is refused before it is read", async () => {
    const response = await post("/echo", JSON.stringify("a".repeat(LIMIT - 1)));
    expect(response.status).toBe(413);
    expect(await problemOf(response)).toMatchObject({
      reason: "too_large",
      detail: expect.stringContaining("100 bytes"),
    });
  });

  test("that exceeds the limit while streaming is refused as well", async () => {
    const chunks = ["[1", ",2".repeat(LIMIT), "]"].values();
    const stream = new ReadableStream({
      pull(controller) {
        const { value, done } = chunks.next();
        if (done) controller.close();
        else controller.enqueue(new TextEncoder().encode(value));
      },
    });
    const response = await post("/echo", stream);
    expect(response.status).toBe(413);
    expect(await problemOf(response)).toMatchObject({ reason: "too_large" });
  });

  test("is read strictly by its shape, and the field is named", async () => {
    expect(await (await post("/count", '{"count":2}')).json()).toEqual({ count: 2 });
    const cases: [string, string][] = [
      ['{"count":0}', "count"],
      ['{"count":"2"}', "count"],
      ["{}", "count"],
      ['{"count":2,"more":1}', "more"],
      ["[]", ""],
    ];
    for (const [sent, at] of cases) {
      const response = await post("/count", sent);
      expect(response.status).toBe(422);
      expect(await problemOf(response)).toMatchObject({ reason: "malformed", field: { at } });
    }
  });
});

describe("an error is answered as problem+json", () => {
  test.each([
    ["GET", "/nowhere", 404, "not_found"],
    ["PATCH", "/echo", 404, "not_found"],
    ["GET", "/refuses", 409, "already_locked"],
    ["GET", "/throws", 500, "internal_error"],
    ["GET", "/throws-no-error", 500, "internal_error"],
    ["GET", "/inside", 500, "internal_error"],
    ["GET", "/down", 503, "database_unavailable"],
  ])("%s %s is %p", async (method, path, status, reason) => {
    const response = await fetch(url + path, { method });
    expect(response.status).toBe(status);
    expect(response.headers.get("retry-after")).toBe(status === 503 ? "1" : null);
    const problem = await problemOf(response);
    expect(problem.reason).toBe(reason);
    expect(JSON.stringify(problem)).not.toMatch(/secret|own words|ECONNREFUSED/);
  });

  test("or as a page for browsers", async () => {
    const response = await fetch(`${url}/refuses`, { headers: { accept: "text/html" } });
    expect(response.status).toBe(409);
    expect(await response.text()).toBe("<p>409");
    const down = await fetch(`${url}/down`, { headers: { accept: "text/html" } });
    expect([down.status, down.headers.get("retry-after")]).toEqual([503, "1"]);
  });
});

describe("the request id", () => {
  const idOf = async (headers: Record<string, string>) => {
    const response = await fetch(`${url}/id`, { headers });
    const { id } = (await response.json()) as { id: string };
    expect(response.headers.get("x-request-id")).toBe(id);
    return id;
  };

  test.each(["a", "0b8a7f9e-1d2c", "one,two,three", "x".repeat(200)])("%s is kept", async (id) => {
    expect(await idOf({ "x-request-id": id })).toBe(id);
  });

  test.each(["", "two words", 'a"b', "x".repeat(201), "a\tb", "ä"])(
    "%j is refused, and a new id is made",
    async (id) => {
      expect(await idOf({ "x-request-id": id })).toMatch(/^[0-9a-f-]{36}$/);
    },
  );

  test("is new for each request", async () => {
    expect(await idOf({})).not.toBe(await idOf({}));
  });

  test("stays with its request when many are answered concurrently", async () => {
    const ids = Array.from({ length: 50 }, (_, at) => `request-${at}`);
    expect(await Promise.all(ids.map((id) => idOf({ "x-request-id": id })))).toEqual(ids);
  });

  test("is sent with errors as well", async () => {
    for (const path of ["/nowhere", "/throws", "/refuses"]) {
      const response = await fetch(url + path, { headers: { "x-request-id": "kept" } });
      expect(response.headers.get("x-request-id")).toBe("kept");
    }
  });
});

describe("the log", () => {
  const linesOf = async (request: string) => {
    await Bun.sleep(5); // it is written after the answer
    return lines
      .filter((line) => line.request === request)
      .map(({ level, data, message }) => ({ level, data, message }));
  };

  test("has a line per answer, with the route instead of the path, and probes only at debug level", async () => {
    await fetch(`${url}/health?key=hidden`, { headers: { "x-request-id": "line-1", authorization: "Bearer hidden" } });
    const data = { method: "GET", route: "/health", status: 200, ms: expect.any(Number) };
    expect(await linesOf("line-1")).toEqual([{ level: "debug", data, message: "answered" }]);
  });

  test("shows the status of a refusal", async () => {
    await fetch(`${url}/refuses`, { headers: { "x-request-id": "line-2" } });
    expect(await linesOf("line-2")).toMatchObject([{ level: "info", data: { status: 409 } }]);
  });

  test("has an unexpected error with its cause", async () => {
    await fetch(`${url}/throws`, { headers: { "x-request-id": "line-3" } });
    const [first, second] = await linesOf("line-3");
    expect(first).toMatchObject({ level: "error", message: "unexpected error" });
    expect(first?.data.err).toMatchObject({ message: "a secret of ours" });
    expect(second).toMatchObject({ level: "info", data: { status: 500 } });
  });

  test("warns of an unavailable database", async () => {
    await fetch(`${url}/down`, { headers: { "x-request-id": "line-4" } });
    expect(await linesOf("line-4")).toMatchObject([{ level: "warn", data: { err: unreachable } }, { level: "info" }]);
  });
});

test("requests are counted by route and status class, and no label comes from a client", async () => {
  const counted = (labels: string) => {
    const found = new RegExp(`^http_request_duration_seconds_count{${labels}} (\\d+)$`, "m").exec(metrics.text());
    return Number(found?.[1] ?? 0);
  };
  const before = counted('method="GET",route="/refuses",status="4xx"');
  await fetch(`${url}/refuses?hidden-query`, { headers: { "x-hidden": "hidden" } });
  await fetch(`${url}/hidden-path`, { method: "HIDDEN" });
  await fetch(`${url}/hidden-path`);
  for (const deadline = Date.now() + 2_000; Date.now() < deadline; await Bun.sleep(1)) {
    if (counted('method="GET",route="none",status="4xx"') > 0) break; // it is counted after the answer
  }
  expect(counted('method="GET",route="/refuses",status="4xx"')).toBe(before + 1);
  expect(metrics.text()).not.toMatch(/hidden/i);
});
