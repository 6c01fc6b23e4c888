// The role jenkins on a fresh machine, with a stand-in for Jenkins (standin.ts): tests the surroundings, not Jenkins.
import { afterAll, beforeAll, describe, expect, setDefaultTimeout, test } from "bun:test";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Checkout, checkout, type Hosts, hosts } from "../ansible/hosts.ts";
import { play, type Settings } from "../ansible/playbook.ts";
import { until } from "../deployment/composed.ts";
import { labIsThere, run } from "../deployment/lab.ts";

setDefaultTimeout(1_200_000);

const HOST = "ci";
const STAND_IN = "fairhat-jenkins-stand-in:1";
const RECIPE = `FROM oven/bun:1.4.5-slim
COPY standin.ts /standin.ts
USER 1000:1000
ENTRYPOINT ["bun", "/standin.ts"]
`;
const SITE = "all: {hosts: {site: {ansible_host: 192.0.2.10}}, vars: {site_tls: acme}}\n";
const CREDENTIALS = ["webhook-secret", "operator-password", "github-token", "site-key", "known_hosts", "inventory.yml"];

describe.if(await labIsThere())("the role jenkins", () => {
  let machine: Hosts;
  let source: Checkout;
  let folder = "";

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "fairhat-jenkins-"));
    await Bun.write(join(folder, "recipe/Dockerfile"), RECIPE);
    await Bun.write(join(folder, "recipe/standin.ts"), Bun.file(join(import.meta.dir, "standin.ts")));
    await run(["docker", "build", "--quiet", "--tag", STAND_IN, join(folder, "recipe")]);
    await run(["ci/lab", "fresh-host", "hub", STAND_IN]);
    source = await checkout();
    machine = await hosts(HOST);
    await Bun.write(join(folder, "group.ini"), `[jenkins]\n${HOST}\n`);
    for (const name of CREDENTIALS) await Bun.write(credential(name), crypto.randomUUID().repeat(2));
    await Bun.write(credential("inventory.yml"), SITE);
  });
  afterAll(async () => {
    await machine?.down();
    await source?.remove();
    await rm(folder, { recursive: true, force: true });
  });

  const credential = (name: string) => join(folder, "secrets", name);
  const playing = (inventories: string[], changed: Settings = {}) => {
    const settings = {
      ...{ jenkins_secrets: join(folder, "secrets"), jenkins_name: "ci.example.org", jenkins_github_owner: "owner" },
      ...{ jenkins_github_user: "user", jenkins_site_url: "https://draws.example.org", jenkins_registry: "r.example/" },
      ...{ jenkins_image: STAND_IN, jenkins_builder_image: "registry:2" },
      ...changed,
    };
    return play(
      source.folder,
      machine.inventory,
      "jenkins.yml",
      settings,
      ...inventories.flatMap((one) => ["-i", one]),
    );
  };
  const group = () => [join(folder, "group.ini")];

  test("without a machine for it stops, and says what to do", async () => {
    const { status, changed, said } = await playing([]);
    expect([status, changed]).toEqual([2, 0]);
    expect(said).toContain("The inventory has no group jenkins");
  });

  test("without a credential stops before any change, and says which and how to make it", async () => {
    const secret = Bun.file(join(folder, "secrets/webhook-secret"));
    const good = await secret.text();
    await secret.delete();
    const { status, changed, said } = await playing(group());
    expect([status, changed]).toEqual([2, 0]);
    expect(said).toContain("has no webhook-secret; docs/pipeline.md says how to make it.");
    await secret.write(good);
  });

  test("with an https address that no build would trust stops, and says what to set", async () => {
    const inventory = Bun.file(credential("inventory.yml"));
    await inventory.write(SITE.replace("acme", "own"));
    const { status, changed, said } = await playing(group());
    expect([status, changed]).toEqual([2, 0]);
    expect(said.replaceAll(/\s+/g, " ")).toContain("Set jenkins_site_url to its http:// address");
    await inventory.write(SITE);
  });

  test("puts it behind TLS on the one open port; a second run changes nothing", async () => {
    const made = await playing(group());
    expect([made.status, made.said.slice(-2_000)]).toEqual([0, expect.stringContaining("failed=0")]);
    const address = await machine.address(HOST);
    const ask = (url: string) =>
      fetch(url, {
        headers: { host: "ci.example.org" },
        tls: { rejectUnauthorized: false },
        signal: AbortSignal.timeout(5_000),
      });
    const answer = async () => (await ask(`https://${address}/github-webhook/`)).text();
    await until("it answers for its name", async () => (await answer()) === "asked for ci.example.org");
    for (const port of [8090, 2222, 50_000]) await expect(ask(`http://${address}:${port}/`)).rejects.toThrow();
    const again = await playing(group());
    expect([again.status, again.changed]).toEqual([0, 0]);
  });

  test("replaces the controller for another password, and only when no build runs", async () => {
    const home = "/var/lib/fairhat-jenkins/home";
    const container = () => machine.on(HOST, "sudo docker inspect --format '{{.Id}}' fairhat-jenkins-controller");
    const before = await container();
    await Bun.write(credential("operator-password"), crypto.randomUUID());
    await machine.on(HOST, `sudo touch ${home}/building`);
    const refused = await playing(group(), { jenkins_wait_minutes: 1 });
    expect(refused.status).toBe(2);
    expect(refused.said.replaceAll(/\s+/g, " ")).toContain(
      "https://ci.example.org/job/fairhat/job/main/7/ did not end within 1 minutes; no container was replaced.",
    );
    expect([await container(), await machine.on(HOST, `sudo ls ${home}`)]).toEqual([before, "building"]);
    await machine.on(HOST, `sudo rm ${home}/building`);
    expect((await playing(group())).status).toBe(0);
    expect(await container()).not.toBe(before);
    expect(await machine.on(HOST, `sudo cat ${home}/commands`)).toBe("/quietDown");
  });

  test("gives secrets to those who need them, and puts none into an environment", async () => {
    const lists = await machine.on(HOST, "sudo ls -lnA /var/lib/fairhat-jenkins/secrets/controller");
    for (const name of CREDENTIALS)
      expect(lists).toMatch(new RegExp(`^-r--------\\S* +1 1000 +1000 .* ${name.replace(".", "\\.")}$`, "m"));
    const told = await machine.on(HOST, "sudo docker inspect fairhat-jenkins-controller");
    for (const name of CREDENTIALS) expect(told).not.toContain(await Bun.file(join(folder, "secrets", name)).text());
  });

  test("makes a backup that only root can read", async () => {
    await machine.on(
      HOST,
      "sudo touch /var/lib/fairhat-jenkins/home/remembered && sudo systemctl start fairhat-jenkins-backup",
    );
    const backup = await machine.on(
      HOST,
      "sudo sh -c 'ls -l /var/backups/fairhat-jenkins; tar -tzf /var/backups/fairhat-jenkins/*.tar.gz'",
    );
    expect(backup).toMatch(/^-rw-------/m);
    expect(backup).toContain("./remembered");
    expect(await machine.on(HOST, "systemctl is-active fairhat-jenkins-backup.timer")).toBe("active");
  });

  test("removes leftovers of builds, and nothing that runs", async () => {
    expect(await machine.on(HOST, "systemctl is-active fairhat-jenkins-clear.timer")).toBe("active");
    await machine.on(HOST, "sudo systemctl start fairhat-jenkins-clear");
    expect(await machine.on(HOST, "sudo docker image ls --format '{{.Repository}}:{{.Tag}}'")).toContain(STAND_IN);
  });
});
