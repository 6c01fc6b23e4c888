// The pushes that the gate's own proof, pipeline.integration.ts, has no time for: several at once, and what goes wrong outside.
import { describe, expect, setDefaultTimeout, test } from "bun:test";
import { labIsThere, run } from "../deployment/lab.ts";
import { expectGreen, expectRefused, line, pushes } from "./pushes.ts";

setDefaultTimeout(600_000);

describe.if(await labIsThere())("a push", () => {
  const { site, pushed, underLoad } = pushes();

  test("of a shared package redeploys those that contain it", async () => {
    const before = await site().containers();
    expectGreen(await underLoad("a line in sealing", { "sealing/index.ts": line }));
    const after = await site().containers();
    const moved = Object.keys(after).filter((service) => after[service] !== before[service]);
    expect(moved.sort()).toEqual(["random-a", "random-b"]);
  });

  test("whose way to the site breaks before the deployment changes nothing there", async () => {
    const { receiver, settings } = site();
    receiver.before = (script) => {
      if (script === "ci/stages/deploy") settings.DOCKER_HOST = "tcp://127.0.0.1:1";
    };
    const build = () => pushed({ "random-b/main.ts": line });
    await expectRefused(site(), build, "Deploy", "does not answer\ndeploy: nothing was changed");
    receiver.before = () => {};
    delete settings.DOCKER_HOST;
  });

  test("while somebody else deploys is told who, since when and why", async () => {
    const { settings } = site();
    const lock = (...words: string[]) => run(["ci/lock", ...words], { ...settings, BUILD_URL: "Grace" });
    await lock("take", "fairhat-pipeline", "a mend by hand");
    // Nothing of random-b is in this one: that the build before it did not come to its end is not forgotten.
    const build = () => pushed({ "docs/architecture.md": line });
    await expectRefused(site(), build, "Deploy", "held by Grace since");
    expect(await lock("show", "fairhat-pipeline")).toContain("a mend by hand");
    await lock("free", "fairhat-pipeline");
  });

  test("and another at once end at the second", async () => {
    const build = await underLoad("two pushes", { "random-b/main.ts": line }, { "random-b/main.ts": line });
    expectGreen(build);
    expect(build.commit).toBe(build.commits[1] ?? "");
    expect(await site().running()).toContain(`random-b ${build.commits[1]} 1`);
  });

  test("whose registry is missing stops before anything is deployed", async () => {
    await run(["docker", "stop", "--time", "1", "fairhat-pipeline-registry"]);
    const build = () => pushed({ "random-b/main.ts": line });
    await expectRefused(site(), build, "Push", "Nothing was deployed");
  });
});
