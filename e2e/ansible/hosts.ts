// Fresh machines from the lab, like a cloud provider's, and a clean checkout for playbooks to deploy.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { root, run } from "../deployment/lab.ts";

/** Images that the machines pull from the public registry; the lab must provide them. */
const PUBLIC_IMAGES = ["registry:2", "postgres:18", "nginx:1.30"];

export interface Hosts {
  names: string[];
  /** The inventory file, for ansible-playbook -i. */
  inventory: string;
  /** A machine's address, as other machines and clients see it. */
  address(name: string): Promise<string>;
  /** Runs a command on a machine and returns its output. */
  on(name: string, command: string): Promise<string>;
  /** Removes machines for good and starts others; updates the inventory. */
  replace(gone: string[], come: string[]): Promise<void>;
  down(): Promise<void>;
}

/** Starts machines with these names. `balancing` replaces a kernel module for Swarm that the lab may lack. */
export async function hosts(...names: string[]): Promise<Hosts> {
  const folder = await mkdtemp(join(tmpdir(), "fairhat-hosts-"));
  const inventory = join(folder, "inventory.ini");
  let balancing: Bun.Subprocess | undefined;
  const begin = async (come: string[]) => {
    for (const name of come) await run(["ci/lab", "fresh-host", "up", name]);
    await Bun.write(inventory, await run(["ci/lab", "fresh-host", "inventory", ...names]));
    balancing?.kill();
    balancing = Bun.spawn(["ci/lab", "swarm-vip", ...names], { cwd: root, stdout: "ignore", stderr: "ignore" });
  };
  const end = (gone: string[]) => run(["ci/lab", "fresh-host", "down", ...gone]);
  await run(["ci/lab", "fresh-host", "hub", ...PUBLIC_IMAGES]);
  await begin(names);
  return {
    names,
    inventory,
    address: (name) => run(["ci/lab", "fresh-host", "ip", name]),
    on: (name, command) => run(["ci/lab", "fresh-host", "ssh", name, command]),
    async replace(gone, come) {
      names.splice(0, names.length, ...names.filter((name) => !gone.includes(name)), ...come);
      await end(gone);
      await begin(come);
    },
    async down() {
      balancing?.kill();
      await end(names);
      await rm(folder, { recursive: true });
    },
  };
}

export interface Checkout {
  folder: string;
  /** Commits the changes and returns the commit id. */
  commit(): Promise<string>;
  remove(): Promise<void>;
}

/** A clean checkout of this working tree, uncommitted changes included. */
export async function checkout(): Promise<Checkout> {
  const folder = await mkdtemp(join(tmpdir(), "fairhat-checkout-"));
  const git = (...words: string[]) => run(["git", "-C", folder, ...AUTHOR, ...words]);
  const files = await run(["git", "ls-files", "--cached", "--others", "--exclude-standard", "--deduplicate"]);
  const there = await Promise.all(
    files.split("\n").map(async (name) => [name, await Bun.file(join(root, name)).exists()]),
  );
  const list = join(folder, ".files");
  await Bun.write(list, there.flatMap(([name, exists]) => (exists ? [name] : [])).join("\n"));
  await run(["sh", "-c", 'tar -cf - -T "$1" | tar -xf - -C "$2"', "-", list, folder]);
  await rm(list);
  await git("init", "--quiet");
  const commit = async () => {
    await git("add", "--all");
    await git("commit", "--quiet", "--allow-empty", "--message", "as it lies here");
    return git("rev-parse", "HEAD");
  };
  await commit();
  return { folder, commit, remove: () => rm(folder, { recursive: true }) };
}

const AUTHOR = ["-c", "user.name=test", "-c", "user.email=test@example.org"];
