// One-shot job before services start or are updated: roles, schemas, migrations. Safe to repeat.
//   bun ops/database/main.ts                     on the database that its secrets name
//   bun ops/database/main.ts restored DATABASE   on a restored one, from inside its machine, where the roles exist
import { BadSettings, run, Settings } from "../../packages/runtime/index.ts";
import { createRoles, migrateSchemas } from "./prepare.ts";
import { type Runtime, runtimeOf } from "./roles.ts";
import { SCHEMAS } from "./schemas.ts";

/** Written by ops/secrets; paths inside the container. */
const SECRETS = {
  SUPERUSER_URL_FILE: "/run/secrets/superuser-url",
  CORE_URL_FILE: "/run/secrets/core-url",
  RANDOM_A_URL_FILE: "/run/secrets/random-a-url",
  RANDOM_B_URL_FILE: "/run/secrets/random-b-url",
};
const RESTORED = /^[a-z_]{1,32}$/;

async function prepare(): Promise<void> {
  const settings = new Settings({ ...SECRETS, ...process.env });
  const superuser = settings.secretFile("SUPERUSER_URL_FILE");
  const urls = Object.keys(SCHEMAS).map((role) => settings.secretFile(`${role.toUpperCase()}_URL_FILE`));
  settings.check();
  const runtimes = urls.map(runtimeOf).filter((runtime): runtime is Runtime => runtime !== null);
  if (runtimes.length < urls.length) throw new BadSettings(["a *_URL_FILE holds no URL as ops/secrets writes them"]);
  await createRoles(superuser, runtimes);
  await migrateSchemas(superuser, console.error);
}

/** PostgreSQL's container trusts every connection from its loopback. */
async function prepareRestored(database = ""): Promise<void> {
  if (!RESTORED.test(database)) throw new BadSettings(["restored needs the name of a database"]);
  await migrateSchemas(`postgres://postgres@127.0.0.1:5432/${database}`, console.error);
}

const [command, database] = process.argv.slice(2);
await run(() => (command === "restored" ? prepareRestored(database) : prepare()).then(() => process.exit(0)));
