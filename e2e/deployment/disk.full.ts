// A full disk: 503 with the reason in the log, nothing half-done, and recovery once there is room.
import { afterAll, beforeAll, describe, expect, setDefaultTimeout, test } from "bun:test";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { call } from "../client.ts";
import { type Composed, composed, until, up } from "./composed.ts";
import { labIsThere } from "./lab.ts";
import { expectHolding } from "./load.ts";

setDefaultTimeout(120_000);

const FILLED = "/var/lib/postgresql/filled";
const SMALL = `volumes:
  database: {driver: local, driver_opts: {type: tmpfs, device: tmpfs, o: "size=150m,uid=999,gid=999"}}
`;

describe.if(await labIsThere())("on a small disk", () => {
  let site: Composed;
  const folder = mkdtempSync(join(tmpdir(), "fairhat-small-"));
  const draw = (entries: number) =>
    call(site.http, "POST", "/api/draws", {
      body: { title: "On a disk", rule: "order/1", params: {}, draw: "now", entries: labels(entries) },
    });

  beforeAll(async () => {
    const file = join(folder, "small.yml");
    writeFileSync(file, SMALL);
    site = await composed({ COMPOSE_PROJECT_NAME: "fairhat-e2e-disk", COMPOSE_FILE: `compose.yml:${file}` });
    await site.compose(["down", "--volumes", "--timeout", "1"]);
    await up(site);
  }, 300_000);
  afterAll(async () => {
    await site.down();
    rmSync(folder, { recursive: true });
  }, 60_000);

  test("without room a draw is refused and logged, and earlier draws are still there", async () => {
    const before = await draw(3);
    expect(before).toMatchObject({ status: 201, body: { state: "drawn" } });
    await site.inside("postgres", `dd if=/dev/zero of=${FILLED} bs=64k`);
    await until("a draw is refused", async () => (await draw(20_000))?.status === 503);
    expect(await draw(20_000)).toMatchObject({ status: 503, body: { reason: expect.stringMatching(/unavailable$/) } });
    expect(await site.compose(["logs", "--no-log-prefix", "core"])).toContain("No space left on device");
    await expectHolding([before?.body.id ?? ""], site.http);
    await site.inside("postgres", `rm ${FILLED}`);
    await until("draws are made again", async () => (await draw(20_000))?.body.state === "drawn");
  });
});

function labels(count: number): string[] {
  return Array.from({ length: count }, (_, at) => `Entry ${at}`);
}
