// The operator's tour, docs/tours/operate.md, from a clean clone, with its commands as written.
import { describe, expect, setDefaultTimeout, test } from "bun:test";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "../ports.ts";
import { scriptOf, walk } from "../tour.ts";
import { labIsThere, root, run } from "./lab.ts";

setDefaultTimeout(900_000);

const TOUR = "docs/tours/operate.md";
const PROJECT = "fairhat-tour";

describe.if(await labIsThere())("the operator's tour", () => {
  test("ends with a site that was updated, backed up, lost and restored", async () => {
    const folder = mkdtempSync(join(tmpdir(), "fairhat-tour-"));
    const clone = join(folder, "clone");
    const ports = { HTTP_PORT: String(await freePort()), HTTPS_PORT: String(await freePort()) };
    const settings = { COMPOSE_PROJECT_NAME: PROJECT, ...ports };
    await run(["git", "clone", "--quiet", root, clone]);
    // Other ports and another name, because more may run on this engine.
    const script = (await scriptOf(TOUR))
      .replaceAll("http://localhost:8080", `http://localhost:${ports.HTTP_PORT}`)
      .replaceAll(/^ops\/running$/gm, `ops/running ${PROJECT}`);
    try {
      const said = await walk(script, clone, settings);
      const revision = await run(["git", "rev-parse", "HEAD"]);
      expect(said.split(`core ${revision} 1`).length - 1).toBe(2);
      expect(said.match(/\bholds\b/gi)).toHaveLength(2);
      expect(said).toContain("starting the services, the random ones with new keys");
    } finally {
      await run(["docker", "compose", "down", "--volumes", "--timeout", "1"], settings);
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
