// Runs a script of this project on the pinned Bun, with nothing but Node and npm (or Bun itself) on the machine:
//   node start.mjs start | test | verify …
// Bun is taken from PATH where its version fits, otherwise installed into .bun-runtime, once.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const BUN = "1.4.5";
const SCRIPTS = {
  start: ["embedded/main.ts"],
  test: ["test", "--coverage"],
  verify: ["verify/main.ts"],
};

const root = dirname(fileURLToPath(import.meta.url));
const here = process.cwd();

function run(command, args, cwd, stdio = "inherit") {
  // npm is a script on Windows, which only a shell can start.
  return spawnSync(command, args, { cwd, stdio, shell: process.platform === "win32" && command === "npm" });
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
  // --ignore-scripts: the package's own install script is what npm 12 blocks, and is not needed.
  const args = ["install", "--prefix", ".bun-runtime", "--no-save", "--no-audit", "--no-fund", "--ignore-scripts"];
  const installed = run("npm", [...args, `bun@${BUN}`], root, ["ignore", "ignore", "inherit"]);
  if (installed.status !== 0) stop(`npm could not install bun@${BUN}; install Bun ${BUN} yourself and try again`);
  return bundledBun() ?? stop(`Bun ${BUN} has no build for ${process.platform} ${process.arch}`);
}

const [name = "", ...args] = process.argv.slice(2);
if (!Object.hasOwn(SCRIPTS, name)) stop(`no script "${name}"; there are ${Object.keys(SCRIPTS).join(", ")}`);
const bun = findBun();
if (bun !== "bun") process.env.PATH = `${dirname(bun)}${delimiter}${process.env.PATH}`;
const install = run(bun, ["install", "--frozen-lockfile", "--silent"], root, ["ignore", "ignore", "inherit"]);
if (install.status !== 0) stop("the dependencies could not be installed; see the message above");
// The test runner works on the checkout; the others on files that are named from where the caller stands.
const [script, ...options] = SCRIPTS[name];
const target = script === "test" ? ["test", ...options] : [join(root, script), ...options];
const done = run(bun, [...target, ...args], script === "test" ? root : here);
process.exit(done.status ?? 1);
