// ci/running | bun ci/changed/main.ts [COMMIT]: what a deployment of COMMIT (HEAD) has to do, a line for each service:
// its name, build, define or keep, and why. Without COMMIT the checkout may have no changes that are in none.
import { historyOf } from "./history.ts";
import { expectCommitted, planOf, readRunning } from "./plan.ts";

const [, , commit] = process.argv;
try {
  const running = readRunning(await Bun.stdin.text());
  const history = historyOf(process.cwd());
  if (commit === undefined) expectCommitted(history);
  for (const { service, action, reason } of planOf(history, running, commit ?? "HEAD")) {
    process.stdout.write(`${service.padEnd(10)} ${action.padEnd(6)} ${reason}\n`);
  }
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 2;
}
