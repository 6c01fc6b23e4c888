// ci/running | bun ci/changed/main.ts [COMMIT]: what a deployment of COMMIT (HEAD) has to do, a line for each service:
// its name, build, define or keep, and why.
import { historyOf } from "./history.ts";
import { planOf, readRunning } from "./plan.ts";

const [, , to = "HEAD"] = process.argv;
try {
  const running = readRunning(await Bun.stdin.text());
  for (const { service, action, reason } of planOf(historyOf(process.cwd()), running, to)) {
    process.stdout.write(`${service.padEnd(10)} ${action.padEnd(6)} ${reason}\n`);
  }
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 2;
}
