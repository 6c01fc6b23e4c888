// The places of an entry in a result.
import { isObject } from "@fairhat/protocol";

export interface Standing {
  /** The part of the result: winners, alternates, prizes, order, groups and so on. */
  part: string;
  /** The prize, or the number of the group; otherwise empty. */
  name: string;
  /** From 1 */
  place: number;
}

/** Alternates come last, as on the pages. `result` has the rule's positions, counted from 0. */
export function standingsIn({ alternates = [], ...first }: Record<string, unknown>, position: number): Standing[] {
  return Object.entries({ ...first, alternates }).flatMap(([part, value]) => standingsInPart(part, value, position));
}

function standingsInPart(part: string, value: unknown, position: number): Standing[] {
  if (!Array.isArray(value)) return [];
  const place = value.indexOf(position) + 1;
  if (place > 0) return [{ part, name: "", place }];
  return value.flatMap((one, at) => {
    const name = isObject(one) ? String(one.name) : String(at + 1);
    const drawn: unknown[] = isObject(one) ? Object.values(one).filter(Array.isArray).flat() : [one].flat(2);
    const found = drawn.indexOf(position) + 1;
    return typeof one === "number" || found === 0 ? [] : [{ part, name, place: found }];
  });
}
