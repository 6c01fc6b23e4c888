// Runs the stages of a Jenkinsfile as Jenkins would: in order, the first failure ends the run, then the post
// conditions. A test can kill the machine in between, after which nothing more runs.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { readStages, type Stage } from "../../ci/jenkinsfile/stages.ts";
import { run } from "../deployment/lab.ts";

export interface Build {
  commit: string;
  /** The stage that failed or lost the build; null for a green build. */
  red: string | null;
  /** The killed script. */
  lost: string | null;
  /** The scripts that ran, in order. */
  ran: string[];
  /** Their output. */
  said: string;
  /** Seconds per script. */
  took: Record<string, number>;
}

/** When to kill a script and its children, by its output. */
export interface Kill {
  script: string;
  when(said: string): boolean | Promise<boolean>;
}

interface Order {
  branch: string;
  settings: Record<string, string>;
  /** Scripts that an earlier build already ran on the same machine. */
  skip: string[];
  /** Called with each script before it runs. */
  before(name: string): void;
  kill: Kill | null;
}

/** Runs the Jenkinsfile of the checkout in `folder`. */
export async function build(folder: string, { branch, settings, skip, before, kill }: Order): Promise<Build> {
  const commit = (await run(["git", "-C", folder, "rev-parse", "HEAD"])).trim();
  const done: Build = { commit, red: null, lost: null, ran: [], said: "", took: {} };
  const step = async (name: string) => {
    before(name);
    const since = performance.now();
    const deadly = kill?.script === name ? kill : null;
    const { status, said } = await script(join(folder, name), { ...settings, BRANCH_NAME: branch }, deadly);
    done.took[name.replace("ci/stages/", "")] = Math.round((performance.now() - since) / 100) / 10;
    done.ran.push(name);
    done.said += `== ${name}\n${said}`;
    if (status === null) done.lost = name;
    return status === 0;
  };
  const inOrder = async ({ name, scripts }: Stage) => {
    for (const one of scripts.filter((one) => !skip.includes(one)))
      if (done.red === null && !(await step(one))) done.red = name;
  };
  const stages = readStages(await readFile(join(folder, "Jenkinsfile"), "utf8"));
  const due = stages.filter((stage) => stage.branch === null || stage.branch === branch);
  let last = due[0];
  for (last of due) {
    await inOrder(last);
    if (done.red !== null) break;
  }
  const posts = [...(done.red === null ? [] : (last?.unsuccessful ?? [])), ...(last?.cleanup ?? [])];
  for (const name of posts) if (done.lost === null) await step(name);
  return done;
}

/** Runs a script; returns no status if it was killed. */
export async function script(path: string, settings: Record<string, string>, kill: Kill | null = null) {
  const child = Bun.spawn(["setsid", path], { env: { ...process.env, ...settings }, stdout: "pipe", stderr: "pipe" });
  let said = "";
  const read = async (stream: ReadableStream<Uint8Array<ArrayBuffer>>) => {
    for await (const text of stream.pipeThrough(new TextDecoderStream())) said += text;
  };
  const written = Promise.all([read(child.stdout), read(child.stderr)]);
  while (kill && child.exitCode === null && child.signalCode === null) {
    if ((await kill.when(said)) && killedGroup(child.pid)) break;
    await Bun.sleep(20);
  }
  await child.exited;
  await written;
  return { status: child.signalCode === "SIGKILL" ? null : child.exitCode, said };
}

/** Whether the process group exists already; setsid creates it shortly after the start. */
function killedGroup(leader: number): boolean {
  try {
    return process.kill(-leader, "SIGKILL");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ESRCH") return false;
    throw error;
  }
}
