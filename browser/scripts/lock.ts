// Notes which list a draw was locked with, and warns where this browser saw another one, or the page is of another draw.
import type { KnownLock } from "../check/known-locks.ts";
import { element } from "./element.ts";
import { keepLock, knownLock } from "./known.ts";
import { live } from "./page.ts";
import { localTime } from "./times.ts";

const { known: words } = live;

/** What a page shows of its draw, read off the page. */
export function shownDraw() {
  const { draw = "", manifest = null, state, fixed } = document.querySelector<HTMLElement>("#draw")?.dataset ?? {};
  return { draw, manifest, waiting: state === "locked" && fixed === undefined };
}

/** The draw that the address of this page names. */
export function addressedDraw(): string | null {
  return /^\/draws\/([0-9a-f]{32})(?:\/|$)/.exec(decodeURIComponent(location.pathname))?.[1] ?? null;
}

export function noteLock(): void {
  const { draw, manifest, waiting } = shownDraw();
  const before = knownLock(draw);
  const warning = warningFor(draw, manifest, before);
  if (warning) {
    document.querySelector("#draw")?.prepend(element("p", { class: "problems", role: "alert" }, warning));
    return;
  }
  if (manifest === null) return;
  const kept = before !== null || keepLock({ draw, M: manifest, at: Date.now(), waiting });
  document.querySelector("[data-noted]")?.toggleAttribute("hidden", !kept);
}

function warningFor(draw: string, manifest: string | null, before: KnownLock | null): string | null {
  if (addressedDraw() !== draw) return words.anotherDraw;
  // A page from just before the lock may still be kept on its way here; it names none.
  const another = before !== null && manifest !== null && before.M !== manifest;
  return another ? words.anotherList(timeOf(before.at)) : null;
}

/** A point in time as people read it. */
export function timeOf(at: number): string {
  return localTime(new Date(at).toISOString());
}
