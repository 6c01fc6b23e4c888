// Pushes that pipeline.integration.ts, in the gate, has no time for: concurrent ones and external failures.
import { describe, expect, setDefaultTimeout, test } from "bun:test";
import { join } from "node:path";
import { labIsThere, root, run } from "../deployment/lab.ts";
import { expectGreen, expectRefused, line, pushes } from "./pushes.ts";

setDefaultTimeout(600_000);

describe.if(await labIsThere())("a push", () => {
  const { site, pushed, underLoad } = pushes();

  const ALL = ["core", "proxy", "random-a", "random-b", "rules"];
  test.each([
    ["core/app.ts", ["core"]],
    ["random-a/main.ts", ["random-a"]],
    ["rules/main.ts", ["rules"]],
    ["proxy/nginx.conf", ["proxy"]],
    ["packages/sealing/index.ts", ["random-a", "random-b"]],
    ["packages/protocol/canonical.ts", ALL],
    ["packages/protocol/keystream.ts", ["core", "proxy", "rules"]],
  ])("of a line in %s redeploys %j and nothing else, as planned", async (file, services) => {
    const before = await site().containers();
    const comment = (text: string) => (file.endsWith(".conf") ? `${text}\n# one line\n` : line(text));
    const build = await underLoad(`a line in ${file}`, { [file]: comment });
    expectGreen(build);
    const planned = [...build.said.matchAll(/^(\S+) +build +(\S+)$/gm)].map(([, service, reason]) => [service, reason]);
    expect(planned.sort()).toEqual(services.map((service) => [service, file]));
    const after = await site().containers();
    expect(
      Object.keys(after)
        .filter((service) => after[service] !== before[service])
        .sort(),
    ).toEqual(services);
  });

  test("of words makes the same images, digest and all", async () => {
    const { folder, commit } = site().repository.work;
    const idsOf = async (revision: string) => {
      const images = [...ALL, "migrations"].map((service) => `fairhat/${service}:${revision}`);
      await run([join(folder, "ops/images"), revision], { FAIRHAT_REGISTRY: "" });
      return run(["docker", "image", "inspect", "--format", "{{.Id}}", ...images]);
    };
    const before = await idsOf(await commit());
    expect(await idsOf(await commit())).toBe(before);
  });

  test("that loses its connection to the site before the deployment changes nothing there", async () => {
    const { receiver, settings } = site();
    receiver.before = (script) => {
      if (script === "ci/stages/deploy") settings.DOCKER_HOST = "tcp://127.0.0.1:1";
    };
    const build = () => pushed({ "random-b/main.ts": line });
    await expectRefused(site(), build, "Deploy", "does not answer\ndeploy: nothing was changed");
    receiver.before = () => {};
    delete settings.DOCKER_HOST;
  });

  test("during another deployment waits, and shows its owner, start and reason", async () => {
    const state = join(site().settings.FAIRHAT_NOTES ?? "", "fairhat-pipeline");
    const env = { ...process.env, FAIRHAT_STATE: state, FAIRHAT_BY: "Grace" };
    const mend = Bun.spawn(["ops/release", "--hold", "sleep", "600"], { cwd: root, env });
    site().receiver.kill = {
      script: "ci/stages/changed",
      when: (said) => {
        if (said.includes("waiting for release held by Grace: sleep 600, since")) mend.kill();
        return false;
      },
    };
    // This push does not touch random-b, but the unfinished build before it is not forgotten.
    const build = await pushed({ "docs/architecture.md": line });
    site().receiver.kill = null;
    expectGreen(build);
    expect([mend.signalCode, build.said]).toEqual(["SIGTERM", expect.stringContaining("random-b   build")]);
  });

  test("and a second one at the same time end at the second", async () => {
    const build = await underLoad("two pushes", { "random-b/main.ts": line }, { "random-b/main.ts": line });
    expectGreen(build);
    expect(build.commit).toBe(build.commits[1] ?? "");
    expect(await site().running()).toContain(`random-b ${build.commits[1]} 1`);
  });

  test("with a missing registry stops before anything is deployed", async () => {
    await run(["docker", "stop", "--time", "1", "fairhat-pipeline-registry"]);
    const build = () => pushed({ "random-b/main.ts": line });
    await expectRefused(site(), build, "Push", "Nothing was deployed");
  });
});
