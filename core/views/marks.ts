// What the list of a draw says beside its entries: who won what.
import type { Place, ResultPart } from "@fairhat/browser/result";

/** What each position of a list won, in the words of the result's headings. */
export function marksOf(parts: ResultPart[]): Map<number, string> {
  return new Map(
    parts.flatMap(({ kind, title, places }) => places.flatMap((place, at) => markOf(place, kind, title, at))),
  );
}

function markOf(place: Place, kind: string, title: string, at: number): [number, string][] {
  if (typeof place === "number" || Array.isArray(place)) return [];
  return [[place.position, kind === "groups" ? title : `${title} · ${at + 1}`]];
}
