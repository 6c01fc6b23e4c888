// Runs a script of this project on the pinned Bun, with nothing but Node and npm (or Bun itself) on the machine:
//   node start.mjs start | test | verify | docs | bench …
// Bun is taken from PATH where its version fits, otherwise installed into .bun-runtime, once.
import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const BUN = "1.4.5";
/** The scripts: Bun's arguments, before the caller's. */
const SCRIPTS = {
  start: ["embedded/main.ts"],
  // As many files at once as there are cores; files of one process share its database.
  test: [
    ...["test", "--timeout=30000", "--parallel", "--no-isolate"],
    ...["--coverage", "--coverage-reporter=lcov", "--coverage-dir=reports/coverage"],
    ...["--reporter=junit", "--reporter-outfile=reports/junit.xml"],
  ],
  verify: ["verify/main.ts"],
  docs: ["ci/docs.ts"],
  bench: ["bench/main.ts"],
  bun: [],
};

const root = dirname(fileURLToPath(import.meta.url));
const here = process.env.INIT_CWD ?? process.cwd(); // npm runs scripts in the root, wherever it was called

function install(command, args) {
  // npm is a script on Windows, which only a shell can start.
  const shell = process.platform === "win32" && command === "npm";
  return spawnSync(command, args, { cwd: root, stdio: ["ignore", "ignore", "inherit"], shell }).status === 0;
}

function stop(message) {
  console.error(`fairhat: ${message}`);
  process.exit(1);
}

function bundledBun() {
  const arch = process.arch === "arm64" ? "aarch64" : process.arch;
  const file = process.platform === "win32" ? "bun.exe" : "bun";
  const os = process.platform === "win32" ? "windows" : process.platform;
  const names = [`bun-${os}-${arch}`, `bun-${os}-${arch}-baseline`, `bun-${os}-${arch}-musl`];
  return names.map((name) => join(root, ".bun-runtime/node_modules/@oven", name, "bin", file)).find(runs);
}

function runs(bun) {
  return existsSync(bun) && version(bun) === BUN;
}

function version(bun) {
  const answer = spawnSync(bun, ["--version"], { encoding: "utf8" });
  return answer.status === 0 ? answer.stdout.trim() : "";
}

function findBun() {
  if (version("bun") === BUN) return "bun";
  const kept = bundledBun();
  if (kept) return kept;
  console.error(`fairhat: installing Bun ${BUN} into .bun-runtime (once)`);
  // --ignore-scripts: the package's install script is blocked by npm 12 and not needed.
  const args = ["install", "--prefix", ".bun-runtime", "--no-save", "--no-audit", "--no-fund", "--ignore-scripts"];
  if (!install("npm", [...args, `bun@${BUN}`]))
    stop(`npm could not install bun@${BUN}; install Bun ${BUN} yourself and try again`);
  return bundledBun() ?? stop(`Bun ${BUN} has no build for ${process.platform} ${process.arch}`);
}

const [name = "", ...args] = process.argv.slice(2);
if (!Object.hasOwn(SCRIPTS, name)) stop(`no script "${name}"; there are ${Object.keys(SCRIPTS).join(", ")}`);
const bun = findBun();
if (bun !== "bun") process.env.PATH = `${dirname(bun)}${delimiter}${process.env.PATH}`;
if (!install(bun, ["install", "--frozen-lockfile", "--silent"]))
  stop("the dependencies could not be installed; see the message above");
// A script that reads files named by the caller runs in the caller's folder.
const [first, ...rest] = SCRIPTS[name];
const script = first?.endsWith(".ts") ? [join(root, first), ...rest] : SCRIPTS[name];
mkdirSync(join(root, "reports"), { recursive: true });
const running = spawn(bun, [...script, ...args], { cwd: first?.endsWith(".ts") ? here : root, stdio: "inherit" });
// Stopping this stops its child; from a terminal both get the signal anyway.
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => running.kill(signal));
running.on("exit", (status) => process.exit(status ?? 1));
