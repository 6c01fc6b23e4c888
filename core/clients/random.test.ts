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

test("what a service published of a draw is nothing where it knows none", async () => {
  expect(await random.published("sealed")).toMatchObject({ binding: null, opening: null });
  expect(await random.published("unknown")).toEqual({ binding: null, opening: null });
});

test.each(["misrouted", "page", "failing"])("nothing is known of a draw from an answer that is %s", async (id) => {
  await expect(random.published(id)).rejects.toThrow(ServiceDown);
});

test("nothing is known of a draw from a service that is away", async () => {
  await expect(randomService("b", "http://127.0.0.1:1", "token").published("x")).rejects.toThrow(ServiceDown);
});
