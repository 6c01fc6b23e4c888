// The stages that deploy by playbook, on a fresh machine; the other pipeline tests use Compose.
import { afterAll, beforeAll, describe, expect, setDefaultTimeout, test } from "bun:test";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Checkout, checkout, type Hosts, hosts } from "../ansible/hosts.ts";
import { play } from "../ansible/playbook.ts";
import { labIsThere } from "../deployment/lab.ts";
import { expectUnharmed, startLoad } from "../deployment/load.ts";
import { line } from "./pushes.ts";
import { script } from "./stages.ts";

setDefaultTimeout(1_800_000);

const HOST = "delivered";

describe.if(await labIsThere())("the stages by the playbook", () => {
  let machine: Hosts;
  let source: Checkout;
  let url = "";
  const notes = join(tmpdir(), `fairhat-notes-${process.pid}`);

  beforeAll(async () => {
    source = await checkout();
    machine = await hosts(HOST);
    const made = await play(source.folder, machine.inventory, "site.yml");
    expect([made.status, made.said.slice(-3_000)]).toEqual([0, expect.anything()]);
    url = `http://${await machine.address(HOST)}`;
  });
  afterAll(async () => {
    await machine?.down();
    await source?.remove();
    await rm(notes, { recursive: true, force: true });
  });

  const env = () => ({ FAIRHAT_INVENTORY: machine.inventory, FAIRHAT_NOTES: notes, FAIRHAT_URL: url });
  /** Runs stages in order until one fails; returns the output and the failed stage. */
  const stages = async (...names: string[]) => {
    let said = "";
    for (const name of names) {
      const done = await script(join(source.folder, "ci/stages", name), env());
      said += done.said;
      if (done.status !== 0) return { red: name, said };
    }
    return { red: null, said };
  };
  const onSite = (command: string) => machine.on(HOST, `sudo ${command}`);
  /** Kills the deployment's driver as soon as the site is at work, and waits until the site has finished. */
  const loseDeployment = async () => {
    expect((await stages("changed")).red).toBeNull();
    const when = async () => (await onSite("fairhat-deploy --status")).includes("release of");
    const lost = await script(join(source.folder, "ci/stages/deploy"), env(), { script: "deploy", when });
    expect([lost.status, lost.said]).toEqual([null, expect.anything()]);
    await onSite("fairhat-deploy --hold true");
    return onSite("cat /var/lib/fairhat/log");
  };
  /** The Swarm task of each service. */
  const tasks = async () => {
    const names = await machine.on(
      HOST,
      "sudo docker ps --filter label=com.docker.swarm.service.id --format '{{.Names}}'",
    );
    return Object.fromEntries(names.split("\n").map((name) => name.replace("fairhat_", "").split(".1.")));
  };
  const running = () => onSite("/var/lib/fairhat/current/ops/running");
  const change = async (path: string, how: (text: string) => string) => {
    const file = Bun.file(join(source.folder, path));
    await file.write(how(await file.text()));
    return source.commit();
  };

  test("of a builder without the site's plan derive it from what runs, and change nothing", async () => {
    const before = await tasks();
    const { red, said } = await stages("changed", "deploy", "smoke");
    expect([red, said]).toEqual([null, expect.stringContaining("core       build  it does not run yet")]);
    expect(said).toMatch(/planning again from what it runs\n(.*\n)*deploy: nothing to deploy/);
    expect(await tasks()).toEqual(before);
  });

  test("deploy one line in random-b as random-b alone, under load", async () => {
    const { "random-b": one, ...same } = await tasks();
    const commit = await change("random-b/main.ts", line);
    const load = startLoad(url, "one line in random-b, by the playbook");
    const { red, said } = await stages("changed", "deploy", "smoke");
    await expectUnharmed(load, url);
    expect([red, said]).toEqual([null, expect.stringContaining("random-b   build  random-b/main.ts")]);
    const { "random-b": other, ...others } = await tasks();
    expect(others).toEqual(same);
    expect(other).not.toBe(one);
    expect(await running()).toContain(`random-b ${commit} 1`);
  });

  test("lost during the deployment do not stop it: it is live under load, and the next ones have nothing to do", async () => {
    const commit = await change("random-b/main.ts", line);
    const load = startLoad(url, "a driver that is killed, by the playbook");
    const said = await loseDeployment();
    await expectUnharmed(load, url);
    expect(said).toMatch(/holds \(.*\n?$/);
    expect(await running()).toContain(`random-b ${commit} 1`);
    await change("docs/architecture.md", line);
    const next = await stages("changed", "deploy", "smoke");
    expect([next.red, next.said]).toEqual([null, expect.stringContaining("planning again from what it runs")]);
    expect(next.said).toContain("nothing to deploy");
  });

  test("lost while they deploy a broken service leave it rolled back, and the next ones deploy", async () => {
    const before = await running();
    const good = await Bun.file(join(source.folder, "random-b/main.ts")).text();
    await change("random-b/main.ts", (text) => `throw new Error("broken on purpose");\n${text}`);
    expect(await loseDeployment()).toMatch(/ is taken back; \S+ serves$/);
    expect(await running()).toBe(before);
    const commit = await change("random-b/main.ts", () => `${good}\n// mended\n`);
    expect((await stages("changed", "deploy", "smoke")).red).toBeNull();
    expect(await running()).toContain(`random-b ${commit} 1`);
  });

  test("of a service that does not start fail; the site has rolled back, and nothing continues", async () => {
    const before = await running();
    const good = await Bun.file(join(source.folder, "random-b/main.ts")).text();
    await change("random-b/main.ts", (text) => `throw new Error("broken on purpose");\n${text}`);
    const load = startLoad(url, "a broken random-b, by the playbook");
    const deployed = await stages("changed", "deploy");
    const back = await stages("rollback");
    await expectUnharmed(load, url);
    expect([deployed.red, deployed.said]).toEqual([
      "deploy",
      expect.stringContaining("taken back: fairhat_random-b. The revision before serves"),
    ]);
    expect(back).toEqual({ red: null, said: expect.stringContaining("the site runs what it ran before") });
    expect(await running()).toBe(before);
    await change("random-b/main.ts", () => good);
  });

  test("of a deployment that fails its smoke test undo it, and no more", async () => {
    const before = await running();
    await change("random-a/main.ts", line);
    expect((await stages("changed", "deploy")).red).toBeNull();
    expect(await running()).not.toBe(before);
    const load = startLoad(url, "going back, by the playbook");
    const back = await stages("rollback");
    await expectUnharmed(load, url);
    expect(back).toEqual({ red: null, said: expect.stringContaining("rolled back; the site runs") });
    expect(await running()).toBe(before);
  });
});
