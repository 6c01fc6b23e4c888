// The steps of a reveal: the last prize first, one name at a time while the eye can follow.

/** A place of a result on a page: its number within its part, its label, and its entry. */
export interface RevealPlace {
  place: number;
  label: string;
  /** Counted from 1; null for a number that was drawn without a list. */
  entry: number | null;
}

/** A part of a result under its heading, or the share of it in one step. */
export interface RevealPart {
  kind: string;
  title: string;
  places: RevealPlace[];
  /** Places of the whole part. */
  of: number;
}

/** What appears together: one name or number, one team, or a batch if there are many. */
export type RevealStep = RevealPart[];

const MOST_STEPS = 24;
const LAST_ALONE = 3; // the best places are shown alone, however many precede them
const FORWARDS = ["numbers", "groups", "pairs", "bracket", "rounds", "panel"];

/** The steps of a result in order. Alternates have not won, so they appear only with the whole result. */
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

// Regroups places by part, in order.
function joined(units: Unit[]): RevealStep {
  const parts = new Map<number, RevealPart>();
  for (const { at, ...unit } of units) {
    const places = [...(parts.get(at)?.places ?? []), ...unit.places];
    parts.set(at, { ...unit, places: places.sort((one, other) => one.place - other.place) });
  }
  return [...parts].sort(([one], [other]) => one - other).map(([, part]) => part);
}

const LONGEST = 45_000; // milliseconds of a reveal without any key press

/** Milliseconds per step, of `usual` ones. */
export function stepTime(steps: number, usual: number): number {
  return Math.min(usual, Math.floor(LONGEST / Math.max(steps, 1)));
}
