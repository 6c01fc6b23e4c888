// A client that holds long bodies open uses its share of core, and not the others'.
import { afterAll, afterEach, beforeAll, expect, setDefaultTimeout, test } from "bun:test";
import { connect, type Socket } from "node:net";
import { type System, startSystem } from "./system.ts";

setDefaultTimeout(300_000);

const MIB = 2 ** 20;
const [SLOW, OTHER] = ["192.0.2.1", "198.51.100.7"]; // client addresses as the proxy passes them on
const DRAW = { title: "Beside it", rule: "order/1", params: {}, draw: "later" };

let system: System;
beforeAll(async () => {
  system = await startSystem();
});
afterAll(() => system.stop());

const held: Socket[] = [];
afterEach(() => {
  for (const socket of held.splice(0)) socket.destroy();
});

/** Sends a body of 60 MiB whose end trickles. Once core has read it, returns a way to read the answer. */
async function hold(client: string): Promise<{ said(): string }> {
  const { hostname, port } = new URL(system.url);
  const socket = connect(Number(port), hostname);
  held.push(socket);
  let said = "";
  socket.on("data", (piece) => {
    said += piece;
  });
  socket.on("error", () => {}); // refused clients are cut off
  const head = ["POST /api/draws HTTP/1.1", `Host: ${hostname}`, `X-Real-IP: ${client}`];
  const length = `Content-Length: ${60 * MIB + 1_000}`;
  socket.write(`${[...head, "Content-Type: application/json", length].join("\r\n")}\r\n\r\n`);
  await new Promise((read) => socket.write(Buffer.alloc(60 * MIB, " "), read));
  const trickle = setInterval(() => socket.write(" "), 2_000);
  socket.on("close", () => clearInterval(trickle));
  return { said: () => said };
}

async function sent(client: string, body: string | ReadableStream): Promise<string> {
  const headers = { "content-type": "application/json", "x-real-ip": client };
  const answer = await fetch(`${system.url}/api/draws`, { method: "POST", headers, body });
  const { reason = "" } = (await answer.json()) as { reason?: string };
  return `${answer.status} ${reason}`.trim();
}

const listOf = (bytes: number) =>
  JSON.stringify({ ...DRAW, entries: Array.from({ length: bytes / 50 }, (_, at) => String(at).padEnd(47, "x")) });

async function until(what: string, holds: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 600; tries += 1) {
    if (await holds()) return;
    await Bun.sleep(100);
  }
  throw new Error(`not seen: ${what}`);
}

// While 60 MiB are held, this exceeds the rest of a client's 72 MiB. If accepted, it is not JSON.
const PROBE = " ".repeat(16 * MIB);
const full = () => until("the client's share is full", async () => (await sent(SLOW, PROBE)) === "503 busy");
const roomAgain = () => until("there is room again", async () => (await sent(SLOW, PROBE)) === "400 not_json");

test("others' long lists are accepted while one client holds its share; it gets its share back", async () => {
  await hold(SLOW);
  await full();
  expect(await Promise.all([16, 2, 2].map((mib) => sent(OTHER, listOf(mib * MIB))))).toEqual(["201", "201", "201"]);
  for (const socket of held.splice(0)) socket.destroy();
  await roomAgain();
});

test("short bodies of that client are accepted, with or without a length", async () => {
  await hold(SLOW);
  await full();
  const short = JSON.stringify({ ...DRAW, entries: ["Ada", "Grace"] });
  expect(await sent(SLOW, short)).toBe("201");
  const chunked = new ReadableStream({
    start(controller) {
      controller.enqueue(Buffer.from(short));
      controller.close();
    },
  });
  expect(await sent(SLOW, chunked)).toBe("201");
});

test("a trickling body is refused as too slow, which frees its share", async () => {
  const { said } = await hold(SLOW);
  await full();
  await until("it is refused", async () => said() !== "");
  expect(said()).toStartWith("HTTP/1.1 408");
  expect(said()).toContain('"reason":"too_slow"');
  await roomAgain();
});
