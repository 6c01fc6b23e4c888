// Every part of the documents that is made from the code, by its name.
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readStages } from "../jenkinsfile/stages.ts";
import { corePicture, readEntities, schemasTable, sealingPicture } from "./entities.ts";
import { importsPicture } from "./imports.ts";
import { type Firewall, firewallTable, type Inventory, machinesPicture, openTable, type Play } from "./machines.ts";
import { networkPicture, networksTable, readCompose, servicesTable } from "./network.ts";
import { type AnsibleTask, refusalsTable } from "./refusals.ts";
import { secretFiles } from "./secrets.ts";
import { readSettings, settingsTable } from "./settings.ts";
import { stagesPicture, stagesTable } from "./stages.ts";
import { drawPicture, drawTable, sealPicture, sealTable } from "./states.ts";

const root = join(import.meta.dir, "../..");
const FIREWALL = "infra/ansible/roles/firewall";
const TASKS = ["infra/ansible/*.yml", "infra/ansible/roles/*/tasks/*.yml"];
const PLAYBOOKS = ["site", "operator", "jenkins"].map((name) => `infra/ansible/${name}.yml`);

const read = (file: string) => readFileSync(join(root, file), "utf8");
const tasks = () => TASKS.flatMap((pattern) => globSync(pattern, { cwd: root }).sort());
const readYaml = <T>(file: string) => Bun.YAML.parse(read(file)) as T;

export async function makePictures(): Promise<Map<string, string>> {
  const entities = await readEntities();
  const compose = readCompose(read("compose.yml"));
  const stages = readStages(read("Jenkinsfile"));
  const firewall = readYaml<Firewall>(`${FIREWALL}/defaults/main.yml`);
  const three = readYaml<Inventory>("infra/ansible/inventories/three.yml");
  return new Map([
    ["entities-core", corePicture(entities)],
    ["entities-random", sealingPicture(entities)],
    ["schemas", schemasTable(entities)],
    ["states-draw", drawPicture(entities.transitions)],
    ["steps-draw", drawTable()],
    ["states-seal", sealPicture()],
    ["steps-seal", sealTable()],
    ["network", networkPicture(compose)],
    ["networks", networksTable(compose)],
    ["services", servicesTable(compose, secretFiles())],
    ["settings", settingsTable(await readSettings(), compose)],
    ["machines", machinesPicture(three, firewall)],
    ["open-ports", openTable(new Map(PLAYBOOKS.map((path) => [path, readYaml<Play[]>(path)])), firewall)],
    ["firewall", firewallTable(read(`${FIREWALL}/templates/firewall.nft.j2`), firewall)],
    ["refusals", refusalsTable(new Map(tasks().map((path) => [path, readYaml<AnsibleTask[]>(path)])))],
    ["stages", stagesPicture(stages)],
    ["stages-table", stagesTable(stages)],
    ["imports", await importsPicture()],
  ]);
}
