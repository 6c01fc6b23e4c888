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

export function forgetDraft(previous: string): void {
  try {
    localStorage.removeItem(nameOf(previous));
  } catch {
    // a browser that keeps nothing
  }
}
