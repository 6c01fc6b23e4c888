// Network boundaries, container privileges and the proxy's limits.
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

/** The networks of docs/architecture.md. A container on a network with the proxy can send it any public request. */
const REACHES: Record<string, string[]> = {
  proxy: ["core", "random-a", "random-b"],
  core: ["random-a", "random-b", "rules", "postgres", "proxy"],
  "random-a": ["core", "proxy", "postgres"],
  "random-b": ["core", "proxy", "postgres"],
  rules: ["core"],
  postgres: ["core", "random-a", "random-b"],
};
const MEMORY_AIM = 200; // MiB

interface Mount {
  TmpfsOptions?: { SizeBytes?: number };
}

/** Must run before the site gets any requests. */
export function testMemory(site: () => Composed): void {
  test("the idle stack uses less memory than the target", async () => {
    const samples: number[] = [];
    await Bun.sleep(12_000); // connections from the start are closed after ten seconds
    for (let at = 0; at < 5; at += 1) samples.push(await memoryOf(site()));
    const median = samples.toSorted((a, b) => a - b)[2] ?? Infinity;
    console.error(`memory of the whole stack: ${samples.map((one) => one.toFixed(0)).join(", ")} MiB (PSS)`);
    expect(median).toBeLessThan(MEMORY_AIM);
  });
}

/** MiB of all services. */
async function memoryOf(site: Composed): Promise<number> {
  let kib = 0;
  for (const service of SERVICES) {
    for (const container of await site.containers(service))
      for (const pid of await pidsOf(container)) kib += pssOf(pid);
  }
  return kib / 1024;
}

/** A container's processes. Health checks are not children of its first process. */
async function pidsOf(container: string): Promise<Set<string>> {
  const own = new Set([(await run(["docker", "inspect", "--format", "{{.State.Pid}}", container])).trim()]);
  const all = (await run(["docker", "top", container, "-o", "pid,ppid"])).split("\n").slice(1);
  const pairs = all.map((line) => line.trim().split(/\s+/));
  for (const parent of own) for (const [pid = "", by] of pairs) if (by === parent) own.add(pid); // grows as it goes
  return own;
}

/** KiB; 0 for a process that has just exited. */
function pssOf(pid: string): number {
  const read = Bun.spawnSync(["cat", `/proc/${pid}/smaps_rollup`]).stdout.toString();
  return Number(/^Pss:\s+(\d+) kB/m.exec(read)?.[1] ?? 0);
}

export function testBoundaries(site: () => Composed): void {
  test("each container reaches what it must, and nothing else", async () => {
    const reachedFrom = async (from: string) => {
      const others = SERVICES.filter((to) => to !== from);
      const tries = others.map(
        (to) =>
          `{ timeout ${REACHES[from]?.includes(to) ? 30 : 5} bash -c 'exec 3<>/dev/tcp/${to}/${PORTS[to]}' 2>/dev/null && echo ${to}; } &`,
      );
      const { out } = await site().inside(from, `${tries.join(" ")} wait`);
      return [from, out.trim().split("\n").sort()];
    };
    // Looking up an unknown name takes seconds, so all run at once.
    const reached = Object.fromEntries(await Promise.all(SERVICES.map(reachedFrom)));
    for (const from of SERVICES) expect([from, reached[from]]).toEqual([from, REACHES[from]?.sort()]);
  });

  test("only the proxy's ports are open to the outside", async () => {
    const published = (await site().compose(["ps", "--format", "{{.Service}} {{.Publishers}}"])).split("\n");
    const open = published.filter((line) => / [1-9]\d{3,} /.test(line) && !/ 0 tcp\}\]$/.test(line));
    expect(open.map((line) => line.split(" ")[0])).toEqual(["proxy"]);
  });

  test("an outsider on the same machine gets in through the proxy's ports alone", async () => {
    const address = "{{range .NetworkSettings.Networks}}{{if .IPAddress}}{{.IPAddress}} {{end}}{{end}}";
    const addresses: string[] = [];
    for (const service of SERVICES) {
      const [container = ""] = await site().containers(service);
      addresses.push(...(await run(["docker", "inspect", "--format", address, container])).trim().split(" "));
    }
    expect(addresses.length).toBeGreaterThan(SERVICES.length);
    const gateway = "{{range .IPAM.Config}}{{.Gateway}}{{end}}";
    const here = await run(["docker", "network", "inspect", "--format", gateway, "bridge"]);
    const open = ["http", "https"].map((scheme) => `${here} ${new URL(site()[scheme as "http" | "https"]).port}`);
    const inner = addresses.flatMap((at) => [3000, 5432, 8080, 8081, 8443, 9000].map((port) => `${at} ${port}`));
    const tries = [...open, ...inner].map((to) => {
      return `{ timeout 5 bash -c 'exec 3<>/dev/tcp/${to.replace(" ", "/")}' 2>/dev/null && echo ${to}; } &`;
    });
    const [image = ""] = (await site().compose(["images", "--quiet", "postgres"])).split("\n");
    const outsider = ["docker", "run", "--rm", "--network", "bridge", "--entrypoint", "bash", image, "-c"];
    const reached = (await run([...outsider, `${tries.join(" ")} wait`])).split("\n");
    // Whether the open ports are reachable from here depends on the engine; clients come from elsewhere.
    expect(reached.filter((to) => to !== "" && !open.includes(to))).toEqual([]);
  });

  test("each service serves its metrics inside the network", async () => {
    const ask = "exec 3<>/dev/tcp/127.0.0.1/9000; printf 'GET /metrics HTTP/1.0\\r\\n\\r\\n' >&3; timeout 5 cat <&3";
    for (const service of SERVICES.filter((one) => one !== "postgres")) {
      const { out } = await site().inside(service, ask);
      const [head = "", text = ""] = out.split("\r\n\r\n");
      expect([service, head]).toEqual([
        service,
        expect.stringMatching(/^HTTP\/1\.1 200[\s\S]*text\/plain; version=0\.0\.4/),
      ]);
      const lines = text.trim().split("\n");
      expect(lines.length).toBeGreaterThan(8);
      // https://prometheus.io/docs/instrumenting/exposition_formats/
      const SAMPLE = /^[a-z_]+(?:\{[a-z_]+="[^"\n]*"(?:,[a-z_]+="[^"\n]*")*\})? [\d.e+-]+$/;
      expect([service, lines.filter((line) => !SAMPLE.test(line) && !/^# (?:HELP|TYPE) [a-z_]+ ./.test(line))]).toEqual(
        [service, []],
      );
    }
  });

  test("a malformed setting of the proxy is reported, and redirects lead to the public address", async () => {
    const started = (http: string, publicUrl: string) => {
      const changes = { HTTP: http, PUBLIC_URL: publicUrl, ALLOWED_HOSTS: "www.draws.example" };
      const settings = Object.entries(changes).flatMap(([name, value]) => ["-e", `FAIRHAT_${name}=${value}`]);
      return ["docker", "compose", "run", "--rm", "--no-deps", ...settings, "proxy", "nginx"];
    };
    const fails = { fails: true };
    expect(await site().script([...started("Redirect", "https://draws.example"), "-t"], {}, fails)).toContain(
      "FAIRHAT_HTTP must be serve or redirect",
    );
    const ask = (host: string) =>
      `curl -s -o /dev/null -w ' %{http_code} %{redirect_url}' -H 'Host: ${host}' 'http://127.0.0.1:8080/draws?after=1'`;
    const up = "curl -s --retry 20 --retry-connrefused --retry-delay 1 http://127.0.0.1:8081/";
    const serve = `/docker-entrypoint.sh nginx -g 'daemon off;' & ${up}; ${["draws.example", "www.draws.example", "elsewhere.example"].map(ask).join("; ")}; kill $!`;
    const inside = started("redirect", "https://draws.example:444/").slice(0, -2);
    const there = "308 https://draws.example:444/draws?after=1";
    const said = await site().script([...inside, "--entrypoint", "bash", "proxy", "-c", serve]);
    const answers = said.replace(/\{"time".*?\}(\n|$)/g, ""); // log lines come in between
    expect(answers.trim()).toEndWith(`${there} ${there} 400`);
  });

  test("no container can write to its image, gain privileges, or run as root", async () => {
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
      expect([service, host.Memory > 0, host.NanoCpus > 0, host.PidsLimit]).toEqual([service, true, true, 256]);
      const inMemory = (host.Mounts ?? []).map(({ TmpfsOptions }: Mount) => TmpfsOptions?.SizeBytes ?? 0);
      const room = inMemory.reduce((sum: number, size: number) => sum + size, 0);
      expect([service, host.Memory - room >= 128 * 2 ** 20]).toEqual([service, true]);
      if (service === "proxy") expect(room).toBeGreaterThan(0);
      expect([service, container.State.Health.Status]).toEqual([service, "healthy"]);
    }
  });

  test("core's role cannot read random-a's tables, or change what guards core's own", async () => {
    const url = readFileSync(join(site().secrets, "core/database-url"), "utf8").trim();
    // By its name, because the database trusts everyone on loopback.
    const asked = (by: string, sql: string) => site().inside("postgres", `psql -tA '${by}' -c '${sql}'`);
    const ask = (sql: string) => asked(url, sql);
    expect(url).toContain("@postgres:");
    for (const role of ["random_a", "random_b", "postgres"]) {
      expect(await asked(url.replace("//core:", `//${role}:`), "select 1")).toEqual({
        status: 2,
        out: expect.stringContaining("password authentication failed"),
      });
    }
    expect(await ask("select count(*) > 0 from core.draw")).toEqual({ status: 0, out: "t\n" });
    for (const sql of [
      "select * from random_a.secret",
      "select * from random_b.seal",
      "set role random_a",
      "create table public.x (y int)",
      "truncate core.entries",
      "delete from core.passover",
      "set role core_owner",
    ]) {
      expect(await ask(sql)).toEqual({ status: 1, out: expect.stringContaining("permission denied") });
    }
    for (const sql of ["drop trigger guard_rows on core.draw", "alter table core.draw disable trigger all"])
      expect(await ask(sql)).toEqual({ status: 1, out: expect.stringContaining("must be owner of") });
    const elsewhere = await asked(url.replace(/fairhat$/, "postgres"), "select 1");
    expect(elsewhere).toEqual({ status: 2, out: expect.stringContaining('permission denied for database "postgres"') });
  });

  test("a service sees only its secrets", async () => {
    for (const service of ["core", "random-a", "random-b"]) {
      const { out } = await site().inside(service, "ls /run/secrets");
      expect([service, out.trim().split("\n")]).toEqual([service, readdirSync(join(site().secrets, service)).sort()]);
    }
    expect((await site().inside("rules", "ls /run/secrets")).status).not.toBe(0);
  });

  test("a service could not read another's secrets if it were given them", async () => {
    const owners = new Map<string, string>();
    for (const service of ["core", "random-a", "random-b", "rules", "postgres", "proxy"]) {
      const [id = ""] = await site().containers(service);
      owners.set(service, (await run(["docker", "inspect", "--format", "{{.Config.User}}", id])).trim());
    }
    expect(new Set(owners.values()).size).toBe(owners.size);
    const [image = ""] = (await site().compose(["images", "--quiet", "core"])).split("\n");
    for (const [service, user] of owners) {
      const look = 'cd /all; for file in */*; do cat "$file" >/dev/null 2>&1 && echo "$file"; done; ls -d */; true';
      const command = [
        "docker",
        "run",
        "--rm",
        "--network",
        "none",
        "--user",
        user,
        ...readdirSync(site().secrets).flatMap((name) => ["--volume", `${site().secrets}/${name}:/all/${name}:ro`]),
      ];
      const seen = (await run([...command, "--entrypoint", "bash", image, "-c", look])).trim().split("\n");
      const own =
        service === "rules" ? [] : readdirSync(join(site().secrets, service)).map((name) => `${service}/${name}`);
      expect([service, seen.filter((name) => !name.endsWith("/")).sort()]).toEqual([service, own.sort()]);
    }
  });

  test("an existing secret is kept", async () => {
    const read = () => readFileSync(join(site().secrets, "core/secret"), "utf8");
    const before = read();
    expect(before).toMatch(/^[0-9a-f]{64}\n$/);
    await site().script(["ops/secrets", site().secrets]);
    expect(read()).toBe(before);
  });

  test("too many requests from one address are refused, with the reason", async () => {
    const asked = await Promise.all(Array.from({ length: 1_500 }, () => fetch(`${site().http}/api/draws`)));
    expect(asked.filter(({ status }) => status !== 200 && status !== 429)).toEqual([]);
    const refused = asked.filter(({ status }) => status === 429);
    expect(refused.length).toBeGreaterThan(0);
    for (const one of refused) {
      expectHeaders(one);
      expect(one.headers.get("retry-after")).toBe("1");
      expect(await one.json()).toMatchObject({ status: 429, reason: "too_many_requests" });
    }
  });
}
