// The organiser's keys as this browser has them: in this tab until it is closed, and for longer where the organiser wants that.

/** A draw of this browser. */
export interface KeptDraw {
  id: string;
  key: string;
  title: string;
  /** Milliseconds since 1970. */
  at: number;
}

const PREFIX = "fairhat organiser ";

/** Keeps a key for this tab; answers whether the browser does so. */
export function holdKey(id: string, key: string): boolean {
  return attempt(() => sessionStorage.setItem(PREFIX + id, key));
}

/** Keeps a draw until it is dropped; answers whether the browser does so. */
export function keepDraw(draw: KeptDraw): boolean {
  return attempt(() => localStorage.setItem(PREFIX + draw.id, JSON.stringify(draw)));
}

/** Keeps the key that replaced another, wherever this browser had that one. */
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

/** The key of a draw, where this browser has it. */
export function knownKey(id: string): string | null {
  let held: string | null = null;
  attempt(() => {
    held = sessionStorage.getItem(PREFIX + id);
  });
  return held ?? keptDraws().find((draw) => draw.id === id)?.key ?? null;
}

/** All draws that are kept, the newest first. */
export function keptDraws(): KeptDraw[] {
  const draws: KeptDraw[] = [];
  attempt(() => {
    for (const name of Object.keys(localStorage)) {
      if (name.startsWith(PREFIX)) draws.push(JSON.parse(localStorage.getItem(name) ?? ""));
    }
  });
  return draws.sort((one, other) => other.at - one.at);
}

// A browser may forbid storage, or have no room left.
function attempt(work: () => void): boolean {
  try {
    work();
    return true;
  } catch {
    return false;
  }
}
