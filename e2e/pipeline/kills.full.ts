// Builds lost in the middle of a stage, as when their machine fails: the site ends in a good state without them, and
// the next build is green without manual help.
import { afterEach, describe, expect, setDefaultTimeout, test } from "bun:test";
import { labIsThere, run } from "../deployment/lab.ts";
import { expectGreen, line, pushes } from "./pushes.ts";

setDefaultTimeout(600_000);

const WORDS = { "docs/architecture.md": line };
const acceptance = () => run(["docker", "ps", "--quiet", "--filter", "name=fairhat-acceptance"]);

describe.if(await labIsThere())("a build that is lost", () => {
  const { site, pushed, lost } = pushes();

  /** Nothing is pending, and nothing is left behind. */
  afterEach(async () => {
    const { said } = await pushed(WORDS);
    expect(said).toContain("nothing to deploy");
    expect(await acceptance()).toBe("");
  });

  test("before it deploys changes nothing, and the next one deploys its change", async () => {
    const before = await site().running();
    const { commit } = await lost({ "random-b/main.ts": line }, { script: "ci/stages/changed", when: () => true });
    await lost(WORDS, { script: "ci/stages/images", when: () => true });
    await lost(WORDS, { script: "ci/stages/acceptance", when: async () => (await acceptance()) !== "" });
    await lost(WORDS, { script: "ci/stages/push", when: () => true });
    expect(await site().running()).toBe(before);
    const next = await pushed(WORDS);
    expectGreen(next);
    expect(await site().running()).toContain(`random-b ${next.commit} 1`);
    expect(next.commit).not.toBe(commit);
  });

  test("before the site has begun changes nothing, and the next one deploys its change", async () => {
    const { commit } = await lost({ "random-b/main.ts": line }, { script: "ci/stages/deploy", when: () => true });
    expect(await site().running()).not.toContain(commit);
    const next = await pushed(WORDS);
    expectGreen(next);
    expect(await site().running()).toContain(`random-b ${next.commit} 1`);
  });

  test.each(["migrating", "replacing random-a", "roll random-a: stopping", "roll random-b: starting"])(
    "while it says %j is live, and the next one has nothing to do",
    async (moment) => {
      const when = (said: string) => said.includes(moment);
      const { commit } = await lost({ "packages/sealing/migrations.ts": line }, { script: "ci/stages/deploy", when });
      const running = await site().running();
      expect(running.split("\n").filter((one) => one.includes(commit))).toHaveLength(2);
      const next = await pushed(WORDS);
      expectGreen(next);
      expect(next.said).toContain("nothing to deploy");
      expect(await site().running()).toBe(running);
    },
  );

  test("while it tests the site from outside is live", async () => {
    const { commit } = await lost({ "rules/main.ts": line }, { script: "ci/stages/smoke", when: () => true });
    expect(await site().running()).toContain(`rules ${commit} 1`);
    expectGreen(await pushed(WORDS));
  });

  test("while it deploys a broken service is rolled back, and the next one fixes it", async () => {
    const before = await site().running();
    let good = "";
    const broken = (text: string) => {
      good = text;
      return `if (process.env.OPERATOR) throw new Error("broken on purpose");\n${text}`;
    };
    const when = (said: string) => said.includes("roll random-b: starting");
    await lost({ "random-a/main.ts": line, "random-b/main.ts": broken }, { script: "ci/stages/deploy", when });
    expect(await site().running()).toBe(before);
    expectGreen(await pushed({ "random-b/main.ts": () => good }));
  });

  test("while it rolls back has rolled back, and the next one deploys again", async () => {
    const before = await site().running();
    const { receiver, settings, url } = site();
    receiver.before = (script) => {
      settings.FAIRHAT_URL = script === "ci/stages/smoke" ? "http://127.0.0.1:1" : url;
    };
    const when = (said: string) => said.includes("replacing random-b");
    await lost({ "random-b/main.ts": line }, { script: "ci/stages/rollback", when });
    receiver.before = () => {};
    expect(await site().running()).toBe(before);
    const next = await pushed(WORDS);
    expectGreen(next);
    expect(await site().running()).toContain(`random-b ${next.commit} 1`);
  });
});
