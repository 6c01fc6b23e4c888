// bun e2e/browser/board.ts FILE: a screenshot of the board in `backlog browser`.
import { dirname, join } from "node:path";
import { freePort } from "../ports.ts";
import { startBrowser } from "./browser.ts";

const root = dirname(dirname(import.meta.dir));
const SIZE = { width: 1440, height: 1000 };
const QUALITY = 60; // of 100

async function whenAnswered(url: string): Promise<void> {
  for (const end = Date.now() + 60_000; Date.now() < end; await Bun.sleep(100)) {
    if (await fetch(url, { signal: AbortSignal.timeout(2_000) }).catch(() => null)) return;
  }
  throw new Error(`the board does not answer at ${url}`);
}

const [, , file] = process.argv;
if (!file) throw new Error("usage: bun e2e/browser/board.ts FILE");
const port = await freePort();
const url = `http://127.0.0.1:${port}`;
// Detached, because it starts a child and both must be killed.
const board = Bun.spawn(
  [join(root, "node_modules/.bin/backlog"), "browser", "--no-open", "--non-interactive", "--port", `${port}`],
  {
    cwd: root,
    stdout: "ignore",
    stderr: "inherit",
    detached: true,
  },
);
const browser = await startBrowser();
try {
  await whenAnswered(url);
  const page = await browser.newPage({ viewport: SIZE });
  await page.goto(url);
  await page.getByText("TASK-1", { exact: true }).waitFor();
  await page.getByRole("button", { name: "Milestone", exact: true }).and(page.locator(":enabled")).waitFor();
  const devtools = await page.context().newCDPSession(page);
  const taken = await devtools.send("Page.captureScreenshot", { format: "webp", quality: QUALITY });
  await Bun.write(file, Buffer.from(taken.data, "base64"));
} finally {
  await browser.close();
  process.kill(-board.pid);
}
