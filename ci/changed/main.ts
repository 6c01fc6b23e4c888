// ops/running | bun ci/changed/main.ts: what a deployment of the commit that is checked out has to do, a line for each service:
// its name, build, define or keep, and why. ci/stages/changed refuses a checkout with changes first.
import { historyOf } from "./history.ts";
import { readInputs } from "./inputs.ts";
import { planOf, readRunning } from "./plan.ts";

try {
  const running = readRunning(await Bun.stdin.text());
  for (const { service, action, reason } of planOf(historyOf(process.cwd()), running, await readInputs())) {
    process.stdout.write(`${service.padEnd(10)} ${action.padEnd(6)} ${reason}\n`);
  }
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 2;
}
