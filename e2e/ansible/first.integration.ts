// The tasks that decide whether another machine may be the first, with a fake docker.
import { afterEach, beforeEach, expect, test } from "bun:test";
import { chmod, mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { root } from "../deployment/lab.ts";
import { some } from "../share.ts";
import { play, type Settings } from "./playbook.ts";

const PLAYBOOK = `
- hosts: all
  connection: local
  gather_facts: false
  environment: {PATH: "{{ inventory_dir }}/{{ inventory_hostname }}:{{ lookup('env', 'PATH') }}"}
  tasks: [{ansible.builtin.import_role: {name: ${join(root, "infra/ansible/roles/swarm")}, tasks_from: first}}]
`;

/** A machine's role in its swarm; `database` is where the label is, if the machine is a manager. */
interface Member {
  node?: string;
  database?: string[];
}

let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "fairhat-first-"));
  await mkdir(join(folder, "infra/ansible"), { recursive: true });
  await Bun.write(join(folder, "infra/ansible/first.yml"), PLAYBOOK);
});
afterEach(() => rm(folder, { recursive: true }));

async function first(members: Record<string, Member>, settings: Settings = {}) {
  const inventory = join(folder, "inventory.ini");
  await Bun.write(inventory, `[managers]\n${Object.keys(members).join("\n")}\n`);
  for (const [name, { node, database }] of Object.entries(members)) {
    const engine = node ? `echo ${node}` : "exit 1";
    const manages = database ? `printf '%s\\n' ${database.map((line) => `'${line}'`).join(" ")}` : "exit 1";
    const docker = join(folder, name, "docker");
    await Bun.write(docker, `#!/bin/sh\ncase $1 in info) ${engine} ;; *) ${manages} ;; esac\n`);
    await chmod(docker, 0o755);
  }
  const { status, said } = await play(folder, inventory, "first.yml", settings);
  return { status, said: said.replaceAll(/\s+/g, " ") };
}

const HERE = { node: "id1", database: ["id1 one"] };
const OTHER = { node: "id2", database: ["id1 one"] };

const ALLOWED: [string, Record<string, Member>][] = [
  ["fresh machines", { one: {}, two: {} }],
  ["the one with the database", { one: HERE, two: OTHER }],
  ["the one that manages alone", { one: HERE, two: { node: "id2" } }],
  ["the one that has the label now, beside a lost one", { two: { node: "id2", database: ["id1 one", "id2 two"] } }],
  ["a swarm whose database has no place yet", { one: { node: "id1", database: [] }, two: { node: "id2" } }],
];
test.each(some(ALLOWED))(
  "%s may be the first",
  async (_, members) => expect((await first(members)).status).toBe(0),
  60_000,
);

const REFUSED: [string, Record<string, Member>, string, string][] = [
  ["by another order", { two: OTHER, one: HERE }, "one", "two"],
  ["a new one while others manage on", { four: {}, two: OTHER }, "one", "four"],
  [
    "one that worked for a manager that is lost",
    { two: { node: "id2" }, four: {} },
    "a machine that is not here",
    "two",
  ],
  ["one that was the first before another", { one: HERE, two: { node: "id2", database: ["id2 two"] } }, "two", "one"],
];
test.each(some(REFUSED))(
  "%s, refused unless the operator allows it",
  async (_, members, where, who) => {
    const refused = await first(members);
    expect(refused.said).toContain(
      `The database lies on ${where}, and the first machine is ${who}: start the one with`,
    );
    expect(refused.status).not.toBe(0);
    expect((await first(members, { site_replace_first: true })).status).toBe(0);
  },
  60_000,
);
