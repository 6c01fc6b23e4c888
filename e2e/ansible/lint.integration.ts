// Linters and Ansible read the playbooks; for Google Cloud this is all that can be tested without an account.
import { expect, test } from "bun:test";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { root, run } from "../deployment/lab.ts";

const folder = join(root, "infra/ansible");
const MINUTES = 60_000;
const here = (...command: string[]) => run(["env", "-C", folder, ...command]);
const playbooks = (await readdir(folder)).filter((name) => name.endsWith(".yml"));

test("ansible-lint's production profile finds nothing", () => here("ansible-lint", "--nocolor"), 5 * MINUTES);
test("yamllint finds nothing", () => here("yamllint", "--strict", "."), 5 * MINUTES);
test("Ansible can parse every playbook", () => here("ansible-playbook", "--syntax-check", ...playbooks), 5 * MINUTES);

test(
  "one machine, and three that are all managers",
  async () => {
    expect(await here("ansible-inventory", "-i", "inventories/one.yml", "--graph")).toContain("|--fairhat");
    const three = JSON.parse(await here("ansible-inventory", "-i", "inventories/three.yml", "--list"));
    expect(three.managers.hosts).toEqual(["fairhat-1", "fairhat-2", "fairhat-3"]);
  },
  5 * MINUTES,
);

// Ansible uses Debian's system Python.
const google = Bun.spawnSync(["/usr/bin/python3", "-c", "import google.auth, requests"]).success;
if (!google) console.error("inventories/gcp.yml: not read, python3-google-auth is missing");

test.if(google)(
  "the inventory of Google Cloud lacks only the account",
  async () => {
    const strict = { ANSIBLE_INVENTORY_UNPARSED_FAILED: "true", GCP_SERVICE_ACCOUNT_FILE: "/no/account.json" };
    const command = ["ansible-inventory", "-i", join(folder, "inventories/gcp.yml"), "--list"];
    const said = await run(command, strict, { fails: true });
    expect(said.replaceAll(/\s+/g, " ")).toContain("Unable to read service_account_file at /no/account.json");
  },
  5 * MINUTES,
);
