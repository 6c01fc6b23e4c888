// What a seal lacks for its next step after a restore or a key's retirement.
import type { Keys } from "./keys.ts";
import type { Sealing } from "./sealing.ts";
import type { Held } from "./steps.ts";
import { readSeals, type SealRow } from "./store.ts";

/** Like readSeals, but first learns the seals' keys that this process does not know yet. */
export async function readSealsAndKeys(
  { db, keys }: Pick<Sealing, "db" | "keys">,
  draws: string[],
): Promise<Map<string, SealRow>> {
  const rows = await readSeals(db, draws);
  if (rows.values().some(({ key, key_lives }) => key_lives && !keys.of(key))) await keys.learn();
  return rows;
}

export function missingFor(row: SealRow, keys: Keys): Held["lacks"] {
  if (!row.key_lives || !keys.of(row.key)) return "key";
  return row.has_secret ? null : "secret";
}
