// Drafts as the browser keeps them: one for the form at home, one for each void draw that is made anew.

const KEPT_FOR = 7 * 24 * 60 * 60_000; // milliseconds

interface Kept {
  at: number;
  typed: Record<string, string>;
}

const nameOf = (previous: string) => `fairhat draft ${previous}`.trim();

/** Keeps what was typed, if the browser keeps anything. */
export function writeDraft(previous: string, typed: Record<string, string>, at: number): void {
  try {
    localStorage.setItem(nameOf(previous), JSON.stringify({ at, typed } satisfies Kept));
  } catch {
    forgetDraft(previous);
  }
}

/** What was typed last, if that is not long ago. */
export function readDraft(previous: string, now: number): Record<string, string> | null {
  try {
    const kept: Kept | null = JSON.parse(localStorage.getItem(nameOf(previous)) ?? "null");
    return kept && now - kept.at < KEPT_FOR ? kept.typed : null;
  } catch {
    return null; // a browser that keeps nothing
  }
}

const MADE_FROM = "fairhat made from";

/** Notes from which draft a draw is being made, for the page that shows it. */
export function noteMaking(previous: string): void {
  try {
    sessionStorage.setItem(MADE_FROM, previous);
  } catch {
    // a browser that keeps nothing has no draft either
  }
}

/** Forgets the draft of the draw that this tab made. */
export function forgetMadeDraft(): void {
  try {
    const previous = sessionStorage.getItem(MADE_FROM);
    if (previous !== null) forgetDraft(previous);
    sessionStorage.removeItem(MADE_FROM);
  } catch {
    // a browser that keeps nothing
  }
}

export function forgetDraft(previous: string): void {
  try {
    localStorage.removeItem(nameOf(previous));
  } catch {
    // a browser that keeps nothing
  }
}
