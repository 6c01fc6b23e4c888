// Fixture for push tests: a site made by a first push, and pushes to it under load.
import { afterAll, beforeAll, expect, test } from "bun:test";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readStages } from "../../ci/jenkinsfile/stages.ts";
import { root, run } from "../deployment/lab.ts";
import { expectHolding, type Load, startLoad } from "../deployment/load.ts";
import { type Delivered, delivered } from "./site.ts";
import type { Build, Kill } from "./stages.ts";

type Change = Record<string, (text: string) => string>;

/** A change of a file without effect. */
export const line = (text: string) => `${text}\n// one line\n`;

export interface Pushes {
  site(): Delivered;
  /** Pushes a change whose build is killed in that script; waits until the site is done, and expects it to be whole. */
  lost(change: Change, kill: Kill): Promise<Build>;
  /** Pushes a change; returns its final build. */
  pushed(change: Change): Promise<Build>;
  /** The same for several changes, one push each, expecting that a load on the site notices nothing. */
  underLoad(name: string, ...changes: Change[]): Promise<Build & { commits: string[] }>;
}

export function expectGreen(build: Build): void {
  expect(build.red === null ? null : build.said.slice(-3_000)).toBeNull();
}

/** Expects a build that fails at a stage with a message, and a site without changes. */
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
  expect(await run(["ops/draw", crypto.randomUUID(), site.url])).toContain("holds");
}

const NO_CONNECTION = /: (ECONN(RESET|REFUSED)|Unable to connect|The socket connection was closed)/;

/** The load starts with the first deployment, because images are built on the site's machine. */
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
  // The single proxy of a Compose site owns the port, so there is a short gap. No answer is wrong meanwhile.
  const gap = last.said.includes("deploy-compose: replacing proxy") ? NO_CONNECTION : null;
  expect(failed.filter((why) => !gap?.test(why))).toEqual([]);
  expect(draws.length).toBeGreaterThan(10);
  await expectHolding(draws, site.url);
  return { ...last, commits };
}
