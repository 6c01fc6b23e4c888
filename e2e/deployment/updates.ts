// Scaling and updates on Compose under load: no request fails, every draw verifies.
import { expect, test } from "bun:test";
import { call } from "../client.ts";
import { type Composed, PROJECT, until } from "./composed.ts";
import { brokenImage, imageWithAnotherRule } from "./images.ts";
import { run } from "./lab.ts";
import { expectUnharmed, startLoad } from "./load.ts";

const SCALED = ["core", "random-a", "random-b"];
const ANOTHER = "winners/2";

export function testUpdates(site: () => Composed): void {
  const scale = (count: number) => {
    const counts = SCALED.flatMap((service) => ["--scale", `${service}=${count}`]);
    return site().compose(["up", "--detach", "--no-deps", "--no-recreate", "--wait", ...counts, ...SCALED]);
  };

  test("core and both random services scale from one to three and back", async () => {
    const load = startLoad(site().http, "scaling 1, 3, 1");
    await scale(3);
    await until("all three cores have answered", async () => (await answeredBy(site())) === 3);
    await scale(1);
    await expectUnharmed(load, site().http);
  });

  // The next two tests replace random-b and rules.
  test.each(["core", "random-a"])("%s is replaced by ops/roll", async (service) => {
    const before = await site().containers(service);
    const load = startLoad(site().http, `ops/roll ${service}`);
    await site().script(["ops/roll", service]);
    await expectUnharmed(load, site().http);
    const after = await site().containers(service);
    expect(after).toHaveLength(before.length);
    expect(after).not.toEqual(before);
  });

  test("random-b gets another generator", async () => {
    const before = await site().containers("random-b");
    const load = startLoad(site().http, "random-b's generator");
    await site().script(["ops/roll", "random-b"], { RANDOM_B_GENERATOR: "system" });
    await expectUnharmed(load, site().http);
    const after = await site().containers("random-b");
    expect(after).toHaveLength(before.length);
    expect(after).not.toEqual(before);
    const { generator } = await (await fetch(`${site().http}/services/b/key`)).json();
    expect(generator).toBe("system CSPRNG");
  });

  test("rules gets another rule; a draw that was locked before is drawn after", async () => {
    const revision = await imageWithAnotherRule(ANOTHER);
    const entries = ["Ada", "Grace", "Emmy"];
    const waiting = { title: "Locked before", rule: "winners/1", params: { winners: 1 }, entries, draw: "later" };
    const made = await call(site().http, "POST", "/api/draws", { body: waiting });
    const { id = "", manageKey: key = "" } = made?.body ?? {};
    const manage = (step: string) => call(site().http, "POST", `/api/draws/${id}/${step}`, { key, body: {} });
    expect(await manage("lock")).toMatchObject({ status: 200, body: { state: "locked" } });
    const load = startLoad(site().http, "rules with another rule");
    await site().script(["ops/roll", "rules"], { RULES_REVISION: revision });
    const drawn = await call(site().http, "POST", "/api/draws", { body: { ...waiting, rule: ANOTHER, draw: "now" } });
    expect(drawn).toMatchObject({ status: 201, body: { state: "drawn" } });
    expect(await manage("draw")).toMatchObject({ status: 200, body: { state: "drawn" } });
    await expectUnharmed(load, site().http);
  });

  test("a version that never gets healthy is removed, and the old one keeps serving", async () => {
    const revision = await brokenImage("core", "development");
    const before = await site().containers("core");
    const load = startLoad(site().http, "a broken core");
    const said = await site().script(["ops/roll", "core"], { CORE_REVISION: revision }, { fails: true });
    await expectUnharmed(load, site().http);
    expect(said).toContain("a new one is not healthy; the old ones serve on");
    expect(await site().containers("core")).toEqual(before);
    expect(await site().script(["ops/running", PROJECT])).toContain("core development 1");
  });

  test("after an interrupted roll, the next one does not restart what was stopped", async () => {
    const old = await site().containers("rules");
    await site().compose(["up", "--detach", "--no-deps", "--no-recreate", "--wait", "--scale", "rules=2", "rules"]);
    const both = await site().containers("rules");
    expect(both).toHaveLength(2);
    await site().script(["docker", "stop", "--time", "0", ...old]); // and the roll ends here, before it removes the container
    await site().script(["ops/roll", "rules"]);
    const after = (await site().compose(["ps", "--all", "--quiet", "rules"])).split("\n");
    expect(after).toHaveLength(1);
    expect(both).not.toContain(after[0] ?? "");
  });

  test("after a killed roll, the next one leaves no extra instance and costs no request", async () => {
    const load = startLoad(site().http, "ops/roll rules, killed and repeated");
    const old = await site().containers("rules");
    const rolling = site().begin(["ops/roll", "rules"]);
    await until("the new one is there, too", async () => (await site().containers("rules")).length === 2);
    rolling.kill("SIGSTOP"); // keeps it from getting further
    const both = await site().containers("rules");
    await until("the new one is healthy", async () => (await healthOf(both)).every((health) => health === "healthy"));
    rolling.kill("SIGKILL");
    await rolling.exited;
    expect(both).toEqual(expect.arrayContaining(old));
    await site().script(["ops/roll", "rules"]);
    await expectUnharmed(load, site().http);
    const after = await site().containers("rules");
    expect(after).toHaveLength(1);
    expect(both).not.toContain(after[0] ?? "");
  });

  test("an impossible roll is refused, with what to do instead", async () => {
    expect(await site().script(["ops/roll", "proxy"], {}, { fails: true })).toContain("Swarm has none");
    expect(await site().script(["ops/roll", "nothing"], {}, { fails: true })).toContain("no such service");
  });
}

async function healthOf(containers: string[]): Promise<string[]> {
  return (await run(["docker", "inspect", "--format", "{{.State.Health.Status}}", ...containers])).split("\n");
}

/** The number of core instances to which the proxy has sent requests. */
async function answeredBy(site: Composed): Promise<number> {
  const containers = await site.containers("core");
  const logs = await Promise.all(containers.map((id) => site.script(["docker", "logs", id])));
  return logs.filter((log) => log.includes('"route":"/api/draws')).length;
}
