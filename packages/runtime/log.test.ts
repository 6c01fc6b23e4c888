import { expect, test } from "bun:test";
import { enterRequest, logger, requestId } from "./log.ts";

/** The standard output of a program, one JSON object per line. */
async function linesOf(program: string): Promise<Record<string, unknown>[]> {
  const code = `import { enterRequest, logger } from "./log.ts"; ${program}`;
  const { stdout } = Bun.spawn([process.execPath, "-e", code], { cwd: import.meta.dir, stdout: "pipe" });
  const text = await new Response(stdout).text();
  return text
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
}

test("a line has the service, the time and the request id", async () => {
  const [first, second] = await linesOf(`
    const log = logger("core");
    log.info({ route: "/" }, "before");
    enterRequest("request-1");
    await Bun.sleep(1);
    log.warn("within");
    log.debug("too small for the level");
  `);
  expect(first).toMatchObject({ level: 30, service: "core", route: "/", msg: "before" });
  expect(first).not.toHaveProperty("request");
  expect(new Date(String(first?.time)).toISOString()).toBe(String(first?.time));
  expect(second).toMatchObject({ level: 40, service: "core", request: "request-1", msg: "within" });
});

test("values that a driver attaches to an error are not logged", () => {
  const cause = new Error("a cause with Ada");
  const error = Object.assign(new Error("it broke", { cause }), { code: "23505", parameters: ["Ada"], detail: "Ada" });
  const { err } = logger("core", "silent").child({ err: error }).bindings();
  expect(err).toEqual({ type: "Error", code: "23505", message: "it broke", stack: error.stack });
  expect(JSON.stringify(err)).not.toContain("Ada");
});

test("nothing is logged at level silent", () => {
  expect(logger("core", "silent").isLevelEnabled("fatal")).toBe(false);
});

test("a request id follows its own asynchronous work and no other", async () => {
  const answer = async (id: string, milliseconds: number) => {
    await Promise.resolve();
    enterRequest(id);
    await Bun.sleep(milliseconds);
    return [requestId(), await Promise.all([1, 2].map(async () => requestId()))];
  };
  expect(requestId()).toBeUndefined();
  const answers = await Promise.all([answer("one", 4), answer("two", 2), answer("three", 1)]);
  expect(answers).toEqual([
    ["one", ["one", "one"]],
    ["two", ["two", "two"]],
    ["three", ["three", "three"]],
  ]);
});
