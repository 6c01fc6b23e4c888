// Offers to reveal the result. The result is already on the page; the stage over it is loaded on demand.
import type { RevealPart, RevealPlace } from "../reveal/steps.ts";
import { element } from "./element.ts";
import { live } from "./page.ts";
import type { Stage, Style } from "./stage.ts";

const WHEEL = { entries: 100, places: 24 }; // at most: readable slices, and turns that people will watch
const WITHOUT_WHEEL = ["numbers", "groups", "pairs", "bracket", "rounds", "panel"];
const AT_THE_TOP = 24; // places
const KEPT = "fairhat reveal";

/** How the page reveals a result. */
export interface Revealing {
  /** Whether it starts without being asked. */
  now: boolean;
  /** Whether each step waits for a press. */
  byHand: boolean;
}

let stage: Stage | null = null;

/** Offers to reveal the result, if there is one. */
export function offerReveal(root: ParentNode, { now, byHand }: Revealing): void {
  const result = root.querySelector<HTMLElement>(".result");
  if (!result) return;
  const parts = partsShown(result);
  const styles = stylesFor(result, parts);
  const choice = element("select", {}, ...styles.map((style) => optionOf(style)));
  choice.value = styles.includes(keptStyle()) ? keptStyle() : "envelopes";
  choice.addEventListener("change", () => keepStyle(choice.value));
  const play = element("button", { type: "button", class: "quiet" }, live.reveal.again);
  play.addEventListener("click", () => show(result, parts, choice.value as Style, byHand));
  const label = element("label", {}, live.reveal.style, " ", choice);
  const bar = element("div", { class: "reveal" }, play, label);
  // Winners come first; below a long result nobody would find the button.
  if (places(parts) > AT_THE_TOP) result.querySelector("h2")?.after(bar);
  else result.append(bar);
  if (now) show(result, parts, choice.value as Style, byHand);
}

/** Whether the page was opened to see a result for the first time. The address says so once: a reload does not. */
export function cameToReveal(): boolean {
  if (location.hash !== "#reveal") return false;
  history.replaceState(null, "", location.pathname + location.search);
  return true;
}

async function show(result: HTMLElement, parts: RevealPart[], style: Style, byHand: boolean): Promise<void> {
  if (stage) return;
  const { stage: script = "", draw = "", count = "0" } = result.dataset;
  // The result is hidden until its reveal, and shown if that fails.
  result.classList.add("veiled");
  try {
    const { openStage } = (await import(script)) as typeof import("./stage.ts");
    const title = document.querySelector("#draw h1")?.textContent?.trim() ?? "";
    stage = openStage({ draw, title, parts, count: Number(count), style, byHand });
    document.addEventListener("visibilitychange", closeUnseen);
    await stage.closed;
  } finally {
    stage = null;
    document.removeEventListener("visibilitychange", closeUnseen);
    result.classList.remove("veiled");
  }
}

// A returning visitor wants to see the result.
function closeUnseen(): void {
  if (document.hidden) stage?.close();
}

function optionOf(style: Style): HTMLOptionElement {
  return element("option", { value: style }, live.reveal.styles[style]);
}

function stylesFor({ dataset }: HTMLElement, parts: RevealPart[]): Style[] {
  const entries = Number(dataset.count);
  const turns = places(parts) <= WHEEL.places && entries > 1 && entries <= WHEEL.entries;
  const wheel = turns && !parts.some(({ kind }) => WITHOUT_WHEEL.includes(kind));
  return wheel ? ["envelopes", "wheel", "names"] : ["envelopes", "names"];
}

const places = (parts: RevealPart[]) => parts.reduce((sum, part) => sum + part.places.length, 0);

/** The parts of a result, read from the page. */
function partsShown(result: HTMLElement): RevealPart[] {
  return Array.from(result.querySelectorAll("ol.places"), (list) => {
    const shown = Array.from(list.children, placeIn);
    const title = list.previousElementSibling?.textContent?.trim() ?? "";
    return { kind: list.classList.item(1) ?? "", title, places: shown, of: shown.length };
  });
}

function placeIn(line: Element, at: number): RevealPlace {
  const names = Array.from(line.querySelectorAll("bdi"), ({ textContent }) => textContent?.trim());
  const between = line.querySelector(".gives") ? " → " : " – ";
  const entry = /\d+/.exec(line.querySelector(".position")?.textContent ?? "")?.[0];
  return {
    place: at + 1,
    label: names.join(between) || (line.textContent?.trim() ?? ""),
    entry: entry ? Number(entry) : null,
  };
}

function keptStyle(): Style {
  try {
    return (localStorage.getItem(KEPT) ?? "envelopes") as Style;
  } catch {
    return "envelopes";
  }
}

function keepStyle(style: string): void {
  try {
    localStorage.setItem(KEPT, style);
  } catch {} // without storage, it is chosen each time
}
