// A wheel of all remaining entries, in proportion to their tickets. It turns to the drawn one.
import { restOn, type Slice, slicesOf, under, type WheelEntry } from "../../reveal/slices.ts";
import { ended, type Picture, pause } from "./picture.ts";
import type { Sounds } from "./sounds.ts";

const SVG = "http://www.w3.org/2000/svg";
const RADIUS = 100;
const COLOURS = 6; // in stage.css; neighbours never share one
const TURNS = 5;
const LABEL = { from: 30, to: 86 }; // between the hub and the rim
const LOOK = 700; // milliseconds to see where it stopped

export function wheel(entries: WheelEntry[], sounds: Sounds): Picture {
  let left = entries;
  let slices: Slice[] = [];
  let turned = 0;
  const disc = svg("g", { class: "disc" });
  const whole = svg("svg", { class: "wheel", viewBox: "-108 -104 216 208" }, disc, ...pointer());
  const lay = () => {
    slices = slicesOf(left);
    disc.replaceChildren(...slices.map(sliceElement));
    if (disc.isConnected) for (const text of disc.querySelectorAll("text")) shorten(text);
  };
  return {
    element: whole,
    rest(step) {
      whole.querySelector(".won")?.classList.remove("won");
      if (slices.length !== left.length || !disc.querySelector("text[data-fits]")) lay();
      whole.dataset.entry = String(step[0]?.places[0]?.entry);
    },
    async run(step, milliseconds, skip) {
      const { entry } = step[0]?.places[0] ?? { entry: null };
      const slice = slices.find((one) => one.entry === entry);
      if (!slice) return;
      const from = turned;
      turned = restOn(slice, from, TURNS, Math.random());
      const turn = (turns: number) => `rotate(${turns}turn)`;
      const timing = { duration: milliseconds, easing: "cubic-bezier(0.12, 0.6, 0.08, 1)", fill: "forwards" as const };
      const animation = disc.animate([{ transform: turn(from) }, { transform: turn(turned) }], timing);
      tickWith(animation, () => from + (turned - from) * (animation.effect?.getComputedTiming().progress ?? 1), slices);
      await ended([animation], skip);
      disc.style.transform = turn(turned);
      animation.cancel();
      disc.children[slices.indexOf(slice)]?.classList.add("won");
      whole.dataset.rests = String(under(slices, turned)?.entry);
      await pause(LOOK, skip);
      left = left.filter((one) => one.entry !== entry);
    },
  };

  function tickWith(animation: Animation, turnedBy: () => number, on: Slice[]): void {
    let before: Slice | undefined;
    const look = () => {
      if (animation.playState !== "running") return;
      const now = under(on, turnedBy());
      if (now !== before) sounds.tick();
      before = now;
      requestAnimationFrame(look);
    };
    look();
  }
}

function sliceElement({ label, from, to }: Slice, at: number, all: Slice[]): SVGElement {
  const last = at === all.length - 1 && at % COLOURS === 0 ? 1 : at % COLOURS;
  const middle = (from + to) / 2;
  const size = Math.min(9, Math.max(2.2, (to - from) * 2 * Math.PI * LABEL.from * 1.6));
  const shape = all.length === 1 ? svg("circle", { r: `${RADIUS}` }) : svg("path", { d: sliceShape(from, to) });
  const text = svg("text", { x: `${LABEL.to}`, "font-size": size.toFixed(2) });
  // Isolated, so that right-to-left names also start at the rim.
  text.textContent = `\u2068${label}\u2069`;
  const turn = svg("g", { transform: `rotate(${middle * 360})` }, text);
  return svg("g", { class: `slice colour-${last}` }, shape, turn);
}

function sliceShape(from: number, to: number): string {
  const [a, b] = [pointAt(from), pointAt(to)];
  return `M0 0L${a}A${RADIUS} ${RADIUS} 0 ${to - from > 0.5 ? 1 : 0} 1 ${b}Z`;
}

function pointAt(turn: number): string {
  const angle = turn * 2 * Math.PI;
  return `${(RADIUS * Math.cos(angle)).toFixed(3)} ${(RADIUS * Math.sin(angle)).toFixed(3)}`;
}

function pointer(): SVGElement[] {
  return [svg("circle", { class: "hub", r: "20" }), svg("path", { class: "pointer", d: "M107 -9L88 0L107 9Z" })];
}

// Measured, because widths differ by letter and script.
function shorten(text: SVGTextElement): void {
  text.dataset.fits = "";
  const most = LABEL.to - LABEL.from;
  const whole = (text.textContent ?? "").slice(1, -1);
  const graphemes = Array.from(new Intl.Segmenter().segment(whole), ({ segment }) => segment);
  for (let left = graphemes.length; text.getComputedTextLength() > most && left > 1; ) {
    left = Math.min(left - 1, Math.floor((left * most) / text.getComputedTextLength()));
    text.textContent = `\u2068${graphemes.slice(0, left).join("")}…\u2069`;
  }
}

function svg<Name extends keyof SVGElementTagNameMap>(
  name: Name,
  attributes: Record<string, string>,
  ...children: SVGElement[]
): SVGElementTagNameMap[Name] {
  const made = document.createElementNS(SVG, name);
  for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, value);
  made.append(...children);
  return made;
}
