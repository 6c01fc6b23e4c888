// The organiser arrives with the key in the address's fragment. It is removed at once, because people share this
// address.
import { forgetMadeDraft } from "./drafts.ts";
import { query } from "./element.ts";
import { holdKey, isKept, keepDraw, knownKey } from "./keys.ts";

const ARRIVED = /^#organiser=([\w-]{43})$/;

/** Takes the key from the address; returns whether the draw was just made. */
export function arriveAsOrganiser(): boolean {
  const key = ARRIVED.exec(location.hash)?.[1];
  const { draw = "" } = query(document, "#draw").dataset;
  if (!key) return false;
  // Without storage, only the address has the key.
  if (holdKey(draw, key)) history.replaceState(history.state, "", location.pathname + location.search);
  forgetMadeDraft();
  return true;
}

/** Shows the organiser's link if this browser has the draw's key. */
export function showOrganiser(root: ParentNode): void {
  const card = root.querySelector<HTMLElement>("[data-organiser]");
  if (!card) return;
  const { organiser: id = "", title = "" } = card.dataset;
  const key = knownKey(id) ?? ARRIVED.exec(location.hash)?.[1];
  if (!key) return;
  const link = `${location.origin}/draws/${id}/manage#${key}`;
  query<HTMLInputElement>(card, "[data-link]").value = link;
  query<HTMLAnchorElement>(card, "a[data-manage]").href = link;
  const keep = query<HTMLButtonElement>(card, "[data-keep]");
  const kept = query(card, "[data-kept]");
  const settle = (done: boolean) => {
    keep.hidden = done;
    kept.hidden = !done;
  };
  settle(isKept(id));
  keep.addEventListener("click", () => settle(keepDraw({ id, key, title, at: Date.now() })));
  card.hidden = false;
}
