// The one-shot that runs before services start or are updated: roles, schemas, migrations. Safe to repeat.
import { SQL } from "bun";
import { migrations as coreMigrations } from "../core/db/migrations.ts";
import { migrations as sealingMigrations } from "../sealing/migrations.ts";
import { BadSettings, connect, migrate, refuseLater, run, Settings } from "../service/index.ts";
import { type Owner, ownerOf, statements } from "./roles.ts";

const SCHEMAS = {
  core: coreMigrations,
  random_a: sealingMigrations("random_a"),
  random_b: sealingMigrations("random_b"),
};

/** As ci/secrets makes them, and as the container finds them. */
const SECRETS = {
  SUPERUSER_URL_FILE: "/run/secrets/superuser-url",
  CORE_URL_FILE: "/run/secrets/core-url",
  RANDOM_A_URL_FILE: "/run/secrets/random-a-url",
  RANDOM_B_URL_FILE: "/run/secrets/random-b-url",
};

async function prepare(): Promise<void> {
  const settings = new Settings({ ...SECRETS, ...process.env });
  const superuser = settings.secretFile("SUPERUSER_URL_FILE");
  const urls = Object.keys(SCHEMAS).map((role) => settings.secretFile(`${role.toUpperCase()}_URL_FILE`));
  settings.check();
  const owners = urls.map(ownerOf).filter((owner): owner is Owner => owner !== null);
  if (owners.length < urls.length) throw new BadSettings(["a *_URL_FILE holds no URL as ci/secrets writes them"]);
  await makeRoles(superuser, owners);
  for (const [at, [schema, migrations]] of Object.entries(SCHEMAS).entries()) {
    const db = connect<unknown>(urls[at] ?? "", 1);
    const later = await migrate(db, schema, migrations).finally(() => db.destroy());
    refuseLater(schema, later);
    console.error(`schema ${schema}: up to date`);
  }
}

async function makeRoles(superuser: string, owners: Owner[]): Promise<void> {
  const database = new SQL(superuser, { max: 1 });
  try {
    for (const statement of statements("fairhat", owners)) await database.unsafe(statement);
  } catch (error) {
    throw new BadSettings([`PostgreSQL refused: ${(error as Error).message}`]);
  } finally {
    await database.close();
  }
}

await run(() => prepare().then(() => process.exit(0)));
