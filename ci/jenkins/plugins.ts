// What the update center of Jenkins publishes about each pinned plugin: the core and the plugins that it requires.
// plugins.jsonl is the update center of 21 August 2026, 23:40 UTC, in the copy of a mirror (github.com/zhcode66/
// jenkins-update-center-cn, commit 944dd530), which changes download addresses and no requirements; matrix-project is of the day
// before. workflow-job, pinned to an older version than the newest, is from its pom.xml and bom 5353.v3dec76e40169.
import { readFileSync } from "node:fs";
import { join } from "node:path";

export interface Plugin {
  name: string;
  version: string;
  requiredCore: string;
  /** Plugins that must be there, and the least version of each. */
  dependencies?: Record<string, string>;
  /** The least version of plugins that may be missing. */
  optionalDependencies?: Record<string, string>;
}

const root = join(import.meta.dir, "../..");

/** `name:version` a line, as jenkins-plugin-cli reads it. */
export function readPins(): Map<string, string> {
  const lines = readFileSync(join(root, "infra/jenkins/plugins.txt"), "utf8").split("\n");
  const pins = lines.map((line) => line.replace(/#.*/, "").trim()).filter((line) => line !== "");
  return new Map(pins.map((pin) => pin.split(":") as [string, string]));
}

export function readMetadata(): Plugin[] {
  const lines = readFileSync(join(root, "ci/jenkins/plugins.jsonl"), "utf8").trim().split("\n");
  return lines.map((line) => JSON.parse(line));
}

/** What keeps these plugins from starting together on a core, a sentence each. */
export function conflicts(plugins: readonly Plugin[], core: string): string[] {
  const versions = new Map(plugins.map(({ name, version }) => [name, version]));
  const unmet = (name: string, required: string, optional: boolean) => {
    const version = versions.get(name);
    return version === undefined ? !optional : isOlder(version, required);
  };
  return plugins.flatMap(({ name, requiredCore, dependencies = {}, optionalDependencies = {} }) => [
    ...(isOlder(core, requiredCore) ? [`${name} requires Jenkins ${requiredCore}`] : []),
    ...[dependencies, optionalDependencies].flatMap((required, optional) =>
      Object.entries(required)
        .filter(([other, version]) => unmet(other, version, optional === 1))
        .map(([other, version]) => `${name} requires ${other} ${version}`),
    ),
  ]);
}

/** The numbers decide; a hash after them (`1511.v2e3cb_0008ef0`) only names the commit. */
function isOlder(version: string, required: string): boolean {
  const numbers = (text: string) =>
    text
      .replace(/[.-]v.*/, "")
      .split(/[.-]/)
      .map(Number);
  const [have, need] = [numbers(version), numbers(required)];
  for (let at = 0; at < Math.max(have.length, need.length); at++) {
    const difference = (have[at] ?? 0) - (need[at] ?? 0);
    if (difference !== 0) return difference < 0;
  }
  return false;
}
