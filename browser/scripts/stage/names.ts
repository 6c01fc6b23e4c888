// What a step reveals, as large as fits.
import type { RevealPart, RevealStep } from "../../reveal/steps.ts";
import { element } from "../element.ts";

const DESKTOP = 800; // pixels
const LARGE = { desktop: 64, phone: 30 }; // pixels of one name, unless it is too long for that
const LEAST = 9; // pixels: a long name or many teams are small before they are cut off

/** The card of a step. `fit` sizes it once it is on the page. */
export function cardOf(step: RevealStep): HTMLElement {
  const alone = step.length === 1 && step[0]?.places.length === 1;
  const parts = alone ? step.map(aloneElement) : step.map((part) => partElement(part, step.length > 1));
  return element(
    "div",
    { class: alone ? "card-of alone" : "card-of many", "data-kind": step[0]?.kind ?? "" },
    ...parts,
  );
}

function aloneElement({ places }: RevealPart): HTMLElement {
  return element("p", { class: "winner" }, element("bdi", {}, places[0]?.label ?? ""));
}

function partElement({ kind, title, places }: RevealPart, titled: boolean): HTMLElement {
  const first = places[0]?.place ?? 1;
  const items = places.map(({ label, place }) => element("li", { value: String(place) }, element("bdi", {}, label)));
  const list = element("ol", { class: kind, start: String(first) }, ...items);
  return element("section", {}, ...(titled ? [element("h3", {}, element("bdi", {}, title))] : []), list);
}

/** Makes a card as large as fits its parent. */
export function fit(card: HTMLElement): void {
  const { clientWidth: width, clientHeight: height } = card.parentElement ?? card;
  const one = card.classList.contains("alone");
  const desktop = width >= DESKTOP;
  const large = desktop ? LARGE.desktop : LARGE.phone;
  let least = LEAST;
  let most = one ? Math.max(large, Math.min(width / 6, height / 3)) : desktop ? 56 : 32;
  const fits = (size: number) => {
    card.style.fontSize = `${size}px`;
    return card.scrollHeight <= height && card.scrollWidth <= width;
  };
  if (fits(most)) return;
  while (most - least > 1) {
    const middle = (least + most) / 2;
    if (fits(middle)) least = middle;
    else most = middle;
  }
  fits(least);
}
