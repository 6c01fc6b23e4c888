// All of Fairhat as `docker compose up` starts it, reached through the proxy as any client.
import { afterAll, beforeAll, describe, expect, setDefaultTimeout, test } from "bun:test";
import { call, checkedRecord } from "../client.ts";
import { testAddresses } from "./addresses.ts";
import { testBackup } from "./backup.ts";
import { testBoundaries, testMemory } from "./boundaries.ts";
import { type Composed, composed, up } from "./composed.ts";
import { testFaults } from "./faults.ts";
import { testInput } from "./input.ts";
import { labIsThere } from "./lab.ts";
import { testLogs } from "./logs.ts";
import { testOnce } from "./once.ts";
import { testPeople } from "./people.ts";
import { testRoutes } from "./routes.ts";
import { testUpdates } from "./updates.ts";
import { testUploads } from "./uploads.ts";

setDefaultTimeout(120_000);

describe.if(await labIsThere())("composed", () => {
  let site: Composed;
  let draw = "";
  const here = () => site;

  beforeAll(async () => {
    site = await composed();
    await site.compose(["down", "--volumes", "--remove-orphans", "--timeout", "1"]); // remains of an interrupted run
    await up(site);
    site.keepLogs();
  }, 300_000);
  afterAll(() => site.down(), 60_000);

  testMemory(here);

  test("from nothing: a draw is made and its record verifies, over http and https", async () => {
    const body = {
      title: "First",
      rule: "winners/1",
      params: { winners: 2 },
      entries: ["Ada", "Grace", "Emmy"],
      draw: "now",
    };
    const made = await call(site.http, "POST", "/api/draws", { body });
    expect(made).toMatchObject({ status: 201, body: { state: "drawn" } });
    draw = made?.body.id ?? "";
    expect((await checkedRecord(site.http, draw)).report.verdict).toBe("holds");
    const secure = await fetch(`${site.https}/draws/${draw}`, { tls: { rejectUnauthorized: false } });
    expect([secure.status, await secure.text()]).toEqual([200, expect.stringContaining("</html>")]);
  });

  describe("routes", () => testRoutes(() => ({ url: site.http, https: site.https, draw })));
  describe("addresses", () => testAddresses(() => ({ url: site.http })));
  describe("people", () => testPeople(here));
  describe("boundaries", () => testBoundaries(here));
  describe("once", () => testOnce(here));
  describe("uploads", () => testUploads(here));
  describe("updates", () => testUpdates(here));
  describe("faults", () => testFaults(here));
  describe("bad input", () => testInput(here));
  describe("logs", () => testLogs(here));
  describe("backup", () => testBackup(here));

  test("after a restart, everything is still there", async () => {
    await site.compose(["down", "--timeout", "5"]);
    await up(site);
    expect((await checkedRecord(site.http, draw)).report.verdict).toBe("holds");
  });
});
