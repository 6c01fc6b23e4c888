// Shows which draw was checked: title, organiser and winners from the record.
import { placeText } from "../check/witness.ts";
import type { Checked } from "../check/work.ts";
import { partsOf } from "../result/index.ts";
import { element } from "./element.ts";
import { draw, check as words } from "./page.ts";

const MOST = 12; // names of a part

/** Describes a checked draw in a list of terms; empty if the file could not be read. */
export function showAbout(place: HTMLElement, { report: { summary }, result }: Checked): void {
  place.hidden = summary === null;
  if (!summary) return;
  const { about } = words;
  const parts = result ? partsOf(draw, result).filter(({ kind }) => kind !== "alternates") : [];
  const rows = [
    ...row(about.draw, element("bdi", {}, summary.title), " ", element("code", { class: "hex" }, summary.draw)),
    ...(summary.organiser ? row(about.organiser, element("bdi", {}, summary.organiser)) : []),
    ...parts.flatMap(({ title, places }) => row(title, ...namesOf(places.map(placeText)))),
  ];
  place.replaceChildren(element("dl", { class: "inline" }, ...rows));
}

function row(name: string, ...value: (HTMLElement | string)[]): HTMLElement[] {
  return [element("dt", {}, element("bdi", {}, name)), element("dd", {}, ...value)];
}

function namesOf(names: string[]): (HTMLElement | string)[] {
  const shown = names.slice(0, MOST).flatMap((name, at) => [at > 0 ? ", " : "", element("bdi", {}, name)]);
  const left = names.length - MOST;
  return left > 0 ? [...shown, ` ${words.about.more(left)}`] : shown;
}
