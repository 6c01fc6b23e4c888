import { afterAll, describe, expect, spyOn, test } from "bun:test";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { bytesOf } from "./source.ts";

const ID = "0123456789abcdef".repeat(2);

describe("files", () => {
  const folder = mkdtempSync(join(tmpdir(), "fairhat-source-"));
  afterAll(() => rmSync(folder, { recursive: true }));

  test("a file's bytes, of any kind", async () => {
    const path = join(folder, "record.json");
    writeFileSync(path, Uint8Array.of(0xff, 0, 10));
    expect(await bytesOf(path)).toEqual({ ok: true, bytes: Uint8Array.of(0xff, 0, 10) });
  });

  test.each([
    ["nothing", "there is no such file"],
    [".", "it is a folder"],
  ])("why %p has none", async (name, why) => {
    expect(await bytesOf(join(folder, name))).toEqual({ ok: false, why });
  });
});

describe("addresses", () => {
  const server = Bun.serve({
    port: 0,
    hostname: "127.0.0.1",
    routes: {
      [`/api/draws/${ID}/record`]: new Response("a record"),
      "/broken": new Response("", { status: 503 }),
      "/slow": () => new Promise<Response>(() => {}),
    },
    fetch: () => new Response("", { status: 404 }),
  });
  const { port } = server;
  const at = (path: string) => `http://127.0.0.1:${port}${path}`;
  afterAll(() => server.stop(true));

  test("the record of a draw's page", async () => {
    const read = await bytesOf(at(`/draws/${ID}`));
    expect(read.ok && new TextDecoder().decode(read.bytes)).toBe("a record");
  });

  test("no record, and an answer that is not one", async () => {
    expect(await bytesOf(at("/draws/none"))).toEqual({
      ok: false,
      why: `there is no record at ${at("/api/draws/none/record")}`,
    });
    expect(await bytesOf(at("/broken"))).toEqual({ ok: false, why: `${at("/broken")} answered 503` });
  });

  test("no answer in time", async () => {
    const timeout = spyOn(AbortSignal, "timeout").mockImplementationOnce(() => {
      return AbortSignal.abort(new DOMException("late", "TimeoutError"));
    });
    expect(await bytesOf(at("/slow"))).toEqual({ ok: false, why: "there was no answer within 30 s" });
    expect(timeout).toHaveBeenCalledWith(30_000);
    timeout.mockRestore();
  });

  test("no server", async () => {
    const closed = Bun.serve({ port: 0, hostname: "127.0.0.1", fetch: () => new Response() });
    const address = `http://127.0.0.1:${closed.port}/`;
    await closed.stop(true);
    expect(await bytesOf(address)).toEqual({ ok: false, why: "nothing answers at this address" });
  });

  test("an invalid address", async () => {
    expect(await bytesOf("http://")).toMatchObject({ ok: false, why: "Invalid URL" });
  });
});
