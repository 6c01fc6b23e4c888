// A private draw's file of names, kept in this tab until it is closed; the organiser also has it as a file.
const PREFIX = "fairhat names ";
const MOST_KEPT = 2_000_000; // characters; a browser stores about five million

/** `first`: the first entry's hash, which identifies the draw's names. */
export function keepNames(first: string, file: string): void {
  try {
    for (const name of Object.keys(sessionStorage)) if (name.startsWith(PREFIX)) sessionStorage.removeItem(name);
    if (file.length <= MOST_KEPT) sessionStorage.setItem(PREFIX + first, file);
  } catch {} // storage may be forbidden
}

export function keptNames(first: string): string | null {
  try {
    return sessionStorage.getItem(PREFIX + first);
  } catch {
    return null;
  }
}
