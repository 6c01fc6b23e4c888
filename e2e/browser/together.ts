// Runs browser proofs on one browser and one embedded Fairhat, two files at a time. Files that failed run once more,
// for a starved machine can fail them; the first report stays beside the other:
//   bun e2e/browser/together.ts REPORT FILE…
import { renameSync } from "node:fs";
import { startBrowserServer } from "./browser.ts";
import { startFairhat } from "./process.ts";

const [report = "", ...files] = process.argv.slice(2);
const [site, browser] = await Promise.all([startFairhat(), startBrowserServer()]);
const env = { ...process.env, BROWSER_SERVER: browser.wsEndpoint(), SITE_URL: site.url };

function run(some: string[]): Promise<number> {
  const options = [
    "--timeout=60000",
    "--parallel=2",
    "--no-isolate",
    "--reporter=junit",
    `--reporter-outfile=${report}`,
  ];
  return Bun.spawn([process.execPath, "test", ...options, ...some], { env, stdio: ["ignore", "inherit", "inherit"] })
    .exited;
}

/** The files with a failure, from a JUnit report. */
async function failedIn(path: string): Promise<string[]> {
  const suites = (await Bun.file(path).text()).matchAll(/<testsuite [^>]*file="([^"]+)"[^>]*failures="[1-9]/g);
  return [...new Set(Array.from(suites, ([, file = ""]) => `./${file}`))];
}

let status = await run(files);
const failed = status === 0 ? [] : await failedIn(report);
if (failed.length > 0) {
  console.error(`flaky or broken, run again: ${failed.join(" ")}`);
  renameSync(report, report.replace(".xml", "-first.txt"));
  status = await run(failed);
}
await browser.close();
await site.stop();
process.exit(status);
