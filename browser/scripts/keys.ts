// The organiser's keys in this browser: until the tab is closed, or longer on request.

/** A draw of this browser. */
export interface KeptDraw {
  id: string;
  key: string;
  title: string;
  /** Milliseconds since 1970. */
  at: number;
}

const PREFIX = "fairhat organiser ";

/** Keeps a key for this tab; returns whether the browser allows it. */
export function holdKey(id: string, key: string): boolean {
  return attempt(() => sessionStorage.setItem(PREFIX + id, key));
}

/** Keeps a draw until it is dropped; returns whether the browser allows it. */
export function keepDraw(draw: KeptDraw): boolean {
  return attempt(() => localStorage.setItem(PREFIX + draw.id, JSON.stringify(draw)));
}

/** Replaces a draw's key everywhere in this browser. */
export function followKey(id: string, key: string): void {
  const kept = keptDraws().find((draw) => draw.id === id);
  if (kept && kept.key !== key) keepDraw({ ...kept, key });
  if (knownKey(id) !== null) holdKey(id, key);
}

export function dropDraw(id: string): void {
  attempt(() => {
    localStorage.removeItem(PREFIX + id);
    sessionStorage.removeItem(PREFIX + id);
  });
}

export function isKept(id: string): boolean {
  return keptDraws().some((draw) => draw.id === id);
}

/** The key of a draw, if this browser has it. */
export function knownKey(id: string): string | null {
  let held: string | null = null;
  attempt(() => {
    held = sessionStorage.getItem(PREFIX + id);
  });
  return held ?? keptDraws().find((draw) => draw.id === id)?.key ?? null;
}

/** All kept draws, newest first. */
export function keptDraws(): KeptDraw[] {
  const draws: KeptDraw[] = [];
  attempt(() => {
    for (const name of Object.keys(localStorage)) {
      if (name.startsWith(PREFIX)) draws.push(JSON.parse(localStorage.getItem(name) ?? ""));
    }
  });
  return draws.sort((one, other) => other.at - one.at);
}

// Storage may be forbidden or full.
function attempt(work: () => void): boolean {
  try {
    work();
    return true;
  } catch {
    return false;
  }
}
