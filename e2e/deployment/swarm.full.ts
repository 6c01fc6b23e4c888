// Production: three cores on Swarm, updated under load without a lost request, and a broken version rolled back
// automatically.
import { afterAll, beforeAll, describe, expect, setDefaultTimeout, test } from "bun:test";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { call, checkedRecord } from "../client.ts";
import { freePort } from "../ports.ts";
import { until } from "./composed.ts";
import { brokenImage, migrationsWithColumn, renamedImage } from "./images.ts";
import { labIsThere, root, run } from "./lab.ts";
import { expectUnharmed, startLoad } from "./load.ts";
import { testStackFaults, testStackSecrets } from "./stacked.ts";

setDefaultTimeout(400_000);

const SERVICES = ["core", "random-a", "random-b", "rules", "proxy"];
const STACK = "fairhat-e2e-swarm";
const LATER = "a_later_column";

describe.if(await labIsThere())("on Swarm", () => {
  let url = "";
  let settings: Record<string, string> = {};
  let balancing: Bun.Subprocess | undefined;
  let madeSwarm = false;
  const secrets = mkdtempSync(join(tmpdir(), "fairhat-secrets-"));
  const deploy = (revision: string, more: Record<string, string> = {}, options?: { fails: boolean }) =>
    run(["ops/deploy", revision], { ...settings, ...more }, options);

  beforeAll(async () => {
    const [http, https] = [await freePort(), await freePort()];
    url = `http://localhost:${http}`;
    settings = {
      ...{ FAIRHAT_STACK: STACK, FAIRHAT_SECRETS: secrets, CORE_REPLICAS: "3" },
      ...{ HTTP_PORT: String(http), HTTPS_PORT: String(https) },
      ...{ FAIRHAT_REQUESTS_PER_SECOND: "300", FAIRHAT_WRITES_PER_SECOND: "100" },
    };
    await run(["docker", "compose", "build", "--quiet"]);
    for (const service of SERVICES) await renamedImage(service, "development", "second");
    await migrationsWithColumn("second", LATER);
    madeSwarm = (await run(["docker", "info", "--format", "{{.Swarm.LocalNodeState}}"])) === "inactive";
    if (madeSwarm) await run(["docker", "swarm", "init", "--advertise-addr", "127.0.0.1"]);
    // Kernels without IPVS need a separate load balancer; the lab has one.
    balancing = Bun.spawn([join(root, "ci/lab"), "swarm-vip"], { stdout: "ignore", stderr: "ignore" });
  });
  afterAll(async () => {
    await run(["docker", "stack", "rm", STACK]);
    const left = () => run(["docker", "ps", "--quiet", "--filter", `label=com.docker.stack.namespace=${STACK}`]);
    await until("the stack is gone", async () => (await left()) === "");
    balancing?.kill();
    await run(["docker", "volume", "rm", "--force", `${STACK}_database`, `${STACK}_acme`]);
    if (madeSwarm) await run(["docker", "swarm", "leave", "--force"]);
    rmSync(secrets, { recursive: true, force: true });
  });

  const columnsOfDraw = async () => {
    const container = await run(["docker", "ps", "--quiet", "--filter", `name=${STACK}_postgres`]);
    const query =
      "select column_name from information_schema.columns where (table_schema, table_name) = ('core', 'draw')";
    return run(["docker", "exec", container, "psql", "-U", "postgres", "-tAc", query, "fairhat"]);
  };

  test("from nothing: a draw is made and its record verifies", async () => {
    const said = await deploy("development");
    expect(said).toContain("core development 3");
    const body = { title: "First", rule: "order/1", params: {}, entries: ["Ada", "Grace", "Emmy"], draw: "now" };
    const made = await call(url, "POST", "/api/draws", { body });
    expect(made).toMatchObject({ status: 201, body: { state: "drawn" } });
    expect((await checkedRecord(url, made?.body.id ?? "")).report.verdict).toBe("holds");
  });

  // The cores do not know the second revision's migration: old ones keep serving with it, and new ones start with it.
  test("every service is updated, including the proxy, after a migration", async () => {
    const load = startLoad(url, "ops/deploy of all services");
    const said = await deploy("second");
    await expectUnharmed(load, url);
    for (const service of [
      "core second 3",
      "random-a second 1",
      "random-b second 1",
      "rules second 1",
      "proxy second 1",
    ])
      expect(said).toContain(service);
    expect(await columnsOfDraw()).toContain(LATER);
    const cores = await run(["docker", "ps", "--quiet", "--filter", `name=${STACK}_core`]);
    expect(await run(["docker", "logs", cores.split("\n")[0] ?? ""])).toContain("a later version has migrated");
  });

  test("a broken core is rolled back automatically, and the deployment reports it", async () => {
    const revision = await brokenImage("core", "development");
    const load = startLoad(url, "ops/deploy of a broken core");
    const said = await deploy("second", { CORE_REVISION: revision }, { fails: true });
    await expectUnharmed(load, url);
    expect(said).toContain("taken back:");
    expect(await run(["ops/running", STACK])).toContain("core second 3");
  });

  describe("faults", () => testStackFaults(() => ({ name: STACK, url, secrets, deploy })));

  test("core is scaled by one number", async () => {
    expect(await deploy("second", { CORE_REPLICAS: "1" })).toContain("core second 1");
  });

  describe("secrets", () => testStackSecrets(() => ({ name: STACK, url, secrets, deploy })));

  test("missing files are refused before anything is changed", async () => {
    const said = await deploy("nothing", {}, { fails: true });
    expect(said).toContain("there is no image fairhat/");
    expect(said).toContain("Nothing was changed");
  });
});
