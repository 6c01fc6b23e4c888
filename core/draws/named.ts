// Parameters that name entries by position, so their meaning depends on the list.
import { isPairs, isPanels, writtenPairs, writtenPanels } from "@fairhat/browser/list";
import { positionsIn } from "@fairhat/browser/result";
import type { Db } from "../db/schema.ts";
import type { NewList } from "./entries.ts";
import { labelsAt, labelsIn } from "./labels.ts";
import type { Draw } from "./repository.ts";

const MOST_LINES = 50;

type Params = Record<string, unknown>;

function namedBy(params: Params): number[] {
  const named = Object.values(params).flatMap((value): unknown[] => {
    if (isPanels(value)) return value.map(({ positions }) => positions);
    return isPairs(value) ? [value] : [];
  });
  return [...new Set(positionsIn(named))];
}

/** Whether a parameter of the draw would name another entry in this list. */
export async function namesOthers(db: Db, draw: Draw, list: NewList): Promise<boolean> {
  const positions = namedBy(JSON.parse(draw.params));
  if (positions.length === 0) return false;
  const after = labelsIn(list, positions);
  return [...(await labelsAt(db, draw, positions))].some(([position, label]) => after.get(position) !== label);
}

/** Parameters for people: pairs and panels as lines with names. */
export async function paramsWithNames(db: Db, draw: Draw): Promise<Params> {
  const params: Params = JSON.parse(draw.params);
  const positions = namedBy(params);
  return positions.length === 0 ? params : withNames(params, await labelsAt(db, draw, positions));
}

export function withNames(params: Params, labels: ReadonlyMap<number, string>): Params {
  const written = Object.entries(params).map(([name, value]) => {
    if (isPanels(value)) return [name, shortened(writtenPanels(value, labels))];
    return [name, isPairs(value) ? writtenPairs(value, labels) : value];
  });
  return Object.fromEntries(written);
}

// A lottery may have thousands of panels; the record has them all.
function shortened(lines: string[]): string[] {
  return lines.length <= MOST_LINES ? lines : [...lines.slice(0, MOST_LINES), `… (${lines.length})`];
}
