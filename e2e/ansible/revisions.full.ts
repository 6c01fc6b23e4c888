// The life of a site on one machine: an interrupted run, a new revision under load, a broken one, rollbacks, a backup,
// the machine's loss, and a restore on another.
import { afterAll, beforeAll, describe, expect, setDefaultTimeout, test } from "bun:test";
import { mkdir, mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { call, checkedRecord, type DrawAnswer } from "../client.ts";
import { until } from "../deployment/composed.ts";
import { run as command, labIsThere } from "../deployment/lab.ts";
import { expectHolding, expectUnharmed, startLoad } from "../deployment/load.ts";
import { type Checkout, checkout, type Hosts, hosts } from "./hosts.ts";
import { play, type Settings, start } from "./playbook.ts";

setDefaultTimeout(1_800_000);

/** Each run is cut off after these tasks have started; the next run continues from there. */
const CUTS = ["Install the engine", "Initialise the swarm", "Build and push", "Deploy the revision"];
const SOON = 3_600_000; // milliseconds
const names = ["Ada", "Grace", "Radia", "Emmy"];

describe.if(await labIsThere())("a site on one machine", () => {
  let machine: Hosts;
  let source: Checkout;
  let url = "";
  let first = "";
  let broken = "";
  let drawn: DrawAnswer[] = [];
  let [locked, open]: (DrawAnswer | undefined)[] = [];
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

  const run = (playbook: string, settings: Settings = {}) => play(source.folder, machine.inventory, playbook, settings);
  const running = () => machine.on("life", "sudo /var/lib/fairhat/current/ops/running");
  const draw = async (when: "now" | "later") => {
    const body = { title: "Kept", rule: "winners/1", params: { winners: 1 }, entries: names, draw: when };
    const made = await call(url, "POST", "/api/draws", { body });
    expect(made?.status).toBe(201);
    return made?.body as DrawAnswer;
  };
  const lock = (one: DrawAnswer | undefined, body: object) =>
    call(url, "POST", `/api/draws/${one?.id}/lock`, { key: one?.manageKey ?? "", body });
  const stateOf = async (one: DrawAnswer | undefined) => (await call(url, "GET", `/api/draws/${one?.id}`))?.body;

  test("impossible settings are refused: a port in use, a controller of another architecture", async () => {
    await machine.on("life", "sudo systemd-run --quiet --unit stranger python3 -m http.server 80");
    const listens = () => machine.on("life", "ss -Hltn 'sport = :80'");
    await until("the other program listens", async () => (await listens()) !== "");
    const taken = await run("site.yml");
    expect(taken).toMatchObject({
      changed: 0,
      said: expect.stringContaining("another program holds what the site needs"),
    });
    await machine.on("life", "sudo systemctl stop stranger");

    process.env.DOCKER_DEFAULT_PLATFORM = "linux/s390x";
    const foreign = await run("site.yml");
    delete process.env.DOCKER_DEFAULT_PLATFORM;
    expect(foreign).toMatchObject({ changed: 0, said: expect.stringContaining("builds images for linux/s390x") });
  });

  test("a run that is interrupted at several points and repeated succeeds", async () => {
    for (const task of CUTS) await cutOffAt(task, () => start(source.folder, machine.inventory, "site.yml"));
    const made = await run("site.yml");
    expect(made.said).toContain("failed=0");
    expect(made.status).toBe(0);
    url = `http://${await machine.address("life")}`;
    first = await running();
  });

  test("engine and registry settings of an interrupted run are kept by the next one", async () => {
    const engine = () => machine.on("life", "systemctl show docker --property ActiveEnterTimestamp");
    const registry = () => machine.on("life", "sudo docker inspect --format '{{.State.StartedAt}}' fairhat-registry");
    const before = [await registry(), await engine()];
    await machine.on("life", "sudo touch /etc/fairhat/registry/registry.pem");
    expect(await run("site.yml")).toMatchObject({ status: 0, changed: 1 });
    expect(await registry()).not.toBe(before[0] ?? "");
    expect(await engine()).toBe(before[1] ?? "");
    await machine.on("life", "sudo touch /etc/docker/daemon.json");
    expect(await run("site.yml")).toMatchObject({ status: 0 });
    expect(await engine()).not.toBe(before[1] ?? "");
  });

  test("check mode finds nothing to do", async () => {
    const tried = await play(source.folder, machine.inventory, "site.yml", {}, "--check");
    expect(tried.said).toContain("failed=0");
    expect({ status: tried.status, changed: tried.changed }).toEqual({ status: 0, changed: 0 });
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

  test("a broken one fails with the reason, and the previous one serves", async () => {
    const before = await running();
    const main = join(source.folder, "rules/main.ts");
    const good = await Bun.file(main).text();
    await Bun.write(main, 'throw new Error("broken on purpose");\n');
    broken = await source.commit();
    const load = startLoad(url, "a broken revision");
    const refused = await run("deploy.yml");
    await expectUnharmed(load, url);
    expect(refused.status).not.toBe(0);
    expect(refused.said).toContain("taken back: fairhat_rules");
    expect(await running()).toBe(before);
    await Bun.write(main, good);
    await source.commit();
  });

  test("rollback.yml undoes the last deployment: first the failed one, then the one before", async () => {
    const before = await running();
    const nothing = await run("rollback.yml");
    expect(nothing.said).toContain("never was in full service");
    expect([nothing.status, await running()]).toEqual([0, before]);
    const load = startLoad(url, "rollback.yml");
    const back = await run("rollback.yml");
    await expectUnharmed(load, url);
    expect([back.status, await running()]).toEqual([0, first]);
  });

  test("old deployments are removed with their images, except the current and previous ones", async () => {
    const there = () =>
      machine.on("life", "ls /opt/fairhat/revisions; sudo docker image ls --format '{{.Repository}}:{{.Tag}}'");
    const [, commit = ""] = first.split(/\s/);
    expect(await there()).toContain(broken);
    const cleared = await run("deploy.yml", { site_revision: commit, app_revisions_kept: 0 });
    expect(cleared.said).toContain("failed=0");
    const left = (await there()).split("\n");
    // The last migrator knows every migration of the database.
    expect(left.filter((line) => line.includes(broken))).toEqual([expect.stringContaining(`/migrations:${broken}`)]);
    expect(left.filter((line) => /^[0-9a-f]{40}-/.test(line))).toHaveLength(2);
    expect(await running()).toBe(first);
    const again = await run("deploy.yml", { site_revision: commit, app_revisions_kept: 0 });
    expect({ status: again.status, changed: again.changed }).toEqual({ status: 0, changed: 0 });
  });

  test("a healthy revision that cannot draw is rolled back with the reason", async () => {
    const [, commit = ""] = first.split(/\s/);
    const before = await machine.on("life", "sudo readlink /var/lib/fairhat/current");
    const settings = { site_revision: commit, app_settings: { RANDOM_B_URL: "http://random-b:1" } };
    const refused = await run("deploy.yml", settings);
    expect(refused.said).toMatch(/makes no draw: .*service_unavailable/);
    expect(refused.said).toMatch(/ is taken back; \S+ serves/);
    expect(refused.status).not.toBe(0);
    expect(await machine.on("life", "sudo readlink /var/lib/fairhat/current")).toBe(before);
    await draw("now");
  });

  test("an operator's certificate is installed, and so is its renewal; plain HTTP then redirects to https", async () => {
    const [, commit = ""] = first.split(/\s/);
    const [tls_certificate, tls_key] = [join(backups, "crt.pem"), join(backups, "key.pem")];
    const settings = { site_revision: commit, site_tls: "files", tls_certificate, tls_key };
    const ask = `openssl s_client -connect ${new URL(url).host}:443 </dev/null 2>/dev/null | openssl x509 -noout -subject`;
    await mkdir(backups);
    for (const name of ["one.example", "two.example"]) {
      const making = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-subj", `/CN=${name}`];
      await command([...making, "-keyout", tls_key, "-out", tls_certificate]);
      const made = await run("deploy.yml", settings);
      expect(made.status === 0 ? "" : made.said).toBe("");
      expect(await command(["sh", "-c", ask])).toContain(name);
    }
    expect((await fetch(url, { redirect: "manual" })).status).toBe(308);
    await rm(backups, { recursive: true });
    expect((await run("deploy.yml", { site_revision: commit })).status).toBe(0);
    expect((await fetch(url)).status).toBe(200);
  });

  test("a backup is restored on another machine", async () => {
    drawn = [await draw("now"), await draw("now")];
    [locked, open] = [await draw("later"), await draw("later")];
    const announced = { drawAfter: new Date(Date.now() + SOON).toISOString() };
    expect(await lock(locked, announced)).toMatchObject({ body: { state: "locked" } });
    const backed = await run("backup.yml", { backup_to: backups });
    expect(backed.status).toBe(0);
    expect(await machine.on("life", "find /var/tmp -maxdepth 1 -name 'fairhat-*'")).toBe("");
    const [file = ""] = (await readdir(backups)).filter((name) => name.endsWith(".backup"));

    await machine.replace(["life"], ["life"]);
    expect((await run("site.yml")).status).toBe(0);
    url = `http://${await machine.address("life")}`;
    await refusesUnfit(join(backups, file));
    const restored = await run("restore.yml", { restore_from: join(backups, file) });
    expect(restored.said).toContain("failed=0");
    await until("core is back", async () => (await fetch(`${url}/`)).ok);
    await expectHolding(
      drawn.map(({ id }) => id),
      url,
    );
    const again = await run("restore.yml", { restore_from: join(backups, file) });
    expect([again.status, again.changed]).toEqual([2, 1]); // the copied backup, and its removal
    expect(again.said).toContain("-e restore_replace=true puts the backup in their place. Nothing was changed");
  });

  test("a draw locked with a lost number is void with the reason; an open one shows the reason and can be made again", async () => {
    await until("the locked draw is void", async () => (await stateOf(locked))?.state === "void", 120);
    expect((await stateOf(locked))?.void?.reason).toMatch(/^random-[ab] has retired the key of its seal$/);
    expect((await checkedRecord(url, locked?.id ?? "")).report.verdict).toBe("void");
    expect(await stateOf(open)).toMatchObject({ state: "open", title: "Kept" });
    expect(await lock(open, {})).toMatchObject({ status: 409, body: { reason: "seal_lost" } });
    await expectHolding([(await draw("now")).id], url);
  });

  async function refusesUnfit(file: string): Promise<void> {
    const folder = await mkdtemp(join(tmpdir(), "fairhat-damaged-"));
    const damaged = join(folder, "damaged.backup");
    await Bun.write(damaged, "not what was written");
    await Bun.write(`${damaged}.sha256`, Bun.file(`${file}.sha256`));
    const refused = await run("restore.yml", { restore_from: damaged });
    await rm(folder, { recursive: true });
    const small = await run("restore.yml", { restore_from: file, restore_room: 1_000_000_000 });
    expect([refused.changed, small.changed]).toEqual([0, 0]);
    expect(refused.said).toContain("is damaged");
    expect(small.said.replaceAll(/\s+/g, " ")).toContain("make room or take a larger disk. Nothing was changed.");
  }
});

/** Starts a run and kills it as soon as it reaches a task. */
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
