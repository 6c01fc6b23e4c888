// The contents of link previews for draws and pages: https://ogp.me
import { type Place, partsOf, type ResultPart } from "@fairhat/browser/result";
import { LANGUAGES, type Language } from "@fairhat/messages";
import type { DrawView } from "../draws/view.ts";
import { type Card, type CardLine, MOST_LINES } from "../pictures/card.ts";
import { drawable } from "../pictures/text.ts";
import { timeIn } from "./showing.ts";

/** The card of a draw: only what its page shows to everyone. */
export function drawCard(language: Language, draw: DrawView): Card {
  const { draw: words, common } = LANGUAGES[language];
  const all = linesOf(language, draw);
  const left = all.length - MOST_LINES;
  const by = draw.organiser ? `${words.by} ${draw.organiser}` : "";
  const count = draw.entries.count > 0 ? common.entries(draw.entries.count) : "";
  return {
    label: common.states[draw.state],
    bright: draw.state === "drawn",
    title: drawable(draw.title) ?? words.preview.untitled,
    by: [drawable(by), count].filter(Boolean).join(" · "),
    lines: all.slice(0, MOST_LINES),
    more: left > 0 ? words.preview.more(left) : "",
    foot: words.preview.foot(new URL(draw.url).host),
  };
}

function linesOf(language: Language, draw: DrawView): CardLine[] {
  const { draw: words } = LANGUAGES[language];
  const isDue = draw.state === "locked" && draw.drawAfter !== null && draw.drawAfter !== draw.lockedAt;
  if (isDue) return [{ before: "", text: words.preview.due(timeIn(language, draw.drawAfter ?? "")) }];
  const parts = draw.result ? partsOf(words, draw.result) : [];
  const nameOf = namerOf(language, draw);
  return parts.filter(({ kind }) => kind !== "alternates").flatMap((part) => partLines(part, nameOf));
}

type Namer = (place: Place | null) => string | null;

// A passed-over winner has lost the place; the next one has it, or nobody.
function namerOf(language: Language, { passovers }: DrawView): Namer {
  const { draw: words } = LANGUAGES[language];
  const moved = new Map(passovers.map(({ position, next }) => [position, next]));
  return function nameOf(place): string | null {
    if (place === null) return null;
    if (typeof place === "number") return String(place);
    if (Array.isArray(place)) return place.map(nameOf).filter(Boolean).join(" – ");
    const next = moved.get(place.position);
    if (next !== undefined) return nameOf(next);
    return drawable(place.label) ?? words.position(place.position + 1);
  };
}

function partLines({ kind, title, places }: ResultPart, nameOf: Namer): CardLine[] {
  const names = places.map(nameOf);
  if (kind === "numbers") return [{ before: "", text: names.join("  ·  ") }];
  if (kind === "groups" || kind === "rounds") return [{ before: `${title}:`, text: names.join(", ") }];
  const before = (at: number) => (kind === "prizes" ? (drawable(title) ?? "") : `${at + 1}.`);
  return names.flatMap((text, at) => (text === null ? [] : { before: before(at), text }));
}

/** The card of a kind of draw, or of the home page. */
export function pageCard(language: Language, slug: string | null, host: string): Card {
  const { templates, home, common } = LANGUAGES[language];
  const page = slug === null ? null : templates.pages[slug];
  const lines = page ? [] : home.steps.map(({ title }, at) => ({ before: `${at + 1}.`, text: title }));
  return {
    label: page?.name ?? common.nav.make,
    bright: true,
    title: page?.heading ?? common.motto,
    by: "",
    lines: page ? page.example.split("\n").map((text) => ({ before: "", text })) : lines,
    more: "",
    foot: host,
  };
}
