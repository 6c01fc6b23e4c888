// Reads table definitions from PostgreSQL through the SQL standard's views.
import type { Database } from "../../packages/runtime/index.ts";

interface KeyColumn {
  table_schema: string;
  table_name: string;
  column_name: string;
  constraint_schema: string;
  constraint_name: string;
}

type Views = {
  "information_schema.columns": {
    table_schema: string;
    table_name: string;
    column_name: string;
    ordinal_position: number;
    data_type: string;
    is_nullable: "YES" | "NO";
  };
  "information_schema.key_column_usage": KeyColumn;
  "information_schema.constraint_column_usage": KeyColumn;
  "information_schema.table_constraints": {
    constraint_schema: string;
    constraint_name: string;
    constraint_type: string;
  };
  "information_schema.routines": { routine_schema: string; routine_name: string; routine_definition: string };
};

export interface Column {
  name: string;
  type: string;
  nullable: boolean;
  primary: boolean;
  /** The table referenced by a foreign key. */
  references: string | null;
}

export interface Table {
  name: string;
  columns: Column[];
}

/** The tables of a schema by name, without Kysely's migration tables. */
export async function readTables(database: Database<unknown>, schema: string): Promise<Table[]> {
  const db = database.withTables<Views>();
  const columns = await db
    .selectFrom("information_schema.columns")
    .selectAll()
    .where("table_schema", "=", schema)
    .where("table_name", "not like", "kysely%")
    .orderBy("table_name")
    .orderBy("ordinal_position")
    .execute();
  const keys = await readKeys(database, schema);
  const names = [...new Set(columns.map(({ table_name }) => table_name))];
  return names.map((name) => ({
    name,
    columns: columns
      .filter(({ table_name }) => table_name === name)
      .map(({ column_name, data_type, is_nullable }) => {
        const own = keys.filter(({ table, column }) => table === name && column === column_name);
        return {
          name: column_name,
          type: data_type,
          nullable: is_nullable === "YES",
          primary: own.some(({ kind }) => kind === "PRIMARY KEY"),
          references: own.find(({ kind }) => kind === "FOREIGN KEY")?.to ?? null,
        };
      }),
  }));
}

// A primary key is reported as a reference to its own table.
async function readKeys(database: Database<unknown>, schema: string) {
  return database
    .withTables<Views>()
    .selectFrom("information_schema.key_column_usage as used")
    .innerJoin("information_schema.table_constraints as own", (join) =>
      join
        .onRef("own.constraint_name", "=", "used.constraint_name")
        .onRef("own.constraint_schema", "=", "used.constraint_schema"),
    )
    .innerJoin("information_schema.constraint_column_usage as referred", (join) =>
      join
        .onRef("referred.constraint_name", "=", "used.constraint_name")
        .onRef("referred.constraint_schema", "=", "used.constraint_schema"),
    )
    .select(["used.table_name as table", "used.column_name as column", "own.constraint_type as kind"])
    .select("referred.table_name as to")
    .where("used.constraint_schema", "=", schema)
    .execute();
}
