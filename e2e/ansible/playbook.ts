// Runs playbooks as an operator does and parses their output.
import { join } from "node:path";

export interface Played {
  status: number;
  said: string;
  /** Number of changed tasks on all machines. */
  changed: number;
  seconds: number;
}

/** Variables, as for -e. */
export type Settings = Record<string, unknown>;

/** Runs a playbook of a checkout on an inventory. */
export async function play(
  checkout: string,
  inventory: string,
  playbook: string,
  settings: Settings = {},
  ...more: string[]
): Promise<Played> {
  const began = performance.now();
  const playing = start(checkout, inventory, playbook, settings, ...more);
  const [out, errors] = await Promise.all([new Response(playing.stdout).text(), new Response(playing.stderr).text()]);
  const status = await playing.exited;
  const seconds = Math.round((performance.now() - began) / 1000);
  return { status, said: out + errors, changed: changedIn(out), seconds };
}

/** The same, still running. */
export function start(
  checkout: string,
  inventory: string,
  playbook: string,
  settings: Settings = {},
  ...more: string[]
) {
  const extra = Object.keys(settings).length > 0 ? ["--extra-vars", JSON.stringify(settings)] : [];
  return Bun.spawn(["ansible-playbook", "-i", inventory, join("infra/ansible", playbook), ...extra, ...more], {
    cwd: checkout,
    // sshd refuses some of many concurrent logins (sshd_config, MaxStartups).
    env: { ...process.env, ANSIBLE_NOCOLOR: "1", ANSIBLE_SSH_RETRIES: "5" },
    stdout: "pipe",
    stderr: "pipe",
  });
}

/** From the recap, one line per machine: "alpha : ok=49   changed=12   unreachable=0 …". */
function changedIn(said: string): number {
  return [...said.matchAll(/^\S+\s+: ok=\d+\s+changed=(\d+)/gm)].reduce((sum, [, count]) => sum + Number(count), 0);
}
