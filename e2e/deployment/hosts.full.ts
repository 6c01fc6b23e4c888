// Two fresh hosts in one Swarm serve the site; one is stopped, and the site continues.
import { afterAll, beforeAll, describe, expect, setDefaultTimeout, test } from "bun:test";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { call, checkedRecord } from "../client.ts";
import { until } from "./composed.ts";
import { labIsThere, root, run } from "./lab.ts";
import { expectHolding, startLoad } from "./load.ts";

setDefaultTimeout(600_000);

const HOSTS = ["fh-one", "fh-two"];
const [FIRST = "", SECOND = ""] = HOSTS;
const IMAGES = ["migrations", "core", "random-a", "random-b", "rules", "proxy"].map(
  (name) => `fairhat/${name}:development`,
);
const TWICE = Object.fromEntries(
  ["CORE", "RANDOM_A", "RANDOM_B", "RULES", "PROXY"].map((service) => [`${service}_REPLICAS`, "2"]),
);
const LIMITS = { FAIRHAT_REQUESTS_PER_SECOND: "300", FAIRHAT_WRITES_PER_SECOND: "100" };

// Connections through a stopped host end with it, and some still lead there until Swarm notices; those requests are
// retried. After this many seconds of load nothing may fail any more; a request without an answer fails after twenty.
const NOTICED = 60;

const lab = (script: string, ...words: string[]) => run(["ci/lab", script, ...words]);
const on = (host: string, ...words: string[]) => lab("fresh-host", "ssh", host, ...words);

describe.if(await labIsThere())("two hosts", () => {
  const secrets = mkdtempSync(join(tmpdir(), "fairhat-secrets-"));
  let balancing: Bun.Subprocess | undefined;
  let engine: Record<string, string> = {};
  let url = "";

  beforeAll(async () => {
    await run(["docker", "compose", "build", "--quiet"]);
    for (const host of HOSTS) await lab("fresh-host", "up", host);
    await Promise.all(HOSTS.map(install));
    await lab("fresh-host", "hub", "postgres:18", ...IMAGES);
    const address = await lab("fresh-host", "ip", FIRST);
    await on(FIRST, "sudo", "docker", "swarm", "init", "--advertise-addr", address);
    const token = await on(FIRST, "sudo", "docker", "swarm", "join-token", "--quiet", "worker");
    await on(SECOND, "sudo", "docker", "swarm", "join", "--token", token, `${address}:2377`);
    balancing = Bun.spawn([join(root, "ci/lab"), "swarm-vip", ...HOSTS], { stdout: "ignore", stderr: "ignore" });
    engine = { DOCKER_HOST: `unix://${await folderOf(FIRST)}/run/docker.sock` };
    url = `http://${address}:8080`;
    // The manager holds the secrets; deploying from here needs them in both places.
    await run(["ops/secrets", secrets]);
    await run(["cp", "--archive", secrets, `${await folderOf(FIRST)}${secrets}`]);
    await run(["ops/deploy", "development"], {
      ...{ ...engine, ...TWICE, ...LIMITS },
      ...{ FAIRHAT_SECRETS: secrets, PUBLIC_URL: url, FAIRHAT_ALLOWED_HOSTS: await lab("fresh-host", "ip", SECOND) },
    });
  });
  afterAll(async () => {
    balancing?.kill();
    await lab("fresh-host", "down", ...HOSTS);
    rmSync(secrets, { recursive: true });
  });

  test("both serve the site, on either address", async () => {
    const present = ["docker", "node", "ps", "--filter", "desired-state=running", "--format", "{{.Name}} {{.Node}}"];
    const running = (await run([...present, ...HOSTS], engine)).split("\n");
    for (const service of ["core", "random-a", "random-b", "rules", "proxy"]) {
      const places = running.filter((line) => line.startsWith(`fairhat_${service}.`)).map((line) => line.split(" ")[1]);
      // A stopping instance may still be listed beside its replacement.
      expect([service, [...new Set(places)].toSorted()]).toEqual([service, HOSTS]);
    }
    for (const host of HOSTS) {
      const address = await lab("fresh-host", "ip", host);
      const made = await call(`http://${address}:8080`, "POST", "/api/draws", { body: order });
      expect(made).toMatchObject({ status: 201, body: { state: "drawn" } });
      expect((await checkedRecord(url, made?.body.id ?? "")).report.verdict).toBe("holds");
    }
  });

  test("one is stopped: draws continue within seconds, and once Swarm has noticed, nothing fails", async () => {
    const load = startLoad(url, "a host stopped");
    await Bun.sleep(3_000); // some load before
    await run(["docker", "kill", `lab-${SECOND}`]);
    const gone = performance.now();
    const repeat = crypto.randomUUID();
    await until("a draw is made", async () => {
      return (await call(url, "POST", "/api/draws", { body: order, repeat }))?.status === 201;
    });
    console.error(`a draw was made ${((performance.now() - gone) / 1_000).toFixed(1)} s after the host was stopped`);
    const state = () => run(["docker", "node", "inspect", "--format", "{{.Status.State}}", SECOND], engine);
    await until("Swarm sees it", async () => (await state()) === "down");
    const here = async () => (await run(["docker", "service", "ls", "--format", "{{.Replicas}}"], engine)).split("\n");
    await until(
      "all that ran there runs here",
      async () => (await here()).every((count) => /^(\d)\/\1/.test(count)),
      180,
    );
    await Bun.sleep(10_000); // some load after
    const { failed, draws } = await load.stop();
    console.error(`the last failure ${Number.parseFloat(failed.at(-1) ?? "0")} s after the load began`);
    expect(failed.filter((why) => Number.parseFloat(why) > NOTICED)).toEqual([]);
    await expectHolding(draws, url);
    expect(await call(url, "POST", "/api/draws", { body: order })).toMatchObject({ body: { state: "drawn" } });
  });
});

const order = { title: "On two hosts", rule: "order/1", params: {}, entries: ["Ada", "Grace", "Emmy"], draw: "now" };

async function install(host: string): Promise<void> {
  await on(
    host,
    "sudo",
    "sh",
    "-c",
    "'apt-get update -qq && apt-get install -y -qq --no-install-recommends docker.io'",
  );
}

/** Where this machine sees a host's files. */
async function folderOf(host: string): Promise<string> {
  return `/proc/${await run(["docker", "inspect", "--format", "{{.State.Pid}}", `lab-${host}`])}/root`;
}
