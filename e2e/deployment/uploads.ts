// What one visitor sends, or does not finish to send, leaves room for the others.
import { expect, test } from "bun:test";
import { connect, type Socket } from "node:net";
import { call } from "../client.ts";
import { type Composed, until } from "./composed.ts";
import { run } from "./lab.ts";

const LONG = Buffer.alloc(60 * 2 ** 20, " ");
const MILLION = 1_000_000;
const small = { title: "Beside it", rule: "order/1", params: {}, entries: ["Ada", "Grace"], draw: "now" };

export function testUploads(site: () => Composed): void {
  test("bodies that never come to their end", async () => {
    const before = await lives(site(), "proxy");
    const held = Array.from({ length: 8 }, () => hold(site().http));
    await until("all but two are refused", async () => held.filter(({ said }) => said() !== "").length === 6);
    for (const answer of held.map(({ said }) => said()).filter((one) => one !== "")) {
      expect(answer).toStartWith("HTTP/1.1 503");
      expect(answer).toContain("\r\nRetry-After: 5\r\n");
    }
    await expectServed(site());
    for (const { socket } of held) socket.destroy();
    await untilRoom(site().http);
    expect(await lives(site(), "proxy")).toEqual(before);
  }, 60_000);

  test("lists of a million entries, five at once", async () => {
    const before = [await lives(site(), "core"), await lives(site(), "rules")];
    const entries = Array.from({ length: MILLION }, (_, at) => `${String(at).padStart(7, "0")} ${"x".repeat(42)}`);
    const body = Buffer.from(JSON.stringify({ ...small, title: "A million", entries }));
    const asked = Array.from({ length: 5 }, () => sent(site().http, body));
    const all = Promise.all(asked);
    let served = 0;
    for (let over = false; !over; served += 1) {
      await expectServed(site());
      over = await Promise.race([all.then(() => true), Bun.sleep(50).then(() => false)]);
    }
    const answers = (await all).sort();
    console.error(
      `five lists of ${(body.length / 2 ** 20).toFixed(0)} MiB: ${answers}; ${served} times the site answered beside`,
    );
    expect(answers[0]).toBe("201");
    expect(answers.filter((answer) => answer !== "201" && answer !== "503 busy")).toEqual([]);
    expect([await lives(site(), "core"), await lives(site(), "rules")]).toEqual(before);
    await untilRoom(site().http);
  }, 120_000);
}

/** A body that is sent but for its end, which comes so slowly that it never does; and whatever is said to it. */
function hold(url: string): { socket: Socket; said(): string } {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  let said = "";
  socket.on("data", (piece) => {
    said += piece;
  });
  socket.on("error", () => {}); // whoever is refused is cut off
  const head = [
    "POST /api/draws HTTP/1.1",
    `Host: ${hostname}`,
    "Content-Type: application/json",
    `Content-Length: ${LONG.length + 1_000}`,
  ];
  socket.write(`${head.join("\r\n")}\r\n\r\n`);
  socket.write(LONG);
  const trickle = setInterval(() => socket.write(" "), 5_000); // the proxy gives up whoever is silent for 30 s
  socket.on("close", () => clearInterval(trickle));
  return { socket, said: () => said };
}

async function sent(url: string, body: Buffer<ArrayBuffer>): Promise<string> {
  const headers = { "content-type": "application/json" };
  const answer = await fetch(`${url}/api/draws`, { method: "POST", headers, body });
  const { reason } = (await answer.json()) as { reason?: string };
  return reason ? `${answer.status} ${reason}` : String(answer.status);
}

async function expectServed(site: Composed): Promise<void> {
  expect((await fetch(`${site.http}/api/draws`)).status).toBe(200);
  expect((await call(site.http, "POST", "/api/draws", { body: small }))?.status).toBe(201);
}

/** Which process serves, and since when; another one would say that it was killed. Prints how much memory it has used. */
async function lives(site: Composed, service: string): Promise<string> {
  const [container = ""] = await site.containers(service);
  const peak = await site.inside(
    service,
    "cd /sys/fs/cgroup; cat memory/memory.max_usage_in_bytes memory.peak 2>/dev/null",
  );
  console.error(`${service} has used ${(Number.parseInt(peak.out, 10) / 2 ** 20).toFixed(0)} MiB at most`);
  return run(["docker", "inspect", "--format", "{{.Id}} {{.State.StartedAt}} {{.State.OOMKilled}}", container]);
}

function untilRoom(url: string): Promise<void> {
  return until(
    "there is room for a long list",
    async () => (await sent(url, LONG.subarray(0, 2_000_000))) === "400 not_json",
  );
}
