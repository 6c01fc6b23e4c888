// Migrates a database while services of this version or the one before use it.
import { SQL } from "bun";
import { assertNotNewer, BadSettings, connect, messageOf, migrate } from "../../packages/runtime/index.ts";
import {
  grantStatement,
  objectsOfOtherOwners,
  ownerOf,
  type Runtime,
  roleStatements,
  transferStatement,
} from "./roles.ts";
import { SCHEMAS } from "./schemas.ts";

const DATABASE = "fairhat";
// A statement that waits for a table lock blocks every statement behind it, so it gives up soon and retries.
const LOCK_TIMEOUT = "1s";
const LOCK_TRIES = 60;
const LOCK_NOT_AVAILABLE = "55P03";

/** Creates the roles and their schemas. Throws BadSettings without the statements, which contain passwords. */
export async function createRoles(superuser: string, runtimes: Runtime[]): Promise<void> {
  await using sql = new SQL(superuser, { max: 1 });
  try {
    for (const statement of roleStatements(DATABASE, runtimes)) await sql.unsafe(statement);
  } catch (error) {
    throw new BadSettings([`PostgreSQL refused: ${messageOf(error)}`]);
  }
}

/**
 * Gives each schema to its owner role, migrates it as that role, and grants the service's privileges. Safe to repeat.
 */
export async function migrateSchemas(superuser: string, report: (text: string) => void): Promise<void> {
  await using sql = new SQL(superuser, { max: 1 });
  await sql.unsafe(`set lock_timeout = '${LOCK_TIMEOUT}'`);
  for (const [role, { migrations, privileges }] of Object.entries(SCHEMAS)) {
    const misowned: { kind: string; name: string }[] = await sql.unsafe(objectsOfOtherOwners(role));
    for (const object of misowned)
      await retryOnLockTimeout(() => sql.unsafe(transferStatement(role, object, privileges)));
    const db = connect<unknown>(withRole(superuser, ownerOf(role)), 1);
    assertNotNewer(role, await migrate(db, role, migrations).finally(() => db.destroy()));
    await sql.unsafe(grantStatement(role, privileges));
    report(`schema ${role}: up to date`);
  }
}

function withRole(superuser: string, role: string): string {
  const url = new URL(superuser);
  url.searchParams.set("options", `-c role=${role}`);
  return url.href;
}

async function retryOnLockTimeout(change: () => Promise<unknown>): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      await change();
      return;
    } catch (error) {
      const isBusy = error instanceof SQL.PostgresError && error.errno === LOCK_NOT_AVAILABLE;
      if (!isBusy || tries === LOCK_TRIES) throw error;
    }
  }
}
