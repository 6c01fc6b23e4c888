// The file of names of a private draw, in this tab until it is closed: its organiser has it as a file.
const PREFIX = "fairhat names ";
const MOST_KEPT = 2_000_000; // characters; a browser has room for about five million

/** `first`: the hidden form of the first entry, by which the draw knows its names. */
export function keepNames(first: string, file: string): void {
  try {
    for (const name of Object.keys(sessionStorage)) if (name.startsWith(PREFIX)) sessionStorage.removeItem(name);
    if (file.length <= MOST_KEPT) sessionStorage.setItem(PREFIX + first, file);
  } catch {} // a browser may forbid storage
}

export function keptNames(first: string): string | null {
  try {
    return sessionStorage.getItem(PREFIX + first);
  } catch {
    return null;
  }
}
