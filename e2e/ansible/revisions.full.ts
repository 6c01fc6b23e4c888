// A site through its life on one machine: a run that was cut off, a new revision under load, a broken one, back, a backup, the
// machine destroyed, another one in its place with the backup.
import { afterAll, beforeAll, describe, expect, setDefaultTimeout, test } from "bun:test";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { call } from "../client.ts";
import { labIsThere } from "../deployment/lab.ts";
import { expectHolding, expectUnharmed, startLoad } from "../deployment/load.ts";
import { type Checkout, checkout, type Hosts, hosts } from "./hosts.ts";
import { play, start } from "./playbook.ts";

setDefaultTimeout(1_800_000);

/** Tasks after whose beginning a run is cut off; the next begins where that one ended. */
const CUTS = ["Install the engine", "Begin the swarm on the first manager", "Build and push", "Deploy the revision"];
const SOON = 3_600_000; // milliseconds
const names = ["Ada", "Grace", "Radia", "Emmy"];

describe.if(await labIsThere())("a site on one machine", () => {
  let machine: Hosts;
  let source: Checkout;
  let url = "";
  let first = "";
  let drawn: string[] = [];
  let waiting: string[] = [];
  const backups = join(tmpdir(), `fairhat-backups-${process.pid}`);

  beforeAll(async () => {
    source = await checkout();
    machine = await hosts("life");
  });
  afterAll(async () => {
    await machine?.down();
    await source?.remove();
    await rm(backups, { recursive: true, force: true });
  });

  const run = (playbook: string, settings: Record<string, string> = {}) =>
    play(source.folder, machine.inventory, playbook, settings);
  const running = () => machine.on("life", "sudo /var/lib/fairhat/current/ci/running");
  const draw = async (more: Record<string, unknown>) => {
    const body = { title: "Kept", rule: "winners/1", params: { winners: 1 }, entries: names, ...more };
    return (await call(url, "POST", "/api/draws", { body }))?.body.id as string;
  };

  test("a run that is cut off at several points and repeated ends well", async () => {
    for (const task of CUTS) await cutOffAt(task, () => start(source.folder, machine.inventory, "site.yml"));
    const made = await run("site.yml");
    expect(made.said).toContain("failed=0");
    expect(made.status).toBe(0);
    url = `http://${await machine.address("life")}`;
    first = await running();
  });

  test("a new revision under load loses no request", async () => {
    await Bun.write(join(source.folder, "rules/NEW"), "a new revision\n");
    const second = await source.commit();
    const load = startLoad(url, "deploy.yml");
    const deployed = await run("deploy.yml");
    await expectUnharmed(load, url);
    expect(deployed.status).toBe(0);
    expect((await running()).split("\n").filter((line) => line.includes(second))).toHaveLength(5);
  });

  test("a broken one fails with the reason, and the one before serves", async () => {
    const before = await running();
    const main = join(source.folder, "rules/main.ts");
    const good = await Bun.file(main).text();
    await Bun.write(main, 'throw new Error("broken on purpose");\n');
    await source.commit();
    const load = startLoad(url, "a broken revision");
    const refused = await run("deploy.yml");
    await expectUnharmed(load, url);
    expect(refused.status).not.toBe(0);
    expect(refused.said).toContain("rules did not get healthy");
    expect(await running()).toContain(before.split("\n").find((line) => line.startsWith("rules ")) ?? "rules");
    await Bun.write(main, good);
    await source.commit();
  });

  test("rollback.yml goes back to the first", async () => {
    const back = await run("rollback.yml");
    expect(back.said).toContain("failed=0");
    expect(await running()).toBe(first);
  });

  test("what was backed up is there on another machine", async () => {
    drawn = await Promise.all([draw({ draw: "now" }), draw({ draw: "now" })]);
    waiting = [await draw({ draw: "later", drawAfter: new Date(Date.now() + SOON).toISOString() })];
    const backed = await run("backup.yml", { backup_to: backups });
    expect(backed.status).toBe(0);
    const [file = ""] = (await readdir(backups)).filter((name) => name.endsWith(".backup"));

    await machine.replace(["life"], ["life"]);
    expect((await run("site.yml")).status).toBe(0);
    url = `http://${await machine.address("life")}`;
    await refusesDamaged(join(backups, file));
    const restored = await run("restore.yml", { restore_from: join(backups, file) });
    expect(restored.said).toContain("failed=0");
    await expectHolding(drawn, url);
  });

  test("draws that waited for a lost number are void with the reason", async () => {
    const states = await Promise.all(waiting.map(async (id) => (await call(url, "GET", `/api/draws/${id}`))?.body));
    expect(states).toMatchObject([{ state: "void" }]);
    expect(states[0]).toHaveProperty("reason");
  });

  async function refusesDamaged(file: string): Promise<void> {
    const folder = await mkdtemp(join(tmpdir(), "fairhat-damaged-"));
    const damaged = join(folder, "damaged.backup");
    await Bun.write(damaged, "not what was written");
    await Bun.write(`${damaged}.sha256`, Bun.file(`${file}.sha256`));
    const refused = await run("restore.yml", { restore_from: damaged });
    await rm(folder, { recursive: true });
    expect(refused.changed).toBe(0);
    expect(refused.said).toContain("is damaged");
  }
});

/** Begins a run and kills it as soon as it says that it comes to a task. */
async function cutOffAt(task: string, begin: () => ReturnType<typeof start>): Promise<void> {
  const playing = begin();
  let said = "";
  for await (const piece of playing.stdout) {
    said += new TextDecoder().decode(piece);
    if (said.includes(`: ${task}`)) break;
  }
  expect(said).toContain(`: ${task}`);
  playing.kill("SIGINT");
  await playing.exited;
}
