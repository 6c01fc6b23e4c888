// Remembers a draw's locked list, and warns if this browser saw another one, or if the page shows another draw.
import { drawOf } from "@fairhat/verify";
import { pairOf, placeOf, type ShownDraw, type ShownPart } from "../check/witness.ts";
import { element } from "./element.ts";
import { keepLock, knownLock } from "./known.ts";
import { live } from "./page.ts";
import { localTime } from "./times.ts";

const { known: words } = live;

/** What this page visibly shows of its draw. */
export function shownDraw(): ShownDraw {
  const lists = document.querySelectorAll("#draw ol.places");
  return { manifest: drawElement()?.dataset.manifest ?? null, parts: Array.from(lists, partIn) };
}

function partIn(list: Element): ShownPart {
  const kind = list.classList.item(1) ?? "";
  const name = kind === "prizes" ? (list.previousElementSibling?.textContent ?? "") : "";
  return { kind, name, places: Array.from(list.children, placeIn) };
}

// Another version of the site may word the number differently.
function placeIn(line: Element): string {
  const labels = Array.from(line.querySelectorAll("bdi"), ({ textContent }) => textContent ?? "");
  const [label] = labels;
  if (labels.length > 1 || line.querySelector(".versus")) return pairOf(labels);
  if (label === undefined) return line.textContent ?? "";
  const number = /\d+/.exec(line.querySelector(".position")?.textContent ?? "");
  return placeOf(label, number?.[0] ?? "");
}

const drawElement = () => document.querySelector<HTMLElement>("#draw");

/** Returns false if it warns. */
export function noteLock(): boolean {
  const { draw = "", manifest, state, fixed } = drawElement()?.dataset ?? {};
  const warning = warningFor(draw, manifest);
  if (warning) drawElement()?.prepend(alertOf(warning));
  else if (manifest) {
    const waiting = state === "locked" && fixed === undefined;
    const kept = keepLock({ draw, M: manifest, at: Date.now(), waiting });
    document.querySelector("[data-noted]")?.toggleAttribute("hidden", !kept);
  }
  return warning === null;
}

function alertOf(warning: string): HTMLElement {
  const heading = element("p", {}, element("strong", {}, words.distrust));
  return element("div", { class: "problems distrust", role: "alert" }, heading, element("p", {}, warning));
}

function warningFor(draw: string, manifest: string | undefined): string | null {
  if (drawOf(location.href) !== draw) return words.anotherDraw;
  const before = knownLock(draw);
  // A cached page from just before the lock names none.
  if (!before || !manifest || before.M === manifest) return null;
  return words.anotherList(localTime(new Date(before.at).toISOString()));
}
