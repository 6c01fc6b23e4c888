// Every generated part of the documents, by name.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { corePicture, readEntities, schemasTable, sealingPicture } from "./entities.ts";
import { networkPicture, networksTable, readCompose } from "./network.ts";
import { packagesPicture } from "./packages.ts";

const root = join(import.meta.dir, "../..");

export async function makePictures(): Promise<Map<string, string>> {
  const entities = await readEntities();
  const compose = readCompose(readFileSync(join(root, "compose.yml"), "utf8"));
  return new Map([
    ["entities-core", corePicture(entities)],
    ["entities-random", sealingPicture(entities)],
    ["schemas", schemasTable(entities)],
    ["network", networkPicture(compose)],
    ["networks", networksTable(compose)],
    ["packages", packagesPicture()],
  ]);
}
