// What the proofs of pushes share: a site that a first push makes, and pushes to it under load.
import { afterAll, beforeAll, expect, test } from "bun:test";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readStages } from "../../ci/jenkinsfile/stages.ts";
import { root, run } from "../deployment/lab.ts";
import { expectHolding, type Load, startLoad } from "../deployment/load.ts";
import { type Delivered, delivered } from "./site.ts";
import type { Build, Kill } from "./stages.ts";

type Change = Record<string, (text: string) => string>;

/** A change of a file that changes nothing of what it does. */
export const line = (text: string) => `${text}\n// one line\n`;

export interface Pushes {
  site(): Delivered;
  /** Pushes a change whose build is lost in that script; waits until the site has ended what was begun, and expects it to be whole. */
  lost(change: Change, kill: Kill): Promise<Build>;
  /** Pushes a change; answers the build that it ended in. */
  pushed(change: Change): Promise<Build>;
  /** The same of several changes, each a push, and expects that a load on the site noticed nothing of the deployments. */
  underLoad(name: string, ...changes: Change[]): Promise<Build & { commits: string[] }>;
}

export function expectGreen(build: Build): void {
  expect(build.red === null ? null : build.said.slice(-3_000)).toBeNull();
}

/** Expects a build that is red at a stage, that says so, and that nothing moved on the site. */
export async function expectRefused(site: Delivered, build: () => Promise<Build>, stage: string, sentence: string) {
  const before = await site.containers();
  const { red, said } = await build();
  expect({ red, said }).toEqual({ red: stage, said: expect.stringContaining(sentence) });
  expect(await site.containers()).toEqual(before);
  expect((await fetch(site.url)).status).toBe(200);
}

/** Registers the site, and the first test: the push that makes it. */
export function pushes(): Pushes {
  let site: Delivered;
  beforeAll(async () => {
    site = await delivered();
  });
  afterAll(() => site?.down());

  const built = async () => {
    await site.receiver.idle();
    const last = site.receiver.builds.at(-1);
    if (!last) throw new Error("nothing was built");
    return last;
  };
  const pushed = async (change: Change) => {
    expect((await site.repository.push(change)).answer).toContain("heard");
    return built();
  };

  test("the first makes the site, and runs every stage of the Jenkinsfile", async () => {
    const first = await pushed({});
    expectGreen(first);
    const stages = readStages(readFileSync(join(root, "Jenkinsfile"), "utf8"));
    expect(stages.flatMap(({ scripts }) => scripts).filter((script) => !first.ran.includes(script))).toEqual([]);
    expect((await site.running()).split("\n").filter((one) => one.includes(first.commit))).toHaveLength(5);
  });
  const lost = async (change: Change, kill: Kill) => {
    site.receiver.kill = kill;
    const build = await pushed(change).finally(() => {
      site.receiver.kill = null;
    });
    expect(build.lost).toBe(kill.script);
    await site.settled();
    await expectWhole(site);
    return build;
  };
  return { site: () => site, pushed, lost, underLoad: (name, ...changes) => underLoad(site, built, name, changes) };
}

/** Expects one healthy instance of each service, and a draw. */
async function expectWhole(site: Delivered): Promise<void> {
  const instances = (await site.running()).split("\n").map((line) => line.replace(/ [0-9a-f]{40} /, " "));
  expect(instances).toEqual(["core 1", "proxy 1", "random-a 1", "random-b 1", "rules 1"]);
  expect(await run(["ci/draw", crypto.randomUUID(), site.url])).toContain("holds");
}

const NO_CONNECTION = /: (ECONN(RESET|REFUSED)|Unable to connect|The socket connection was closed)/;

/** The load begins with the first deployment: images are built on the machine that carries the site, and what that takes is another matter. */
async function underLoad(site: Delivered, built: () => Promise<Build>, name: string, changes: Change[]) {
  let load: Load | undefined;
  site.receiver.before = (script) => {
    if (script === "ci/stages/deploy") load ??= startLoad(site.url, name);
  };
  const commits: string[] = [];
  for (const change of changes) commits.push((await site.repository.push(change)).commit);
  const last = await built();
  site.receiver.before = () => {};
  if (!load) throw new Error(`no deployment: ${last.said.slice(-3_000)}`);
  const { failed, draws } = await load.stop();
  // The one proxy of a Compose site holds the port, so the old one goes before the new one comes. No answer is wrong meanwhile.
  const gap = last.said.includes("deploy-compose: replacing proxy") ? NO_CONNECTION : null;
  expect(failed.filter((why) => !gap?.test(why))).toEqual([]);
  expect(draws.length).toBeGreaterThan(10);
  await expectHolding(draws, site.url);
  return { ...last, commits };
}
