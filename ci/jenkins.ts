// Regenerates ci/jenkins/plugins.jsonl after a change of infra/jenkins/plugins.txt:
//   bun ci/jenkins.ts update-center.actual.json >plugins.jsonl
// The input is https://updates.jenkins.io/update-center.actual.json, with the newest version of each plugin. Known
// entries of plugins.jsonl are kept; a version in neither is reported, and its metadata must be taken from its
// manifest.
import { readFileSync } from "node:fs";
import { type Plugin, readMetadata, readPins } from "./jenkins/plugins.ts";

interface Published {
  version: string;
  requiredCore: string;
  dependencies: { name: string; version: string; optional: boolean }[];
}

const [, , file = ""] = process.argv;
const { plugins } = JSON.parse(readFileSync(file, "utf8")) as { plugins: Record<string, Published> };
const known = readMetadata();

function metadataOf(name: string, version: string): Plugin | undefined {
  const published = plugins[name];
  if (published?.version !== version) return known.find((one) => one.name === name && one.version === version);
  const required = (optional: boolean) => {
    const found = published.dependencies.filter((one) => one.optional === optional);
    return found.length > 0 ? Object.fromEntries(found.map((one) => [one.name, one.version]).sort()) : undefined;
  };
  const { requiredCore } = published;
  return { name, version, requiredCore, dependencies: required(false), optionalDependencies: required(true) };
}

for (const [name, version] of readPins()) {
  const metadata = metadataOf(name, version);
  if (metadata) process.stdout.write(`${JSON.stringify(metadata)}\n`);
  else console.error(`${name}:${version} is not in ${file}`);
}
