// One visitor's large or unfinished uploads leave room for others.
import { expect, test } from "bun:test";
import { connect, type Socket } from "node:net";
import { call } from "../client.ts";
import { type Composed, PROJECT, until } from "./composed.ts";
import { run } from "./lab.ts";

const LONG = Buffer.alloc(60 * 2 ** 20, " ");
const MILLION = 1_000_000;
const small = { title: "Beside it", rule: "order/1", params: {}, entries: ["Ada", "Grace"], draw: "now" };

export function testUploads(site: () => Composed): void {
  test("unfinished bodies keep nobody else out, and are refused as too slow", async () => {
    const before = await lives(site(), "proxy");
    const held = Array.from({ length: 8 }, () => hold(site().http));
    const answered = (status: number) => held.filter(({ said }) => said().startsWith(`HTTP/1.1 ${status}`)).length;
    await until("all but two are refused", async () => answered(503) === 6);
    for (const answer of held.map(({ said }) => said()).filter((one) => one !== "")) {
      expect(answer).toContain("\r\nRetry-After: 5\r\n");
    }
    await expectServed(site());
    expect(await sentFromElsewhere(site())).toEqual(Array(5).fill("201"));
    await until("both are refused", async () => answered(408) === 2);
    for (const { socket } of held) socket.destroy();
    await untilRoom(site().http);
    expect(await lives(site(), "proxy")).toEqual(before);
  }, 120_000);

  test("short bodies without a length are accepted while their own address holds long ones", async () => {
    const held = [hold(site().http), hold(site().http)];
    await Bun.sleep(500);
    const chunked = new ReadableStream({
      start(controller) {
        controller.enqueue(Buffer.from(JSON.stringify(small)));
        controller.close();
      },
    });
    const headers = { "content-type": "application/json" };
    const answer = await fetch(`${site().http}/api/draws`, { method: "POST", headers, body: chunked });
    expect([held.map(({ said }) => said()), answer.status]).toEqual([["", ""], 201]);
    for (const { socket } of held) socket.destroy();
  });

  test.each([
    ["lists in lists", "[", "400 too_deep"],
    ["objects in objects", '{"":0,', "400 too_deep"],
    ["white space", " ", "400 not_json"],
  ])("64 MiB of %s are refused with a message, and others are served meanwhile", async (_, text, answer) => {
    const before = await lives(site(), "core");
    const asked = sent(site().http, Buffer.alloc(64 * 2 ** 20, text));
    await expectServed(site());
    expect(await asked).toBe(answer);
    expect(await lives(site(), "core")).toEqual(before);
  });

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

/** Sends a body whose end trickles so slowly that it never finishes, and collects the answer. */
function hold(url: string): { socket: Socket; said(): string } {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  let said = "";
  socket.on("data", (piece) => {
    said += piece;
  });
  socket.on("error", () => {}); // refused clients are cut off
  const head = [
    "POST /api/draws HTTP/1.1",
    `Host: ${hostname}`,
    "Content-Type: application/json",
    `Content-Length: ${LONG.length + 1_000}`,
  ];
  socket.write(`${head.join("\r\n")}\r\n\r\n`);
  socket.write(LONG);
  const trickle = setInterval(() => socket.write(" "), 5_000); // the proxy's timeout for silence is 30 s
  socket.on("close", () => clearInterval(trickle));
  return { socket, said: () => said };
}

/**
 * Sends two lists of 2 MB and three short ones without a length concurrently, from another address; returns the
 * answers.
 */
async function sentFromElsewhere(site: Composed): Promise<string[]> {
  const list = `yes '"a name that is long enough for a list of some size",' | head -n 40000`;
  const body = `{ printf '{"title":"T","rule":"order/1","draw":"later","entries":['; ${list}; printf '"Ada"]}'; } >/tmp/list`;
  const headers = "-H 'Host: localhost' -H 'Content-Type: application/json'";
  const post = `curl -s -o /dev/null -w '%{http_code}\\n' ${headers} http://proxy:8080/api/draws`;
  const long = `${post} --data-binary @/tmp/list`;
  const short = `echo '${JSON.stringify(small)}' | ${post} -H 'Transfer-Encoding: chunked' --data-binary @-`;
  const all = [long, long, short, short, short].map((one) => `{ ${one}; } &`).join(" ");
  const [image = ""] = (await site.compose(["images", "--quiet", "proxy"])).split("\n");
  const beside = ["docker", "run", "--rm", "--network", `${PROJECT}_edge`, "--entrypoint", "bash", image];
  return (await run([...beside, "-c", `${body}; ${all} wait`])).trim().split("\n");
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

/** The serving process and its start time; a change means that it was killed. Prints its peak memory. */
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
