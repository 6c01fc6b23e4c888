import { own } from "@fairhat/protocol";
import type { RevealPart, RevealStep } from "../../reveal/steps.ts";
import { live } from "../page.ts";

const { reveal: words } = live;

/** The title of a step: "Bicycle", "Winner 3", "Group 1". */
export function headingOf(step: RevealStep): string {
  const [first, last] = [step[0], step.at(-1)];
  if (!first || !last) return "";
  if (step.length > 1) return `${first.title} – ${last.title}`;
  return ofPart(first);
}

function ofPart({ kind, title, places, of }: RevealPart): string {
  const [first, last] = [places[0]?.place ?? 1, places.at(-1)?.place ?? 1];
  if (kind === "groups") return title;
  if (of === 1) return kind === "winners" ? words.winner : title;
  if (first !== last) return `${title} · ${first}–${last}`;
  return own(words.numbered, kind)?.(first) ?? `${title} · ${first}`;
}

/** A step's text for screen readers. */
export function spokenStep(step: RevealStep): string {
  const parts = step.map((part) => {
    const names = part.places.map(({ label }) => `\u2068${label}\u2069`).join(", ");
    return `${ofPart(part)}: ${names}.`;
  });
  return parts.join(" ");
}
