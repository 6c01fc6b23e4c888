// Runs the stages of a Jenkinsfile as Jenkins would: in order, the first that fails ends the run, then what its posts say.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { readStages, type Stage } from "../../ci/jenkinsfile/stages.ts";

export interface Build {
  commit: string;
  /** The stage that failed; null for a green build. */
  red: string | null;
  /** The scripts that ran, in order. */
  ran: string[];
  /** What all of them wrote. */
  said: string;
  /** How long each took, in seconds. */
  took: Record<string, number>;
}

interface Order {
  branch: string;
  settings: Record<string, string>;
  /** Scripts that an earlier build has run on the same machine. */
  skip: string[];
  /** Is told of each script before it runs. */
  before(name: string): void;
}

/** Runs the Jenkinsfile of the checkout in `folder`. */
export async function build(folder: string, { branch, settings, skip, before }: Order): Promise<Build> {
  const commit = (await script(folder, "git", settings, "rev-parse", "HEAD")).said.trim();
  const done: Build = { commit, red: null, ran: [], said: "", took: {} };
  const step = async (name: string) => {
    before(name);
    const since = performance.now();
    const { status, said } = await script(folder, name, { ...settings, BRANCH_NAME: branch });
    done.took[name.replace("ci/stages/", "")] = Math.round((performance.now() - since) / 100) / 10;
    done.ran.push(name);
    done.said += `== ${name}\n${said}`;
    return status === 0;
  };
  const stages = readStages(await readFile(join(folder, "Jenkinsfile"), "utf8"));
  const due = stages.filter((stage) => stage.branch === null || stage.branch === branch);
  let begun: Stage | null = null;
  for (const stage of due) {
    begun = stage;
    for (const name of stage.scripts.filter((name) => !skip.includes(name)))
      if (done.red === null && !(await step(name))) done.red = stage.name;
    if (done.red !== null) break;
  }
  if (done.red !== null) for (const name of begun?.unsuccessful ?? []) await step(name);
  for (const name of begun?.cleanup ?? []) await step(name);
  return done;
}

async function script(folder: string, name: string, settings: Record<string, string>, ...words: string[]) {
  const running = Bun.spawn([name.includes("/") ? join(folder, name) : name, ...words], {
    cwd: folder,
    env: { ...process.env, ...settings },
    stdout: "pipe",
    stderr: "pipe",
  });
  const [out, errors] = await Promise.all([new Response(running.stdout).text(), new Response(running.stderr).text()]);
  return { status: await running.exited, said: out + errors };
}
