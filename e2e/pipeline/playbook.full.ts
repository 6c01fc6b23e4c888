// The stages that reach the site, by the playbook, on a fresh machine: what the proof of a whole push leaves to Compose.
import { afterAll, beforeAll, describe, expect, setDefaultTimeout, test } from "bun:test";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Checkout, checkout, type Hosts, hosts } from "../ansible/hosts.ts";
import { play } from "../ansible/playbook.ts";
import { labIsThere } from "../deployment/lab.ts";
import { expectUnharmed, startLoad } from "../deployment/load.ts";
import { line } from "./pushes.ts";

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

  /** Runs stages in order until one fails; answers what was said and which that was. */
  const stages = async (...names: string[]) => {
    const env = { ...process.env, FAIRHAT_INVENTORY: machine.inventory, FAIRHAT_NOTES: notes, FAIRHAT_URL: url };
    let said = "";
    for (const name of names) {
      const stage = Bun.spawn([join(source.folder, "ci/stages", name)], { env, stdout: "pipe", stderr: "pipe" });
      const both = await Promise.all([new Response(stage.stdout).text(), new Response(stage.stderr).text()]);
      said += both.join("");
      if ((await stage.exited) !== 0) return { red: name, said };
    }
    return { red: null, said };
  };
  /** Which task of Swarm each service runs as. */
  const tasks = async () => {
    const names = await machine.on(
      HOST,
      "sudo docker ps --filter label=com.docker.swarm.service.id --format '{{.Names}}'",
    );
    return Object.fromEntries(names.split("\n").map((name) => name.replace("fairhat_", "").split(".1.")));
  };
  const running = () => machine.on(HOST, "sudo /var/lib/fairhat/current/ci/running");
  const change = async (path: string, how: (text: string) => string) => {
    const file = Bun.file(join(source.folder, path));
    await file.write(how(await file.text()));
    return source.commit();
  };

  test("of a builder that knows nothing of the site learn what it runs, and change nothing", async () => {
    const before = await tasks();
    expect(await stages("changed", "deploy")).toEqual({
      red: "deploy",
      said: expect.stringContaining("something else than when the plan was made"),
    });
    expect((await stages("rollback", "unlock")).said).toContain("the site runs what it ran before");
    expect(await tasks()).toEqual(before);
  });

  test("deploy one line in random-b as random-b alone, under load", async () => {
    const { "random-b": one, ...same } = await tasks();
    const commit = await change("random-b/main.ts", line);
    const load = startLoad(url, "one line in random-b, by the playbook");
    const { red, said } = await stages("changed", "deploy", "smoke", "unlock");
    await expectUnharmed(load, url);
    expect([red, said]).toEqual([null, expect.stringContaining("random-b   build  random-b/main.ts")]);
    const { "random-b": other, ...others } = await tasks();
    expect(others).toEqual(same);
    expect(other).not.toBe(one);
    expect(await running()).toContain(`random-b ${commit} 1`);
  });

  test("of a service that does not start end red; the site has taken it back, and nothing goes further", async () => {
    const before = await running();
    const good = await Bun.file(join(source.folder, "random-b/main.ts")).text();
    await change("random-b/main.ts", (text) => `throw new Error("broken on purpose");\n${text}`);
    const load = startLoad(url, "a broken random-b, by the playbook");
    const deployed = await stages("changed", "deploy");
    const back = await stages("rollback", "unlock");
    await expectUnharmed(load, url);
    expect([deployed.red, deployed.said]).toEqual([
      "deploy",
      expect.stringContaining("taken back: fairhat_random-b. The revision before serves"),
    ]);
    expect(back).toEqual({ red: null, said: expect.stringContaining("the site runs what it ran before") });
    expect(await running()).toBe(before);
    await change("random-b/main.ts", () => good);
  });

  test("of a deployment that fails its smoke test undo it, and no more than it", async () => {
    const before = await running();
    await change("random-a/main.ts", line);
    expect((await stages("changed", "deploy")).red).toBeNull();
    expect(await running()).not.toBe(before);
    const load = startLoad(url, "going back, by the playbook");
    const back = await stages("rollback", "unlock");
    await expectUnharmed(load, url);
    expect(back).toEqual({ red: null, said: expect.stringContaining("rolled back; the site runs") });
    expect(await running()).toBe(before);
  });
});
