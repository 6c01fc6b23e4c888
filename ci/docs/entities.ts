// Tables and keys, read from a migrated in-memory database.
import { migrations as coreMigrations } from "../../core/db/migrations.ts";
import { SCHEMA } from "../../core/db/schema.ts";
import { migrate } from "../../packages/runtime/index.ts";
import { migrations as sealingMigrations } from "../../packages/sealing/migrations.ts";
import { schemaOf } from "../../packages/sealing/start.ts";
import { memoryDatabase } from "../../packages/sealing/testing.ts";
import { randomA } from "../../random-a/index.ts";
import { randomB } from "../../random-b/index.ts";
import { readTables, type Table } from "./catalog.ts";
import { code, mermaid, table } from "./parts.ts";

/** Each schema with its service; rules has none. */
const OWNED = [
  { service: "core", schema: SCHEMA, migrations: coreMigrations },
  ...[randomA, randomB].map((random) => {
    const schema = schemaOf(random);
    return { service: random.service, schema, migrations: sealingMigrations(schema) };
  }),
];

interface Same {
  /** table.column, twice. */
  one: string;
  other: string;
  many: boolean;
}

/** Columns of a random service with the same meaning but no foreign key. */
const SAME: Same[] = [
  { one: "seal.draw", other: "secret.draw", many: false },
  { one: "key.key", other: "seal.key", many: true },
  { one: "key.key", other: "living_key.key", many: false },
];

export interface Entities {
  /** The tables of core, and of a random service: both have the same. */
  core: Table[];
  sealing: Table[];
}

/** Migrates an in-memory database and reads it. */
export async function readEntities(): Promise<Entities> {
  const db = await memoryDatabase();
  try {
    for (const { schema, migrations } of OWNED) await migrate(db, schema, migrations);
    const [core = [], sealing = [], other = []] = await Promise.all(OWNED.map(({ schema }) => readTables(db, schema)));
    if (!Bun.deepEquals(sealing, other)) throw new Error("the schemas of the random services differ");
    return { core, sealing };
  } finally {
    await db.destroy();
  }
}

export function schemasTable({ core, sealing }: Entities): string {
  const rows = OWNED.map(({ service, schema, migrations }) => [
    code(schema),
    service,
    (service === "core" ? core : sealing).map(({ name }) => code(name)).join(", "),
    Object.keys(migrations).map(code).join(", "),
  ]);
  return table(["schema", "belongs to", "tables", "migrations that it has had"], [...rows, ["none", "rules", "", ""]]);
}

export function corePicture({ core }: Entities): string {
  return picture(core, []);
}

export function sealingPicture({ sealing }: Entities): string {
  return picture(sealing, SAME);
}

function picture(tables: Table[], same: Same[]): string {
  return mermaid(
    "erDiagram",
    ...tables.flatMap(entity),
    ...tables.flatMap(foreignKeys),
    ...same.map((columns) => sameColumns(tables, columns)),
  );
}

function entity({ name, columns }: Table): string[] {
  const lines = columns.map(({ name, type, nullable, primary, references }) => {
    const keys = [...(primary ? ["PK"] : []), ...(references ? ["FK"] : [])].join(", ");
    return `    ${type} ${name} ${keys} ${nullable ? '"may be null"' : ""}`.trimEnd();
  });
  return [`  ${name} {`, ...lines, "  }"];
}

function foreignKeys({ name, columns }: Table): string[] {
  return columns.flatMap((column) =>
    column.references ? `  ${column.references} ${column.nullable ? "|o" : "||"}--o{ ${name} : "${column.name}"` : [],
  );
}

function sameColumns(tables: Table[], { one, other, many }: Same): string {
  for (const named of [one, other]) {
    const found = tables.some(({ name, columns }) => columns.some((column) => `${name}.${column.name}` === named));
    if (!found) throw new Error(`the migrated database has no ${named}`);
  }
  const [parent] = one.split(".");
  const [child, column] = other.split(".");
  return `  ${parent} ||..o${many ? "{" : "|"} ${child} : "same ${column}"`;
}
