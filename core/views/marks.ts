// Marks beside a list's entries: what each won.
import type { Place, ResultPart } from "@fairhat/browser/result";

/** What each position won, in the words of the result's headings. */
export function marksOf(parts: ResultPart[]): Map<number, string> {
  return new Map(
    parts.flatMap(({ kind, title, places }) => places.flatMap((place, at) => markOf(place, kind, title, at))),
  );
}

function markOf(place: Place, kind: string, title: string, at: number): [number, string][] {
  if (typeof place === "number" || Array.isArray(place)) return [];
  return [[place.position, kind === "groups" ? title : `${title} · ${at + 1}`]];
}
