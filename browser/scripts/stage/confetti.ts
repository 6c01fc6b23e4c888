// Confetti on a canvas that is removed when the last piece has fallen.
import { element } from "../element.ts";

const COLOURS = ["#f2c14e", "#7fd1b5", "#e4572e", "#4d9de0", "#f7f3e8", "#c77dff"];
const FALLING = 3_200; // milliseconds
const GRAVITY = 0.0012; // pixels a millisecond, each millisecond

interface Piece {
  x: number;
  y: number;
  right: number;
  down: number;
  size: number;
  spin: number;
  colour: string;
}

/** Throws this many pieces over an element, which must be positioned. */
export function throwConfetti(over: HTMLElement, pieces: number): void {
  const canvas = element("canvas", { class: "confetti", "aria-hidden": "true" });
  over.append(canvas);
  canvas.width = over.clientWidth;
  canvas.height = over.clientHeight;
  const context = canvas.getContext("2d");
  if (context) fallIn(canvas, context, pieces);
}

function fallIn(canvas: HTMLCanvasElement, context: CanvasRenderingContext2D, pieces: number): void {
  const all = Array.from({ length: pieces }, (_, at) => pieceFrom(canvas, at));
  const start = performance.now();
  const fall = (now: number) => {
    const gone = now - start;
    context.clearRect(0, 0, canvas.width, canvas.height);
    context.globalAlpha = Math.max(0, Math.min(1, (FALLING - gone) / 600));
    for (const piece of all) paint(context, piece, gone);
    if (gone < FALLING && canvas.isConnected) requestAnimationFrame(fall);
    else canvas.remove();
  };
  requestAnimationFrame(fall);
}

// From both lower corners, up and inwards.
function pieceFrom({ width, height }: HTMLCanvasElement, at: number): Piece {
  const side = at % 2 === 0 ? 1 : -1;
  const strength = Math.sqrt(2 * GRAVITY * height) * (0.55 + 0.5 * Math.random());
  return {
    x: side === 1 ? 0 : width,
    y: height,
    right: side * (0.1 + 0.55 * Math.random()) * (width / 1_400),
    down: -strength,
    size: 7 + 7 * Math.random(),
    spin: (Math.random() - 0.5) * 0.02,
    colour: COLOURS[at % COLOURS.length] ?? "",
  };
}

function paint(context: CanvasRenderingContext2D, { x, y, right, down, size, spin, colour }: Piece, gone: number) {
  context.save();
  context.translate(x + right * gone, y + down * gone + (GRAVITY / 2) * gone ** 2);
  context.rotate(spin * gone);
  context.scale(1, Math.cos(spin * gone * 3));
  context.fillStyle = colour;
  context.fillRect(-size / 2, -size / 3, size, size / 1.5);
  context.restore();
}
