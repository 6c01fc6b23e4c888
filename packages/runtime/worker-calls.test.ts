import { afterAll, expect, test } from "bun:test";
import { HttpRefusal } from "./problem.ts";
import { WorkerCalls } from "./worker-calls.ts";

const calls = new WorkerCalls<string, string>(() => new Worker(new URL("./testing/calls.worker.ts", import.meta.url)));
calls.hold();
afterAll(() => calls.release());

const failureOf = (question: string) => calls.ask(question).catch((error) => error);

test("each question gets its answer, however many are asked at once", async () => {
  const answers = await Promise.all(["a", "b", "c"].map((question) => calls.ask(question)));
  expect(answers).toEqual(["answered a", "answered b", "answered c"]);
});

test("a refusal comes back as one, and any other error with its message", async () => {
  const refused = await failureOf("refuse");
  expect(refused).toBeInstanceOf(HttpRefusal);
  expect(refused).toMatchObject({ status: 400, refusal: { reason: "refused", detail: "it is refused" } });
  expect(String(await failureOf("fail"))).toContain("it failed");
});

test("a worker that ends fails pending questions, and the next question starts another one", async () => {
  expect((await Promise.all([failureOf("end"), failureOf("a")])).map(String)).toEqual(
    Array(2).fill("Error: a worker ended without an answer"),
  );
  expect(await calls.ask("b")).toBe("answered b");
});
