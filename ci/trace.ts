// One real request through a running Fairhat, and what every service wrote about it:
//   bun ci/trace.ts http://localhost:8080 docker compose logs --no-log-prefix --no-color
//   bun ci/trace.ts http://localhost:3000 cat fairhat.log       after  LOG_LEVEL=info npm start >fairhat.log
// The command prints all logs. Fails where a service has nothing to say of the request.
import { linesAbout, silent } from "./trace/lines.ts";

const SERVICES = ["core", "random-a", "random-b", "rules"];
const PATIENCE = 10_000; // milliseconds until the last line of a log must be there

const [, , url = "", ...command] = process.argv;
if (!URL.canParse(url) || command.length === 0) {
  console.error("bun ci/trace.ts URL COMMAND…, where COMMAND prints the logs; the head of ci/trace.ts has examples");
  process.exit(2);
}

const answer = await fetch(new URL("/api/draws", url), {
  method: "POST",
  headers: { "content-type": "application/json" },
  body: JSON.stringify({ title: "Traced", rule: "order/1", params: {}, entries: ["Ada", "Grace"], draw: "now" }),
});
const request = answer.headers.get("x-request-id");
if (answer.status !== 201 || request === null) {
  console.error(`${url} answered ${answer.status}: ${await answer.text()}`);
  process.exit(1);
}

async function logged(): Promise<string> {
  const child = Bun.spawn(command, { stdout: "pipe", stderr: "pipe" });
  const [out, said] = await Promise.all([new Response(child.stdout).text(), new Response(child.stderr).text()]);
  if ((await child.exited) === 0) return out + said;
  console.error(`${command.join(" ")} failed: ${said}`);
  return process.exit(1);
}

const end = Date.now() + PATIENCE;
let lines = linesAbout(request, await logged());
while (silent(SERVICES, lines).length > 0 && Date.now() < end) {
  await Bun.sleep(100);
  lines = linesAbout(request, await logged());
}
for (const line of lines) process.stdout.write(`${line}\n`);
const missing = silent(SERVICES, lines);
for (const service of missing) console.error(`${service} wrote nothing about ${request} that the command prints`);
process.exit(missing.length > 0 ? 1 : 0);
