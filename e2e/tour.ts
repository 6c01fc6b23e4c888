// A tour of docs/tours, as its reader goes it: its commands in their order, in one shell.
import { join } from "node:path";
import { blocksOf, root, textOf } from "./documents.ts";

/** All commands of a tour, without those that `left` out, as one script that ends at the first that fails. */
export async function scriptOf(tour: string, left: string[] = []): Promise<string> {
  const blocks = blocksOf(await textOf(tour)).filter(({ info }) => info === "sh");
  const code = blocks.map((block) => block.code.trim()).filter((commands) => !left.includes(commands));
  return ["set -ev", ...code].join("\n");
}

/** What a tour writes in bold: what a reader presses or fills in. */
export async function namedIn(tour: string): Promise<string[]> {
  return Array.from((await textOf(tour)).replace(/\s+/g, " ").matchAll(/\*\*([^*]+)\*\*/g), ([, name = ""]) => name);
}

/** Runs a script in `folder`. Answers all that it wrote; throws that when it fails. */
export async function walk(script: string, folder: string, settings: Record<string, string>): Promise<string> {
  const env = { ...process.env, ...settings, PATH: `${join(root, "node_modules/.bin")}:${process.env.PATH}` };
  const running = Bun.spawn(["bash", "-c", `exec 2>&1\n${script}`], { cwd: folder, env, stdout: "pipe" });
  const said = await new Response(running.stdout).text();
  if ((await running.exited) !== 0) throw new Error(said);
  return said;
}
