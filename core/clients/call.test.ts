import { afterAll, describe, expect, spyOn, test } from "bun:test";
import { createServer } from "node:net";
import { treaty } from "@elysiajs/eden";
import { Elysia } from "elysia";
import { answersOf, dataOf, eden, ServiceDown, traced } from "./call.ts";

const MOMENT = "2026-11-22T12:00:00.000Z";
const service = new Elysia()
  .get("/moment", () => ({ at: MOMENT, digits: "12345678901234567890123456789012" }))
  .get("/headers", ({ request }) => ({
    authorization: request.headers.get("authorization"),
    requests: request.headers.get("x-request-id"),
  }))
  .get("/fails", ({ status }) => status(500, { secret: "inside" }))
  .get("/nothing", () => new Response("null", { headers: { "content-type": "application/json" } }))
  .get("/broken", () => new Response("{", { headers: { "content-type": "application/json" } }))
  .get("/slow", async () => {
    await Bun.sleep(1_000);
    return "too late";
  })
  .get("/answers", () => ({ answers: ["one", "two"] }))
  .get("/other", () => ({ answer: "one" }))
  .listen({ hostname: "127.0.0.1", port: 0 });
const url = `http://127.0.0.1:${service.server?.port}`;
const api = treaty<typeof service>(url, eden("token"));
afterAll(() => service.stop(true));

/** A service that answers its first connections with these bodies; null drops one. */
async function answering(bodies: (string | null)[]) {
  const server = createServer((socket) => {
    socket.on("error", () => {});
    const body = bodies.shift();
    if (!body) return socket.destroy();
    return socket.end(
      `HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n${body}`,
    );
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const { port } = server.address() as { port: number };
  return { api: treaty<typeof service>(`http://127.0.0.1:${port}`, eden()), close: () => server.close() };
}

async function failureOf(asking: Promise<unknown>): Promise<ServiceDown> {
  const error = await asking.then(
    () => null,
    (error) => error,
  );
  expect(error).toBeInstanceOf(ServiceDown);
  expect((error as ServiceDown).service).toBe("random-a");
  return error as ServiceDown;
}

describe("the data of a reply", () => {
  test("is unchanged: a time stays text, digits stay text", async () => {
    const data = await dataOf("random-a", api.moment.get());
    expect(data).toEqual({ at: MOMENT, digits: "12345678901234567890123456789012" });
  });

  test("was requested with core's token and its request ids", async () => {
    const data = await dataOf("random-a", api.headers.get(traced("one,two")));
    expect(data).toEqual({ authorization: "Bearer token", requests: "one,two" });
    const open = treaty<typeof service>(url, eden());
    expect(await dataOf("random-a", open.headers.get())).toEqual({ authorization: null, requests: null });
  });
});

describe("a service is down", () => {
  test("if it answers with another status; its message is not exposed", async () => {
    const { message } = await failureOf(dataOf("random-a", api.fails.get()));
    expect(message).toBe("random-a answered with status 500");
  });

  test("if it answers nothing, or something broken", async () => {
    expect((await failureOf(dataOf("random-a", api.nothing.get()))).message).toBe("random-a answered nothing");
    expect((await failureOf(dataOf("random-a", api.broken.get()))).message).toBe("random-a does not answer");
  });

  test("if it refuses the connection", async () => {
    const nowhere = treaty<typeof service>("http://127.0.0.1:1", eden());
    const { message, cause } = await failureOf(dataOf("random-a", nowhere.moment.get()));
    expect(message).toBe("random-a does not answer"); // this is public, so without the runtime's message
    expect((cause as Error).message).toContain("onnect");
  });

  test("if it drops the connection twice", async () => {
    const { api: dropped, close } = await answering([null, null, "{}"]);
    expect((await failureOf(dataOf("random-a", dropped.moment.get()))).message).toBe("random-a does not answer");
    close();
  });

  test("if it does not answer in ten seconds", async () => {
    const after = AbortSignal.timeout;
    const timeout = spyOn(AbortSignal, "timeout").mockImplementation((time) => after.call(AbortSignal, time / 200));
    const { message } = await failureOf(dataOf("random-a", api.slow.get()));
    expect(new Set(timeout.mock.calls.flat())).toEqual(new Set([10_000]));
    expect(message).toBe("random-a does not answer");
    timeout.mockRestore();
  });
});

test("a call with a broken connection is repeated once", async () => {
  const { api: broken, close } = await answering([null, JSON.stringify({ at: MOMENT, digits: "1" })]);
  expect(await dataOf("random-a", broken.moment.get())).toEqual({ at: MOMENT, digits: "1" });
  close();
});

describe("the answers to a list", () => {
  test("are one for each item", async () => {
    expect(await answersOf("random-a", 2, api.answers.get())).toEqual(["one", "two"]);
  });

  test("are refused if there are more, fewer or none", async () => {
    for (const asked of [1, 3]) {
      const { message } = await failureOf(answersOf("random-a", asked, api.answers.get()));
      expect(message).toBe("random-a did not answer all that it was asked");
    }
    const other = api.other.get() as unknown as ReturnType<typeof api.answers.get>;
    expect((await failureOf(answersOf("random-a", 1, other))).message).toContain("did not answer all");
  });
});
