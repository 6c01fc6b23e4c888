// Three machines: the site spreads over them and accepts replacements, even of the first one with the database. Then
// random-b moves to a second operator, on a machine that the site's operator cannot log in to.
import { afterAll, beforeAll, describe, expect, setDefaultTimeout, test } from "bun:test";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { call, checkedRecord } from "../client.ts";
import { labIsThere, run } from "../deployment/lab.ts";
import { type Checkout, checkout, type Hosts, hosts } from "./hosts.ts";
import { type Elsewhere, elsewhere } from "./operator.ts";
import { play, type Settings } from "./playbook.ts";
import { openPorts } from "./scan.ts";

setDefaultTimeout(1_800_000);

const EVERY_PORT = Array.from({ length: 65_535 }, (_, at) => at + 1);
const OF_A_SITE = [22, 80, 443];
const OF_AN_OPERATOR = [22, 443];

describe.if(await labIsThere())("a site on three machines", () => {
  let machines: Hosts;
  let other: Elsewhere;
  let source: Checkout;
  let folder = "";

  beforeAll(async () => {
    source = await checkout();
    folder = await mkdtemp(join(tmpdir(), "fairhat-given-"));
    machines = await hosts("one", "two", "three");
    other = await elsewhere("elsewhere");
  });
  afterAll(async () => {
    await machines?.down();
    await other?.down();
    await rm(folder, { recursive: true, force: true });
    await source?.remove();
  });

  const site = (settings: Settings = {}) => play(source.folder, machines.inventory, "site.yml", settings);
  const operate = () =>
    play(source.folder, other.inventory, "operator.yml", {
      random_b_operator: "The Society",
      random_b_generator: "chacha20",
      random_b_give_to: folder,
    });
  const first = () => machines.names[0] ?? "";
  const nodes = (state: string) =>
    machines.on(
      first(),
      `sudo docker node ls --format '{{.Hostname}} {{.Status}}' | awk '$2 == "${state}" { print $1 }' | sort`,
    );
  const carriers = () =>
    machines.on(
      first(),
      "sudo docker service ps fairhat_core --filter desired-state=running --format '{{.Node}}' | sort",
    );

  const managers = () =>
    machines.on(
      first(),
      "sudo docker node ls --format '{{.Hostname}} {{.ManagerStatus}}' | awk 'NF == 2 { print $1 }' | sort",
    );

  test("the first is the manager, and every machine runs a part", async () => {
    const made = await site();
    expect(made.said).toContain("failed=0");
    expect(made.status).toBe(0);
    expect(await nodes("Ready")).toBe("one\nthree\ntwo");
    expect(await managers()).toBe("one");
    expect(await carriers()).toBe("one\nthree\ntwo");
  });

  test("if upgrades need a restart, machines restart one at a time", async () => {
    const hours = machines.names.map((name) => machines.on(name, "grep -o 'Reboot-Time .*' /etc/apt/apt.conf.d/52*"));
    expect(await Promise.all(hours)).toEqual(["03:30", "04:00", "04:30"].map((hour) => `Reboot-Time "${hour}";`));
  });

  test("each serves visitors, on three ports and no other", async () => {
    const seen = await Promise.all(
      machines.names.map(async (name) => {
        const address = await machines.address(name);
        return [(await fetch(`http://${address}/`)).status, await openPorts(address, EVERY_PORT, OF_A_SITE)];
      }),
    );
    expect(seen).toEqual(machines.names.map(() => [200, OF_A_SITE]));
  });

  test("another machine replaces a lost one", async () => {
    await machines.replace(["three"], ["four"]);
    const made = await site();
    expect(made.status).toBe(0);
    expect(await nodes("Ready")).toBe("four\none\ntwo");
    expect(await nodes("Down")).toBe("");
    expect((await fetch(`http://${await machines.address("four")}/`)).status).toBe(200);
  });

  test("another first machine is refused unless the operator allows it; then the others follow it, and the site makes a draw", async () => {
    await machines.replace(["one"], ["five"]);
    expect(machines.names).toEqual(["two", "four", "five"]);
    const refused = await site();
    expect({ status: refused.status, changed: refused.changed }).toEqual({ status: 2, changed: 0 });
    expect(refused.said.replaceAll(/\s+/g, " ")).toContain(
      "The database lies on a machine that is not here, and the first machine is two",
    );
    const made = await site({ site_replace_first: true });
    expect(made.status === 0 ? "" : made.said).toBe("");
    expect(made.said).toMatch(/https:\S+: holds/);
    expect(await nodes("Ready")).toBe("five\nfour\ntwo");
    expect(await carriers()).toBe("five\nfour\ntwo");
  });

  test("the operator of random-b sets up its machine, and nobody else can log in there", async () => {
    const made = await operate();
    expect(made.said).toContain("failed=0");
    expect(made.said).toContain("random-b of The Society");
    expect(await other.on("sudo docker ps --format '{{.Names}}' | sort | xargs")).toBe(
      "fairhat-postgres fairhat-proxy fairhat-random-b",
    );
    await expect(other.onAsStranger("true")).rejects.toThrow("Permission denied");
    await other.on("sudo touch /var/lib/fairhat/secrets/proxy/tls.crt");
    expect((await operate()).changed).toBe(2); // the certificate is newer than the proxy, which restarts
    const again = await operate();
    expect({ status: again.status, changed: again.changed }).toEqual({ status: 0, changed: 0 });
    expect(await openPorts(other.address, EVERY_PORT, OF_AN_OPERATOR)).toEqual(OF_AN_OPERATOR);
  });

  test("it replaces the site's random-b: a draw verifies, and its record names both operators", async () => {
    const settings = {
      site_random_b_url: `https://${other.address}`,
      site_random_b_token: join(folder, "token"),
      site_random_b_authority: join(folder, "authority.pem"),
      app_settings: { RANDOM_A_OPERATOR: "The Library" },
      site_managers: machines.names, // and workers become managers
    };
    const url = `http://${await machines.address(first())}`;
    const refused = await site({ ...settings, site_random_b_authority: await anotherCertificate(folder) });
    expect([refused.status === 0, refused.changed]).toEqual([false, 0]);
    expect(refused.said).toContain("does not answer this machine as random-b");
    const made = await site(settings);
    expect(made.status === 0 ? "" : made.said).toBe("");
    expect(await managers()).toBe("five\nfour\ntwo");
    expect(await machines.on(first(), "sudo /var/lib/fairhat/current/ops/running")).not.toContain("random-b");

    const body = {
      title: "Two parties",
      rule: "winners/1",
      params: { winners: 1 },
      entries: ["Ada", "Bob"],
      draw: "now",
    };
    const drawn = await call(url, "POST", "/api/draws", { body });
    expect(drawn).toMatchObject({ status: 201, body: { state: "drawn", parties: 2 } });
    const { bytes, report } = await checkedRecord(url, drawn?.body.id ?? "");
    expect(report.verdict).toBe("holds");
    const record = JSON.parse(new TextDecoder().decode(bytes));
    const theirs = { tls: { ca: await Bun.file(settings.site_random_b_authority).text() } };
    const about = await (await fetch(`https://${other.address}/key`, theirs)).json();
    expect(record.seals.a.statement).toMatchObject({ operator: "The Library" });
    expect(record.seals.b.statement).toMatchObject({ operator: "The Society", service: about.service });

    const again = await site(settings);
    expect({ status: again.status, changed: again.changed }).toEqual({ status: 0, changed: 0 });
  });
});

/** Writes a certificate unrelated to any machine and returns its file. */
async function anotherCertificate(folder: string): Promise<string> {
  const certificate = join(folder, "another.pem");
  const make = ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"];
  await run([...make, "-subj", "/CN=another", "-keyout", join(folder, "another.key"), "-out", certificate]);
  return certificate;
}
