// A newcomer with a clean clone: the README's commands, with npm and with Bun alone. Input and output are kept in
// reports/newcomer-*.txt.
import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { blocksOf } from "./documents.ts";
import { freePort } from "./ports.ts";

const root = dirname(import.meta.dir);
const folder = mkdtempSync(join(tmpdir(), "fairhat-newcomer-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }), 60_000);

const revision = Bun.spawnSync(["git", "rev-parse", "HEAD"], { cwd: root }).stdout.toString().trim();
const readme = await Bun.file(join(root, "README.md")).text();
const commands = blocksOf(readme).flatMap(({ info, code }) => (info === "sh" ? [code.trim()] : []));
const [startCommand = "", testCommand = "", makeCommand = "", verifyCommand = "", pythonCommand = ""] = commands;

test("the README has the commands that this test runs", () => {
  expect(commands).toHaveLength(5);
  expect([startCommand, testCommand]).toEqual(["npm start", "npm test"]);
});

// Python's real path, not a wrapper that selects a version.
const PYTHON = Bun.spawnSync(["python3", "-c", "import sys; print(sys.executable)"]).stdout.toString().trim();

/** Folders with only the named programs, and the system's without Node and Bun. */
function pathWith(name: string, programs: string[]): string {
  const bin = join(folder, name);
  mkdirSync(bin);
  for (const program of programs) symlinkSync(Bun.which(program) ?? process.execPath, join(bin, program));
  for (const program of ["sh", "env", "curl"]) symlinkSync(Bun.which(program) ?? "", join(bin, program));
  symlinkSync(PYTHON, join(bin, "python3"));
  return bin;
}

const MACHINES = [
  { machine: "npm alone", path: pathWith("npm", ["node", "npm"]), start: startCommand },
  { machine: "Bun alone", path: pathWith("bun", ["bun"]), start: startCommand.replace("npm", "bun") },
];

describe.each(MACHINES)("with $machine", ({ machine, path, start }) => {
  const clone = join(folder, `clone of ${machine}`);
  let port: number;
  let env: Record<string, string | undefined>;
  let running: Bun.Subprocess;
  let walked = `# ${machine}, a clean clone of ${revision}\n`;

  const sh = (command: string) => {
    const here = command.replaceAll("localhost:3000", `localhost:${port}`);
    return Bun.spawn(["sh", "-c", here], { cwd: clone, env, stdout: "pipe", stderr: "inherit", detached: true });
  };
  const said = async (command: string) => {
    const ran = sh(command);
    const [text, status] = [await new Response(ran.stdout).text(), await ran.exited];
    walked += `\n$ ${command}\n${text.trim()}\n[status ${status}]\n`;
    return { text, status };
  };

  /** Starts as the README says, and returns the seconds until the first page. */
  async function firstPage(): Promise<number> {
    const since = performance.now();
    running = sh(`exec ${start}`);
    for (const end = since + 120_000; performance.now() < end; ) {
      const answer = await fetch(`http://localhost:${port}/`).catch(() => null);
      if (answer?.ok) return (performance.now() - since) / 1000;
      if (running.exitCode !== null) throw new Error(`it ended with status ${running.exitCode}`);
      await Bun.sleep(50);
    }
    throw new Error("no page came within two minutes");
  }

  beforeAll(async () => {
    port = await freePort();
    env = { HOME: process.env.HOME, PATH: path, PORT: String(port), TMPDIR: tmpdir() };
    const cloned = Bun.spawnSync(["git", "clone", "-q", root, clone]);
    expect(cloned.exitCode).toBe(0);
  }, 60_000);
  afterAll(async () => {
    await Bun.write(join(root, `reports/newcomer-${machine.split(" ")[0]?.toLowerCase()}.txt`), walked);
    await stop();
  }, 60_000);

  // As Ctrl+C in a terminal: the whole group gets the signal. npm exits before the others.
  async function stop(): Promise<void> {
    process.kill(-running.pid, "SIGINT");
    await running.exited;
    while (await fetch(`http://localhost:${port}/health`).catch(() => null)) await Bun.sleep(50);
  }

  test("the first page comes, cold and warm", async () => {
    const cold = await firstPage();
    await stop();
    const warm = await firstPage();
    const took = `first page after ${cold.toFixed(1)} s cold, ${warm.toFixed(1)} s warm`;
    walked += `\n$ ${start}\n${took}\n`;
    console.error(`${machine}: ${took}`);
  }, 180_000);

  test("a draw is made and checked as the README says", async () => {
    const { id, url, result } = JSON.parse((await said(makeCommand)).text);
    expect(result.winners).toHaveLength(3);
    expect(url).toEndWith(`/draws/${id}`);
    const verify = verifyCommand.replace("npm", machine.startsWith("npm") ? "npm" : "bun");
    for (const command of [verify, pythonCommand]) {
      const { text, status } = await said(command.replaceAll("<id>", id));
      expect(text).toContain("holds");
      expect(status).toBe(0);
    }
  }, 60_000);
});
