// Long bodies sent to a real service.
import { afterAll, describe, expect, test } from "bun:test";
import { connect } from "node:net";
import { text } from "node:stream/consumers";
import { logger } from "./log.ts";
import { HttpRefusal } from "./problem.ts";
import { web } from "./web.ts";

const JSON_TYPE = { "content-type": "application/json" };

describe("long bodies", () => {
  const LONG = 100_000; // bytes
  const about = { service: "test", revision: "r", version: "1" };
  const app = web({ about, log: logger("test", "silent"), bodyLimit: LONG, room: { all: LONG, each: LONG } })
    .post("/", () => "taken")
    .post("/wait", async () => {
      waiting();
      await go;
      return "taken";
    })
    .listen({ hostname: "127.0.0.1", port: 0 });
  const at = `http://127.0.0.1:${app.server?.port}`;
  afterAll(() => app.stop());
  let waiting = () => {};
  let go = Promise.resolve();
  const send = (path: string, bytes: number) =>
    fetch(at + path, { method: "POST", headers: JSON_TYPE, body: JSON.stringify("a".repeat(bytes - 2)) });
  const untilTaken = async () => {
    for (const deadline = Date.now() + 2_000; Date.now() < deadline; await Bun.sleep(1)) {
      if ((await send("/", LONG)).status === 200) return true; // the room is released after the answer
    }
    return false;
  };

  /** An admitted body that never completes. Retries until the previous answer's room is released. */
  const held = async () => {
    for (const deadline = Date.now() + 10_000; Date.now() < deadline; ) {
      const socket = connect(Number(new URL(at).port), "127.0.0.1");
      socket.write(`POST / HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: ${LONG}\r\n\r\n"`);
      await Bun.sleep(10);
      if ((await send("/", LONG)).status === 503) return socket;
      socket.destroy();
    }
    throw new Error("an unfinished body was not admitted");
  };

  test("are refused while there is no room, and short ones are accepted", async () => {
    const asked = new Promise<void>((begun) => {
      waiting = begun;
    });
    const { promise, resolve } = Promise.withResolvers<void>();
    go = promise;
    const first = send("/wait", LONG);
    await asked;
    const second = await send("/", LONG);
    expect([second.status, second.headers.get("retry-after")]).toEqual([503, "1"]);
    expect(await second.json()).toMatchObject({ status: 503, reason: "busy" });
    expect((await send("/", 1_000)).status).toBe(200);
    resolve();
    expect((await first).status).toBe(200);
    expect(await untilTaken()).toBe(true);
  });

  test("are refused with an answer that arrives even if the client sends everything before it reads, as proxies do", async () => {
    const bytes = 20 * 2 ** 20; // more than the connection buffers
    const full = web({ about, log: logger("test", "silent"), bodyLimit: bytes, room: { all: LONG, each: LONG } })
      .post("/", () => "taken")
      .listen({ hostname: "127.0.0.1", port: 0 });
    const head = "POST / HTTP/1.1\r\ncontent-type: application/json";
    expect(await heardAfterSending(Number(full.server?.port), head, [Buffer.alloc(bytes, " ")])).toStartWith(
      "HTTP/1.1 503",
    );
    await full.stop();
  });

  test("that are refused or aborted release their room", async () => {
    const refused = await fetch(at, { method: "POST", headers: JSON_TYPE, body: "{".repeat(LONG) });
    expect(refused.status).toBe(400);
    expect(await untilTaken()).toBe(true);
    const socket = await held();
    socket.destroy();
    expect(await untilTaken()).toBe(true);
  });
});

describe("a refused body", () => {
  const about = { service: "test", revision: "r", version: "1" };
  const app = web({ about, log: logger("test", "silent"), bodyLimit: 100_000 })
    .onRequest(({ request }) => {
      if (request.headers.has("x-stranger")) throw new HttpRefusal(401, "no_token", "who are you?");
    })
    .post("/", () => "taken")
    .listen({ hostname: "127.0.0.1", port: 0 });
  afterAll(() => app.stop());

  test.each([
    [404, "POST /nowhere HTTP/1.1"],
    [401, "POST / HTTP/1.1\r\nx-stranger: yes"],
    [413, "POST / HTTP/1.1\r\ncontent-type: application/json"],
  ])("answered with %i is still read, so that its sender gets the answer", async (status, head) => {
    const pieces = Array.from({ length: 8 }, () => Buffer.alloc(2 ** 17, " ")); // as much as the proxy lets through
    const heard = await heardAfterSending(Number(app.server?.port), head, pieces);
    expect(heard).toStartWith(`HTTP/1.1 ${status}`);
  });
});

/** The answer to a client that reads only after sending everything; rejects if the connection breaks. */
async function heardAfterSending(port: number, head: string, pieces: Buffer[]): Promise<string> {
  const socket = connect(port, "127.0.0.1").pause();
  const sent = Promise.withResolvers<void>();
  socket.on("error", sent.reject);
  const length = pieces.reduce((sum, piece) => sum + piece.length, 0);
  socket.write(`${head}\r\nhost: x\r\nconnection: close\r\ncontent-length: ${length}\r\n\r\n`);
  for (const piece of pieces) {
    await Bun.sleep(20); // a server that does not wait for the body answers and closes here
    socket.write(piece);
  }
  socket.write("", () => sent.resolve());
  await sent.promise;
  return text(socket.resume());
}
