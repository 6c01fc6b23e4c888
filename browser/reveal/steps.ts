// The steps in which a result is revealed: the last prize first, a name at a time while the eye can follow.

/** A place of a result as a page shows it: its number within its part, its label, and the entry that it is. */
export interface RevealPlace {
  place: number;
  label: string;
  /** Counted from 1; null for a number that was drawn without a list. */
  entry: number | null;
}

/** A part of a result under its heading, or as much of it as one step shows. */
export interface RevealPart {
  kind: string;
  title: string;
  places: RevealPlace[];
  /** Places of the whole part. */
  of: number;
}

/** What appears at once: one name or number, one team, or a batch of either where there are many. */
export type RevealStep = RevealPart[];

const MOST_STEPS = 24;
const LAST_ALONE = 3; // the best places, however many come before them
const FORWARDS = ["numbers", "groups", "pairs", "bracket", "rounds", "panel"];

/** The steps of a result, in their order. Alternates have not won: they appear with the whole result. */
export function revealSteps(parts: RevealPart[]): RevealStep[] {
  return batched(
    parts
      .filter(({ kind }) => kind !== "alternates")
      .flatMap(unitsOf)
      .sort(lastPrizeFirst),
  );
}

function unitsOf(part: RevealPart, at: number): (RevealPart & { at: number })[] {
  if (part.kind === "groups" || part.kind === "rounds") return [{ ...part, at }];
  return part.places.map((place) => ({ ...part, at, places: [place] }));
}

type Unit = ReturnType<typeof unitsOf>[number];

function lastPrizeFirst(one: Unit, other: Unit): number {
  const order = one.at - other.at || (one.places[0]?.place ?? 0) - (other.places[0]?.place ?? 0);
  return FORWARDS.includes(one.kind) ? order : -order;
}

function batched(units: Unit[]): RevealStep[] {
  const most = units.length > MOST_STEPS ? Math.ceil((units.length - LAST_ALONE) / (MOST_STEPS - LAST_ALONE)) : 1;
  const steps: RevealStep[] = [];
  for (let from = 0; from < units.length; ) {
    const alone = most > 1 && from >= units.length - LAST_ALONE;
    const to = alone ? from + 1 : Math.min(from + most, most > 1 ? units.length - LAST_ALONE : units.length);
    steps.push(joined(units.slice(from, to)));
    from = to;
  }
  return steps;
}

// The places of one part together again, in their order.
function joined(units: Unit[]): RevealStep {
  const parts = new Map<number, RevealPart>();
  for (const { at, ...unit } of units) {
    const places = [...(parts.get(at)?.places ?? []), ...unit.places];
    parts.set(at, { ...unit, places: places.sort((one, other) => one.place - other.place) });
  }
  return [...parts].sort(([one], [other]) => one - other).map(([, part]) => part);
}

const LONGEST = 45_000; // milliseconds that a reveal takes where nobody presses anything

/** How long each of so many steps may take, of `usual` milliseconds. */
export function stepTime(steps: number, usual: number): number {
  return Math.min(usual, Math.floor(LONGEST / Math.max(steps, 1)));
}
