// Who can speak with whom, what a container may do, and what the proxy lets nobody do.
import { expect, test } from "bun:test";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Composed } from "./composed.ts";
import { run } from "./lab.ts";
import { expectHeaders } from "./routes.ts";

const SERVICES = ["core", "random-a", "random-b", "rules", "proxy", "postgres"];
const PORTS: Record<string, number> = {
  core: 3000,
  "random-a": 3000,
  "random-b": 3000,
  rules: 3000,
  proxy: 8080,
  postgres: 5432,
};

/** As docs/architecture.md draws it. Whoever shares a network with the proxy could ask it what anyone may ask. */
const REACHES: Record<string, string[]> = {
  proxy: ["core", "random-a", "random-b"],
  core: ["random-a", "random-b", "rules", "postgres", "proxy"],
  "random-a": ["core", "proxy", "postgres"],
  "random-b": ["core", "proxy", "postgres"],
  rules: ["core"],
  postgres: ["core", "random-a", "random-b"],
};
const MEMORY_AIM = 200; // MiB

/** To be run before anything was asked of the site. */
export function testMemory(site: () => Composed): void {
  test("idle, all of it needs less memory than was aimed at", async () => {
    let total = 0;
    for (const service of SERVICES) {
      for (const container of await site().containers(service)) {
        const pids = (await run(["docker", "top", container, "-o", "pid"])).split("\n").slice(1);
        total += pids.reduce((sum, pid) => sum + pssOf(pid.trim()), 0) / 1024;
      }
    }
    console.error(`memory of the whole stack: ${total.toFixed(0)} MiB (PSS)`);
    expect(total).toBeLessThan(MEMORY_AIM);
  });
}

/** KiB; nothing for a process that has just ended, as a health check does. */
function pssOf(pid: string): number {
  const read = Bun.spawnSync(["cat", `/proc/${pid}/smaps_rollup`]).stdout.toString();
  return Number(/^Pss:\s+(\d+) kB/m.exec(read)?.[1] ?? 0);
}

export function testBoundaries(site: () => Composed): void {
  test("each container reaches what it must, and nothing else", async () => {
    const reachedFrom = async (from: string) => {
      const others = SERVICES.filter((to) => to !== from);
      const tries = others.map(
        (to) => `{ timeout 5 bash -c 'exec 3<>/dev/tcp/${to}/${PORTS[to]}' 2>/dev/null && echo ${to}; } &`,
      );
      const { out } = await site().inside(from, `${tries.join(" ")} wait`);
      return [from, out.trim().split("\n").sort()];
    };
    // A name that is not known takes its seconds, so all look at the same time.
    const reached = Object.fromEntries(await Promise.all(SERVICES.map(reachedFrom)));
    for (const from of SERVICES) expect([from, reached[from]]).toEqual([from, REACHES[from]?.sort()]);
  });

  test("only the proxy's ports are open to the outside", async () => {
    const published = (await site().compose(["ps", "--format", "{{.Service}} {{.Publishers}}"])).split("\n");
    const open = published.filter((line) => / [1-9]\d{3,} /.test(line) && !/ 0 tcp\}\]$/.test(line));
    expect(open.map((line) => line.split(" ")[0])).toEqual(["proxy"]);
  });

  test("no container may write, gain rights, or run as root", async () => {
    for (const service of SERVICES) {
      const [id = ""] = await site().containers(service);
      const [container] = JSON.parse(await run(["docker", "inspect", id]));
      const { HostConfig: host, Config: config } = container;
      expect([service, host.ReadonlyRootfs, host.CapDrop, host.CapAdd, host.Privileged]).toEqual([
        service,
        true,
        ["ALL"],
        null,
        false,
      ]);
      expect([service, host.SecurityOpt]).toEqual([service, ["no-new-privileges:true"]]);
      expect([service, config.User]).toEqual([service, expect.stringMatching(/^[1-9]\d*:[1-9]\d*$/)]);
      expect([service, host.Memory > 0, host.NanoCpus > 0]).toEqual([service, true, true]);
      expect([service, container.State.Health.Status]).toEqual([service, "healthy"]);
    }
  });

  test("core's role cannot read what random-a keeps", async () => {
    const url = readFileSync(join(site().secrets, "core/database-url"), "utf8").trim();
    const ask = (sql: string) =>
      site().inside("postgres", `psql -tA '${url.replace("@postgres:", "@127.0.0.1:")}' -c '${sql}'`);
    expect(await ask("select count(*) > 0 from core.draw")).toEqual({ status: 0, out: "t\n" });
    for (const sql of [
      "select * from random_a.secret",
      "select * from random_b.seal",
      "set role random_a",
      "create table public.x (y int)",
    ]) {
      expect(await ask(sql)).toEqual({ status: 1, out: expect.stringContaining("permission denied") });
    }
  });

  test("a service sees its own secrets alone", async () => {
    for (const service of ["core", "random-a", "random-b"]) {
      const { out } = await site().inside(service, "ls /run/secrets");
      expect([service, out.trim().split("\n")]).toEqual([service, readdirSync(join(site().secrets, service)).sort()]);
    }
    expect((await site().inside("rules", "ls /run/secrets")).status).not.toBe(0);
  });

  test("a secret that is there stays", async () => {
    const read = () => readFileSync(join(site().secrets, "core/secret"), "utf8");
    const before = read();
    expect(before).toMatch(/^[0-9a-f]{64}\n$/);
    await site().script(["ci/secrets", site().secrets]);
    expect(read()).toBe(before);
  });

  test("too many requests from one address are refused, and told so", async () => {
    const asked = await Promise.all(Array.from({ length: 1_500 }, () => fetch(`${site().http}/api/draws`)));
    const refused = asked.filter(({ status }) => status === 429);
    const [first] = refused;
    if (!first) throw new Error("none was refused");
    expectHeaders(first);
    expect(first.headers.get("retry-after")).toBe("1");
    expect(await first.json()).toMatchObject({ status: 429, reason: "too_many_requests" });
    expect(asked.every(({ status }) => status === 200 || status === 429)).toBe(true);
  });
}
