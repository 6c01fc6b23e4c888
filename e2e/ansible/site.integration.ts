// One run of site.yml turns a fresh machine into a site that makes and verifies a draw. It stops before any change if
// that cannot work. A second run changes nothing. Only ssh, HTTP and HTTPS answer from outside.
import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { labIsThere } from "../deployment/lab.ts";
import { isFull, some } from "../share.ts";
import { type Checkout, checkout, type Hosts, hosts } from "./hosts.ts";
import { play } from "./playbook.ts";
import { openPorts } from "./scan.ts";

const MINUTES = 60_000;
const MEANT = [22, 80, 443];
/** Ports of Swarm, the registry, the services and the database: none is for visitors. */
const NEVER = [2375, 2376, 2377, 3000, 4789, 5000, 5432, 7946, 8080, 8443, 9000, 9323];

/** Prints secrets that must stay on the machine: secrets, private keys, swarm join tokens. Not certificates. */
// Of a key, only the first line: later ones are part of its public half.
const SHOW_SECRETS = `in='/var/lib/fairhat/secrets /etc/fairhat/registry'
  sudo find $in -type f ! -name '*.crt' ! -name '*.pem' ! -name '*.csr' ! -name '*.key' -exec cat {} +
  sudo find $in -type f -name '*.key' -exec head -qn 2 {} +
  for role in manager worker; do sudo docker swarm join-token --quiet $role; done`;

const lab = await labIsThere();

describe.skipIf(!lab)("a fresh machine", () => {
  let machine: Hosts;
  let source: Checkout;

  beforeAll(async () => {
    source = await checkout();
    machine = await hosts("site");
  }, 5 * MINUTES);
  afterAll(async () => {
    await machine?.down();
    await source?.remove();
  }, 5 * MINUTES);

  const site = (settings: Record<string, string> = {}, ...more: string[]) =>
    play(source.folder, machine.inventory, "site.yml", settings, ...more);

  const REFUSED: [Record<string, string>, string][] = [
    [{ preflight_releases: "forky" }, "take a machine with Debian"],
    [{ preflight_disk_gb: "1000000" }, "make room or take a larger disk"],
    [{ preflight_memory_mb: "100000000" }, "take a larger machine"],
    [{ preflight_registry: "https://127.0.0.1:9/v2/" }, "gets no images from https://127.0.0.1:9/v2/"],
    [{ site_registry: "127.0.0.1:9" }, "This machine does not reach https://127.0.0.1:9/v2/"],
    [{ site_tls: "acme" }, "wants site_name"],
    [{ site_tls: "files" }, "wants tls_certificate and tls_key"],
    [{ site_revision: "0000000" }, "Git finds no commit 0000000 in this checkout and says: fatal: bad revision"],
    [{ app_runtime: "no-such-runtime" }, "This machine needs no-such-runtime"],
    [{ site_random_b_url: "https://192.0.2.1" }, "wants https:// and site_random_b_token"],
  ];
  test.concurrent.each(some(REFUSED))(
    "refuses %p",
    async (settings, sentence) => {
      const refused = await site(settings);
      expect(refused.status).not.toBe(0);
      expect(refused.changed).toBe(0);
      expect(refused.said.replaceAll(/\s+/g, " ")).toContain(sentence);
    },
    5 * MINUTES,
  );

  test.concurrent(
    "changes nothing if another machine of the inventory is down, and names it",
    async () => {
      const refused = await site({}, "-i", "127.0.0.1:9,");
      expect(refused.status).not.toBe(0);
      expect(refused.changed).toBe(0);
      expect(refused.said).toMatch(/fatal: \[127\.0\.0\.1\]: UNREACHABLE!.*Connection refused/s);
    },
    5 * MINUTES,
  );

  test(
    "refuses a checkout with changes",
    async () => {
      const stray = join(source.folder, "stray.txt");
      await Bun.write(stray, "not committed");
      const refused = await site();
      await rm(stray);
      expect(refused.changed).toBe(0);
      expect(refused.said).toContain("The checkout has changes that are in no commit");
    },
    5 * MINUTES,
  );

  test.if(isFull)(
    "check mode shows what would be done, and does nothing",
    async () => {
      const tried = await site({}, "--check");
      expect(tried.said).toContain("failed=0");
      expect(tried.changed).toBeGreaterThan(10);
      expect(await machine.on("site", "ls /etc/fairhat /opt/fairhat /usr/sbin/dockerd 2>/dev/null || true")).toBe("");
    },
    5 * MINUTES,
  );

  test(
    "becomes a site that makes and verifies a draw",
    async () => {
      const made = await site();
      console.error(`site.yml, fresh machine: ${made.seconds} s`);
      expect(made.said).toContain("failed=0");
      expect(made.status).toBe(0);
      const page = await fetch(`http://${await machine.address("site")}/`);
      expect(page.status).toBe(200);
    },
    20 * MINUTES,
  );

  test(
    "a second run changes nothing, restores firewall rules, and prints no secret",
    async () => {
      await machine.on("site", "sudo nft add element inet fairhat open_tcp '{ 9323 }'");
      const again = await site({ preflight_disk_gb: "1000000" }, "-vvv"); // disk space that the site already uses does not count
      console.error(`site.yml, again: ${again.seconds} s`);
      expect({ status: again.status, changed: again.changed }).toEqual({ status: 0, changed: 0 });
      expect(await machine.on("site", "sudo nft list set inet fairhat open_tcp")).not.toContain("9323");
      const secrets = (await machine.on("site", SHOW_SECRETS)).split(/[^\w+=-]+/).filter((word) => word.length > 24);
      expect(secrets.length).toBeGreaterThan(10);
      expect(secrets.filter((secret) => again.said.includes(secret))).toEqual([]);
    },
    15 * MINUTES,
  );

  test(
    "accepts only keys, refuses root logins, and makes backups on schedule",
    async () => {
      const ssh = (await machine.on("site", "sudo sshd -T")).split("\n");
      expect(ssh).toEqual(
        expect.arrayContaining(["passwordauthentication no", "kbdinteractiveauthentication no", "permitrootlogin no"]),
      );
      const timers = await machine.on("site", "systemctl list-timers --no-legend fairhat-backup.timer");
      expect(timers).toContain("fairhat-backup.service");
    },
    5 * MINUTES,
  );

  test(
    "answers from outside on three ports",
    async () => {
      const listening = await machine.on("site", "ss -Hltn | awk '{ sub(/.*:/, \"\", $4); print $4 }' | sort -un");
      const ports = [...new Set([...listening.split("\n").map(Number), ...NEVER, ...MEANT])];
      expect(ports).toContain(2377); // listens, for the other machines
      expect(await openPorts(await machine.address("site"), ports, MEANT)).toEqual(MEANT);
    },
    5 * MINUTES,
  );
});
