// Parameters that name entries by their positions: what they mean depends on the list.
import { isPairs, writtenPairs } from "@fairhat/browser/list";
import { positionsIn } from "@fairhat/browser/result";
import type { Db } from "../db/schema.ts";
import type { NewList } from "./entries.ts";
import { labelsAt, labelsIn } from "./labels.ts";
import type { Draw } from "./repository.ts";

type Params = Record<string, unknown>;

function namedBy(params: Params): number[] {
  return [...new Set(positionsIn(Object.values(params).filter(isPairs)))];
}

/** Whether a parameter of the draw names an entry that would be another one in this list. */
export async function namesOthers(db: Db, draw: Draw, list: NewList): Promise<boolean> {
  const positions = namedBy(JSON.parse(draw.params));
  if (positions.length === 0) return false;
  const after = labelsIn(list, positions);
  return [...(await labelsAt(db, draw, positions))].some(([position, label]) => after.get(position) !== label);
}

/** Parameters for people: pairs of entries as lines with their names. */
export async function paramsWithNames(db: Db, draw: Draw): Promise<Params> {
  const params: Params = JSON.parse(draw.params);
  const positions = namedBy(params);
  return positions.length === 0 ? params : withNames(params, await labelsAt(db, draw, positions));
}

export function withNames(params: Params, labels: ReadonlyMap<number, string>): Params {
  const written = Object.entries(params).map(([name, value]) => {
    return [name, isPairs(value) ? writtenPairs(value, labels) : value];
  });
  return Object.fromEntries(written);
}
