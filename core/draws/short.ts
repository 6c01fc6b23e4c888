// Short links, to be read from a screen and typed: the first 60 bits of a draw's id in Crockford's base 32, which has no
// letters that look like figures. So many bits cannot be guessed: a draw that is not listed stays hard to find.
import type { Db } from "../db/schema.ts";

const FIGURES = "0123456789abcdefghjkmnpqrstvwxyz";
const BITS = 5; // of a figure
const LENGTH = 12; // figures, in three groups
const HEX = 15; // hex digits of an id
const REST = 17; // hex digits that are left out
const SHORT = new RegExp(`^[${FIGURES}]{${LENGTH}}$`);

/** The short form of a draw's id: 0123-4567-89ab. */
export function shortOf(id: string): string {
  const bits = BigInt(`0x${id.slice(0, HEX)}`);
  const figures = Array.from({ length: LENGTH }, (_, at) => FIGURES[Number((bits >> BigInt(at * BITS)) & 31n)]);
  return (figures.reverse().join("").match(/.{4}/g) ?? []).join("-");
}

/** The id of the draw with this short form, as people type it; undefined if there is none, or more than one. */
export async function idOfShort(db: Db, typed: string): Promise<string | undefined> {
  const figures = typed.toLowerCase().replaceAll("-", "").replaceAll("o", "0").replaceAll(/[il]/g, "1");
  if (!SHORT.test(figures)) return undefined;
  const bits = [...figures].reduce((sum, figure) => (sum << BigInt(BITS)) | BigInt(FIGURES.indexOf(figure)), 0n);
  const start = bits.toString(16).padStart(HEX, "0");
  const found = await db
    .selectFrom("draw")
    .select("id")
    .where("id", ">=", start + "0".repeat(REST))
    .where("id", "<=", start + "f".repeat(REST))
    .limit(2)
    .execute();
  return found.length === 1 ? found[0]?.id : undefined;
}
