// A second operator's machine: only they can log in, with a key that the site's operator does not have.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { run } from "../deployment/lab.ts";
import { hosts } from "./hosts.ts";

export interface Elsewhere {
  /** Their inventory, with their key. */
  inventory: string;
  address: string;
  /** Runs a command there as they do. */
  on(command: string): Promise<string>;
  /** The same with the key that all other machines accept. */
  onAsStranger(command: string): Promise<string>;
  down(): Promise<void>;
}

export async function elsewhere(name: string): Promise<Elsewhere> {
  const machine = await hosts(name);
  const folder = await mkdtemp(join(tmpdir(), "fairhat-operator-"));
  const key = join(folder, "key");
  await run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", "operator", "-f", key]);
  const told = await Bun.file(machine.inventory).text();
  const inventory = join(folder, "inventory.ini");
  await Bun.write(inventory, told.replace(/^ansible_ssh_private_key_file=.*$/m, `ansible_ssh_private_key_file=${key}`));
  await machine.on(name, `echo '${(await Bun.file(`${key}.pub`).text()).trim()}' >.ssh/authorized_keys`);
  const port = /ansible_port=(\d+)/.exec(told)?.[1] ?? "";
  const options = ["StrictHostKeyChecking=no", "UserKnownHostsFile=/dev/null", "LogLevel=ERROR", "IdentitiesOnly=yes"];
  const login = ["ssh", "-i", key, "-p", port, ...options.flatMap((one) => ["-o", one]), "debian@127.0.0.1"];
  return {
    inventory,
    address: await machine.address(name),
    on: (command) => run([...login, command]),
    onAsStranger: (command) => machine.on(name, command),
    async down() {
      await machine.down();
      await rm(folder, { recursive: true });
    },
  };
}
