// Stored drafts: one for the form on the home page, one per void draw that is made again.

const KEPT_FOR = 7 * 24 * 60 * 60_000; // milliseconds

interface Kept {
  at: number;
  typed: Record<string, string>;
}

const nameOf = (previous: string) => `fairhat draft ${previous}`.trim();

/** Stores typed input, if the browser allows it. */
export function writeDraft(previous: string, typed: Record<string, string>, at: number): void {
  try {
    localStorage.setItem(nameOf(previous), JSON.stringify({ at, typed } satisfies Kept));
  } catch {
    forgetDraft(previous);
  }
}

/** The last input, unless it has expired. */
export function readDraft(previous: string, now: number): Record<string, string> | null {
  try {
    const kept: Kept | null = JSON.parse(localStorage.getItem(nameOf(previous)) ?? "null");
    return kept && now - kept.at < KEPT_FOR ? kept.typed : null;
  } catch {
    return null; // storage may be forbidden
  }
}

const MADE_FROM = "fairhat made from";

/** Notes which draft a draw is being made from, for the page that shows the draw. */
export function noteMaking(previous: string): void {
  try {
    sessionStorage.setItem(MADE_FROM, previous);
  } catch {
    // without storage there is no draft either
  }
}

/** Deletes the draft of the draw that this tab made. */
export function forgetMadeDraft(): void {
  try {
    const previous = sessionStorage.getItem(MADE_FROM);
    if (previous !== null) forgetDraft(previous);
    sessionStorage.removeItem(MADE_FROM);
  } catch {
    // storage may be forbidden
  }
}

export function forgetDraft(previous: string): void {
  try {
    localStorage.removeItem(nameOf(previous));
  } catch {
    // storage may be forbidden
  }
}
