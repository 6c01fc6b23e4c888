import { migrations as coreMigrations } from "../../core/db/migrations.ts";
import { PRIVILEGES as CORE_PRIVILEGES } from "../../core/db/schema.ts";
import { migrations as sealingMigrations } from "../../packages/sealing/migrations.ts";
import { PRIVILEGES as SEALING_PRIVILEGES } from "../../packages/sealing/tables.ts";
import type { Privileges } from "./roles.ts";

interface Schema {
  migrations: typeof coreMigrations;
  privileges: Privileges;
}

// A service only checks that its schema is complete; this job migrates it.
const MIGRATION_TABLES = { kysely_migration: "select", kysely_migration_lock: "select" };

/** The schemas by name, which is also the name of the service's role. */
export const SCHEMAS: Record<"core" | "random_a" | "random_b", Schema> = {
  core: { migrations: coreMigrations, privileges: { ...CORE_PRIVILEGES, ...MIGRATION_TABLES } },
  random_a: randomSchema("random_a"),
  random_b: randomSchema("random_b"),
};

function randomSchema(name: string): Schema {
  return { migrations: sealingMigrations(name), privileges: { ...SEALING_PRIVILEGES, ...MIGRATION_TABLES } };
}
