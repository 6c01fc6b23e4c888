// Whether deployment tests can run here: only ci/lab knows where the lab is.
import { dirname, join } from "node:path";

export const root = dirname(dirname(import.meta.dir));

/** Runs a program of the repository or machine. Throws its output if it fails. */
export async function run(
  command: string[],
  environment: Record<string, string> = {},
  { fails = false }: { fails?: boolean } = {},
): Promise<string> {
  const process_ = Bun.spawn(command, {
    cwd: root,
    env: { ...process.env, ...environment },
    stdout: "pipe",
    stderr: "pipe",
  });
  const [out, said] = await Promise.all([new Response(process_.stdout).text(), new Response(process_.stderr).text()]);
  const status = await process_.exited;
  if ((status !== 0) !== fails) throw new Error(`${command.join(" ")} ended with status ${status}:\n${out}${said}`);
  return fails ? out + said : out.trim();
}

/** Starts the lab's Docker engine. False, with a message, if there is no lab; throws if the lab is broken. */
export async function labIsThere(): Promise<boolean> {
  const looked = Bun.spawnSync([join(root, "ci/lab")], { stderr: "inherit" });
  if (looked.exitCode === 3) return false;
  await run(["ci/lab", "docker-up"]);
  return true;
}
