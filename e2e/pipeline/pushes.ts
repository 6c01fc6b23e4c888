// A push reaches the site, and nothing else moves. This proves the scripts and their order, not Jenkins; see docs/pipeline.md.
// The gate makes the first pushes only; pipeline.full.ts makes all of them.
import { afterAll, beforeAll, expect, test } from "bun:test";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readStages } from "../../ci/jenkinsfile/stages.ts";
import { root, run } from "../deployment/lab.ts";
import { expectHolding, type Load, startLoad } from "../deployment/load.ts";
import { signatureOf } from "./signature.ts";
import { type Delivered, delivered, SECRET } from "./site.ts";
import type { Build } from "./stages.ts";

const line = (text: string) => `${text}\n// one line\n`;

export function testPushes({ full }: { full: boolean }): void {
  let site: Delivered;
  const built = async () => {
    await site.receiver.idle();
    const last = site.receiver.builds.at(-1);
    if (!last) throw new Error("nothing was built");
    return last;
  };
  /**
   * Pushes, and expects that a load on the site noticed nothing of the deployments. It begins with the first of them: here the images
   * are built on the machine that carries the site, and what that takes from it is another matter.
   */
  const pushed = async (name: string, ...pushes: Record<string, (text: string) => string>[]) => {
    let load: Load | undefined;
    site.receiver.before = (script) => {
      if (script === "ci/stages/deploy") load ??= startLoad(site.url, name);
    };
    const commits: string[] = [];
    for (const files of pushes) commits.push((await site.repository.push(files)).commit);
    const last = await built();
    site.receiver.before = () => {};
    const { failed, draws } = (await load?.stop()) ?? {
      failed: [`no deployment: ${last.said.slice(-3_000)}`],
      draws: [],
    };
    expect(failed).toEqual([]);
    expect(draws.length).toBeGreaterThan(10);
    await expectHolding(draws, site.url);
    return { ...last, commits };
  };
  const expectGreen = (build: Build) => expect(build.red === null ? null : build.said.slice(-3_000)).toBeNull();

  beforeAll(async () => {
    site = await delivered();
  });
  afterAll(() => site?.down());

  test("the first makes the site, and runs every stage of the Jenkinsfile", async () => {
    const { answer } = await site.repository.push({});
    expect(answer).toContain("heard");
    const first = await built();
    expectGreen(first);
    const stages = readStages(readFileSync(join(root, "Jenkinsfile"), "utf8"));
    expect(stages.flatMap(({ scripts }) => scripts).filter((script) => !first.ran.includes(script))).toEqual([]);
    expect((await site.running()).split("\n").filter((one) => one.includes(first.commit))).toHaveLength(5);
  });

  test("of one line in random-b redeploys random-b alone", async () => {
    const before = await site.containers();
    const build = await pushed("one line in random-b", { "random-b/main.ts": line });
    expectGreen(build);
    const { "random-b": one, ...others } = await site.containers();
    const { "random-b": other, ...same } = before;
    expect(others).toEqual(same);
    expect(one).not.toBe(other);
    expect(await site.running()).toContain(`random-b ${build.commit} 1`);
  });

  test("of words in docs/ moves nothing", async () => {
    const before = await site.containers();
    await site.repository.push({ "docs/architecture.md": line });
    const build = await built();
    expectGreen(build);
    expect(build.said).toContain("nothing to deploy");
    expect(await site.containers()).toEqual(before);
  });

  // What shows itself on the site alone: acceptance has no operator. random-a is healthy by then, and has to come back.
  test("of a service that does not start is rolled back", async () => {
    const before = await site.running();
    const broken = (text: string) => `if (process.env.OPERATOR) throw new Error("broken on purpose");\n${text}`;
    const good = await Bun.file(join(site.repository.work.folder, "random-b/main.ts")).text();
    const build = await pushed("a broken random-b", { "random-a/main.ts": line, "random-b/main.ts": broken });
    expect(build.red).toBe("Deploy");
    expect(build.said).toContain("rolled back; the site runs");
    expect(await site.running()).toBe(before);
    await Bun.write(join(site.repository.work.folder, "random-b/main.ts"), good);
  });

  test("that nobody signed is refused, and one that is sent again builds nothing", async () => {
    const many = site.receiver.builds.length;
    const body = JSON.stringify({ ref: "refs/heads/main" });
    const send = async (signature: string) => {
      const headers = { "x-github-event": "push", "x-hub-signature-256": signature };
      return (await fetch(site.receiver.url, { method: "POST", headers, body })).status;
    };
    expect(await send(signatureOf("guessed", new TextEncoder().encode(body)))).toBe(403);
    expect(await send(signatureOf(SECRET, new TextEncoder().encode(body)))).toBe(200);
    await site.receiver.idle();
    expect(site.receiver.builds).toHaveLength(many);
  });

  test.if(full)("of a shared package redeploys those that contain it", async () => {
    const before = await site.containers();
    expectGreen(await pushed("a line in sealing", { "sealing/index.ts": line }));
    const after = await site.containers();
    const moved = Object.keys(after).filter((service) => after[service] !== before[service]);
    expect(moved.sort()).toEqual(["random-a", "random-b"]);
  });

  test.if(full)("and another at once end at the second", async () => {
    const build = await pushed("two pushes", { "random-b/main.ts": line }, { "random-b/main.ts": line });
    expectGreen(build);
    expect(build.commit).toBe(build.commits[1] ?? "");
    expect(await site.running()).toContain(`random-b ${build.commits[1]} 1`);
  });

  test.if(full)("whose registry is missing stops before anything is deployed", async () => {
    const before = await site.containers();
    await run(["docker", "stop", "--time", "1", "fairhat-pipeline-registry"]);
    await site.repository.push({ "random-b/main.ts": line });
    const build = await built();
    expect(build.red).toBe("Push");
    expect(build.said).toContain("Nothing was deployed");
    expect(await site.containers()).toEqual(before);
  });
}
