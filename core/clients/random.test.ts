import { afterAll, expect, test } from "bun:test";
import { Elysia } from "elysia";
import { ServiceDown } from "./call.ts";
import { randomService } from "./random.ts";

const problem = (status: number, reason: string) =>
  new Response(JSON.stringify({ status, reason }), { status, headers: { "content-type": "application/problem+json" } });

const service = new Elysia()
  .get("/draws/sealed", () => ({ seal: {}, binding: null, opening: null, generator: "G" }))
  .get("/draws/unknown", () => problem(404, "unknown_draw"))
  .get("/draws/misrouted", () => problem(404, "not_found"))
  .get("/draws/page", () => new Response("<h1>404</h1>", { status: 404, headers: { "content-type": "text/html" } }))
  .get("/draws/failing", () => problem(503, "database_unavailable"))
  .listen({ hostname: "127.0.0.1", port: 0 });
const random = randomService("a", `http://127.0.0.1:${service.server?.port}`, "token");
afterAll(() => service.stop(true));

test("a draw unknown to a service has no published data", async () => {
  expect(await random.published("sealed")).toMatchObject({ binding: null, opening: null });
  expect(await random.published("unknown")).toEqual({ binding: null, opening: null });
});

test.each(["misrouted", "page", "failing"])("an answer that is %s gives no information about a draw", async (id) => {
  await expect(random.published(id)).rejects.toThrow(ServiceDown);
});

test("an unavailable service gives no information about a draw", async () => {
  await expect(randomService("b", "http://127.0.0.1:1", "token").published("x")).rejects.toThrow(ServiceDown);
});
