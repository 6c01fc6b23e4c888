// Fills the database with copies of one draw, each with a new id and time.
import { SQL } from "bun";
import { send } from "./load.ts";
import type { Stack } from "./stack.ts";

const TABLES = ["core.draw", "core.entries", "random_a.seal", "random_a.secret", "random_b.seal", "random_b.secret"];

/** New values for the copied draw's columns; `n` counts the copies. */
const CHANGED: Record<string, string> = {
  id: "md5('stored ' || n)",
  draw: "md5('stored ' || n)",
  created_at: `to_char(timestamp '2026-01-01' + n * interval '1 second', 'YYYY-MM-DD"T"HH24:MI:SS.000"Z"')`,
};

/** Stores the draws numbered `from` + 1 to `to`, all of them listed. */
export async function storeDraws({ url, database }: Stack, from: number, to: number): Promise<void> {
  const { id } = await makeDraw(url, 6, { listed: true });
  const sql = new SQL(database, { max: 1 });
  await sql.unsafe("set session_replication_role = replica"); // skip triggers: the original already passed them
  for (const table of TABLES) {
    const columns = await columnsOf(sql, table);
    const values = columns.map((name) => CHANGED[name] ?? name);
    const key = columns.includes("id") ? "id" : "draw";
    await sql.unsafe(
      `insert into ${table} (${columns.join(", ")}) select ${values.join(", ")}
       from ${table}, generate_series(${from} + 1, ${to}) n where ${key} = '${id}'`,
    );
    await sql.unsafe(`vacuum analyze ${table}`);
  }
  await sql.unsafe("checkpoint");
  await sql.close();
}

async function columnsOf(sql: SQL, table: string): Promise<string[]> {
  const [schema, name] = table.split(".");
  const rows: { column_name: string }[] = await sql.unsafe(
    `select column_name from information_schema.columns where table_schema = '${schema}' and table_name = '${name}'`,
  );
  return rows.map((row) => row.column_name);
}

/** The request that makes a draw of `entries` entries in one step. */
export function drawRequest(url: string, entries: number, changes: object = {}) {
  const names = Array.from({ length: entries }, (_, at) => `Entrant number ${at}`);
  const body = { title: "Bench", rule: "winners/1", params: { winners: 3 }, entries: names, draw: "now", ...changes };
  const headers = { "content-type": "application/json" };
  return { url: `${url}/api/draws`, method: "POST", headers, body: JSON.stringify(body), status: 201 };
}

export async function makeDraw(
  url: string,
  entries: number,
  changes: object = {},
): Promise<{ id: string; manageKey: string }> {
  const answer = await send(drawRequest(url, entries, changes));
  return JSON.parse(new TextDecoder().decode(answer));
}
