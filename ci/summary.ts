// The final line of the gate: all tests of all JUnit reports, and all other steps.
import { join } from "node:path";

const reports = join(import.meta.dir, "../reports");
let passed = 0;
let failed = 0;
for (const file of new Bun.Glob("*.xml").scanSync({ cwd: reports })) {
  const suites = /<testsuites\b[^>]*>/.exec(await Bun.file(join(reports, file)).text())?.[0] ?? "";
  const count = (name: string) => Number(new RegExp(`\\b${name}="(\\d+)"`).exec(suites)?.[1] ?? 0);
  passed += count("tests") - count("failures") - count("skipped");
  failed += count("failures");
}
const steps = (await Bun.file(join(reports, "steps.txt")).text()).trim().split("\n");
for (const step of steps) {
  // A failed test run is counted by its tests; one without a report counts itself.
  if (step.startsWith("passed ")) passed += 1;
  else failed += 1;
}
process.stdout.write(`${passed} passed, ${failed} failed\n`);
process.exit(failed > 0 ? 1 : 0);
