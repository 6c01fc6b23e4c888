// A tour of docs/tours as its reader follows it: its commands in order, in one shell.
import { join } from "node:path";
import { blocksOf, root, textOf } from "./documents.ts";

/** A tour's commands, except those that `left` omits, as one script that stops at the first failure. */
export async function scriptOf(tour: string, left: string[] = []): Promise<string> {
  const blocks = blocksOf(await textOf(tour)).filter(({ info }) => info === "sh");
  const code = blocks.map((block) => block.code.trim()).filter((commands) => !left.includes(commands));
  return ["set -ev", ...code].join("\n");
}

/** What a tour prints in bold: what to press or fill in. */
export async function namedIn(tour: string): Promise<string[]> {
  return Array.from((await textOf(tour)).replace(/\s+/g, " ").matchAll(/\*\*([^*]+)\*\*/g), ([, name = ""]) => name);
}

/** Runs a script in `folder`. Returns its output; throws it if the script fails. */
export async function walk(script: string, folder: string, settings: Record<string, string>): Promise<string> {
  const env = { ...process.env, ...settings, PATH: `${join(root, "node_modules/.bin")}:${process.env.PATH}` };
  const running = Bun.spawn(["bash", "-c", `exec 2>&1\n${script}`], { cwd: folder, env, stdout: "pipe" });
  const said = await new Response(running.stdout).text();
  if ((await running.exited) !== 0) throw new Error(said);
  return said;
}
