// A Swarm stack while its database is down, during a restore, and when its secrets change.
import { expect, test } from "bun:test";
import { chmodSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { call } from "../client.ts";
import { until } from "./composed.ts";
import { run } from "./lab.ts";
import { expectHolding, expectUnharmed, startLoad } from "./load.ts";
import { CUT_OFF } from "./restore.ts";

export interface Stacked {
  name: string;
  url: string;
  /** Folder of its secrets. */
  secrets: string;
  /** ops/deploy of a revision, with further settings. */
  deploy(revision: string, settings?: Record<string, string>, options?: { fails: boolean }): Promise<string>;
}

export function testStackFaults(stack: () => Stacked): void {
  test("both random services scale from one to three and back, unnoticed by the load", async () => {
    const load = startLoad(stack().url, "ops/deploy of 1, 3, 1 random services");
    const three = await stack().deploy("second", { RANDOM_A_REPLICAS: "3", RANDOM_B_REPLICAS: "3" });
    const one = await stack().deploy("second");
    await expectUnharmed(load, stack().url);
    for (const service of ["random-a", "random-b"])
      expect([three, one]).toEqual([
        expect.stringContaining(`${service} second 3`),
        expect.stringContaining(`${service} second 1`),
      ]);
  });

  test("PostgreSQL stops and starts under load: 503 meanwhile, then recovery without help", async () => {
    const load = startLoad(stack().url, "PostgreSQL away, on Swarm", 40_000); // as in faults.ts
    const repeat = crypto.randomUUID();
    const body = { title: "Kept", rule: "order/1", params: {}, entries: ["Ada", "Grace", "Emmy"], draw: "now" };
    const ask = () => call(stack().url, "POST", "/api/draws", { body, repeat });
    await run(["docker", "service", "scale", "--detach", `${stack().name}_postgres=0`]);
    await until("draws are refused", async () => (await ask())?.status === 503);
    await run(["docker", "service", "scale", "--detach", `${stack().name}_postgres=1`]);
    await until("draws are made again", async () => (await ask())?.status === 201);
    const { failed, draws } = await load.stop();
    expect(failed.filter((why) => !/: 503 /.test(why))).toEqual([]);
    await expectHolding(draws, stack().url);
  });

  test("a restore that is killed while nothing runs is finished by the next one, and each service has its instances again", async () => {
    const file = join(stack().secrets, "backup");
    const site = { FAIRHAT_STACK: stack().name };
    await run(["ops/backup", file], site);
    const words = ["starting the services", "KILL", "--replace", file];
    const said = await run(["bash", "-c", CUT_OFF, "cut-off", ...words], site, { fails: true });
    expect(said).toContain("starting the services");
    const counts = () => run(["docker", "service", "ls", "--format", "{{.Name}} {{.Replicas}}"]);
    expect(await counts()).toContain(`${stack().name}_core 0/0`);
    await run(["ops/restore", "--replace", file], site);
    expect((await counts()).split("\n")).toEqual(
      expect.arrayContaining([
        `${stack().name}_core 3/3`,
        `${stack().name}_random-a 1/1`,
        `${stack().name}_random-b 1/1`,
      ]),
    );
  });
}

export function testStackSecrets(stack: () => Stacked): void {
  test("unused secrets are removed", async () => {
    const ofStack = ["--filter", `label=com.docker.stack.namespace=${stack().name}`];
    const kept = ["docker", "secret", "ls", "--format", "{{.Name}}", ...ofStack];
    const secret = join(stack().secrets, "core/secret");
    const before = (await run(kept)).split("\n");
    chmodSync(secret, 0o600);
    writeFileSync(secret, `${crypto.randomUUID().replaceAll("-", "").repeat(2)}\n`);
    await stack().deploy("second", { CORE_REPLICAS: "1" });
    const after = (await run(kept)).split("\n");
    expect(after).toHaveLength(before.length);
    expect(before.filter((name) => !after.includes(name))).toEqual([expect.stringMatching(/^core_secret_/)]);
  });

  test("a secret that others can read is refused before anything is changed", async () => {
    const secret = join(stack().secrets, "core/secret");
    const state = () => run(["docker", "service", "ls", "--format", "{{.Name}} {{.Image}} {{.Replicas}}"]);
    const before = await state();
    chmodSync(secret, 0o644);
    const said = await stack().deploy("development", {}, { fails: true });
    chmodSync(secret, 0o400);
    expect(said).toContain("chmod 600 core/secret");
    expect(await state()).toBe(before);
  });
}
