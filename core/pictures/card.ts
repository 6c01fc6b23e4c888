// A link preview of 1200 by 630 as an SVG of text and plain shapes: https://ogp.me
import { cutTo, drawable, emOf, linesOf } from "./text.ts";

/** A line of a card, after its number or the name of its prize. */
export interface CardLine {
  before: string;
  text: string;
}

export interface Card {
  /** One word: the state of a draw. */
  label: string;
  /** Whether to use celebratory colours. */
  bright: boolean;
  title: string;
  /** Under the title. */
  by: string;
  lines: CardLine[];
  /** How many lines are left out. */
  more: string;
  foot: string;
}

const WIDTH = 1_200;
const HEIGHT = 630;
const EDGE = 64;

/** Lines that fit on a card. */
export const MOST_LINES = 4;

const TITLE = { large: 68, small: 54, lines: 2 };
const COLOURS = {
  paper: "#10201a",
  card: "#1a2f27",
  ink: "#f5f1e8",
  quiet: "#a9bdb3",
  accent: "#7fd1b5",
  gold: "#f2c14e",
};

/** The card as an SVG. Text without a font is omitted rather than shown as boxes. */
export function cardSvg(card: Card): string {
  const { title, size } = titleOf(drawable(card.title) ?? "Fairhat");
  const bottom = 156 + title.length * size * 1.16;
  const by = drawable(card.by);
  const list = bottom + (by ? 52 : 14);
  const content = [
    hat(EDGE, 44, 1.02),
    text("Fairhat", EDGE + 84, 96, 40, COLOURS.ink),
    pill(card.label, card.bright),
    ...title.map((line, at) => text(line, EDGE, 156 + size + at * size * 1.16, size, COLOURS.ink)),
    by ? text(cutTo(by, 46), EDGE, bottom + 40, 28, COLOURS.quiet) : "",
    ...linesFrom(card, list + 20),
    text(cutTo(card.foot, card.more ? 28 : 40), EDGE, HEIGHT - 40, 26, COLOURS.accent),
    card.more ? text(card.more, WIDTH - EDGE, HEIGHT - 40, 28, COLOURS.gold, "end") : "",
  ];
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" font-family="Noto Sans" font-weight="700"><rect width="${WIDTH}" height="${HEIGHT}" fill="${COLOURS.paper}"/>${content.join("")}</svg>`;
}

function titleOf(title: string): { title: string[]; size: number } {
  const most = (size: number) => (WIDTH - 2 * EDGE) / size;
  const size = emOf(title) <= most(TITLE.large) * 1.6 ? TITLE.large : TITLE.small;
  return { title: linesOf(title, most(size), TITLE.lines), size };
}

// Two columns for more than two lines.
function linesFrom({ lines }: Card, top: number): string[] {
  const shown = lines.slice(0, MOST_LINES);
  const columns = shown.length > 2 ? 2 : 1;
  const width = (WIDTH - 2 * EDGE - (columns - 1) * 24) / columns;
  return shown.map((line, at) => {
    return box(line, { x: EDGE + (at % columns) * (width + 24), y: top + Math.floor(at / columns) * 86, width });
  });
}

function box({ before, text: said }: CardLine, { x, y, width }: { x: number; y: number; width: number }): string {
  const size = 34;
  const start = before ? 24 + (emOf(before) + 0.7) * 26 : 24;
  const words = cutTo(said, (width - start - 20) / size);
  const shape = `<rect x="${x}" y="${y}" width="${width}" height="72" rx="14" fill="${COLOURS.card}"/>`;
  return (
    shape +
    (before ? text(before, x + 24, y + 46, 26, COLOURS.gold) : "") +
    text(words, x + start, y + 48, size, COLOURS.ink)
  );
}

function pill(label: string, bright: boolean): string {
  const width = emOf(label) * 28 + 56;
  const [fill, ink] = bright ? [COLOURS.gold, COLOURS.paper] : [COLOURS.card, COLOURS.accent];
  const shape = `<rect x="${WIDTH - EDGE - width}" y="52" width="${width}" height="56" rx="28" fill="${fill}"/>`;
  return shape + text(label, WIDTH - EDGE - width / 2, 90, 28, ink, "middle");
}

// browser/mark.svg in dark colours
function hat(x: number, y: number, scale: number): string {
  return `<g transform="translate(${x} ${y}) scale(${scale})"><path d="M18 8h28l3 38H15z" fill="${COLOURS.accent}"/><path d="M16.6 34h30.8l.7 9H15.9z" fill="${COLOURS.gold}"/><path d="M4 46h56c0 6-5 9-12 9H16c-7 0-12-3-12-9z" fill="${COLOURS.accent}"/><path d="m25 23 5 5 9-11" fill="none" stroke="${COLOURS.paper}" stroke-width="4.5" stroke-linecap="round" stroke-linejoin="round"/></g>`;
}

function text(words: string, x: number, y: number, size: number, fill: string, anchor = "start"): string {
  return `<text x="${x.toFixed(1)}" y="${y.toFixed(1)}" font-size="${size}" fill="${fill}" text-anchor="${anchor}">${xml(words)}</text>`;
}

const ENTITIES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const xml = (words: string) => words.replace(/[&<>"]/g, (one) => ENTITIES[one] ?? one);
