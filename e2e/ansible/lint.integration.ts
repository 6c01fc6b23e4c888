// The playbooks as the linters and Ansible itself read them; all there is to see of those for Google Cloud without an account.
import { expect, test } from "bun:test";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { root, run } from "../deployment/lab.ts";

const folder = join(root, "infra/ansible");
const MINUTES = 60_000;
const here = (...command: string[]) => run(["env", "-C", folder, ...command]);
const playbooks = (await readdir(folder)).filter((name) => name.endsWith(".yml"));

test("ansible-lint finds nothing by its production profile", () => here("ansible-lint", "--nocolor"), 5 * MINUTES);
test("yamllint finds nothing", () => here("yamllint", "--strict", "."), MINUTES);
test("Ansible can read every playbook", () => here("ansible-playbook", "--syntax-check", ...playbooks), MINUTES);

test(
  "one machine, and three that are all managers",
  async () => {
    expect(await here("ansible-inventory", "-i", "inventories/one.yml", "--graph")).toContain("|--fairhat");
    const three = JSON.parse(await here("ansible-inventory", "-i", "inventories/three.yml", "--list"));
    expect(three.managers.hosts).toEqual(["fairhat-1", "fairhat-2", "fairhat-3"]);
  },
  MINUTES,
);
