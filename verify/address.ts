// Parses a draw's address: its id, and the address of its record.
const PAGE = /^(.*?)(?:\/api)?\/draws\/([^/]+)\/?$/;
const DRAW = /\/draws\/([0-9a-f]{32})(?![^/])/gi;

/** `…/draws/<id>` and `…/api/draws/<id>` become `…/api/draws/<id>/record`; any other address is kept. */
export function recordAddress(address: string): string {
  const url = new URL(address);
  const [, before, id] = PAGE.exec(url.pathname) ?? [];
  return id === undefined ? address : new URL(`${before}/api/draws/${id}/record`, url.origin).href;
}

/** The draw's id in an address, ignoring the rest; null if there is none. */
export function drawOf(address: string): string | null {
  return [...decoded(new URL(address).pathname).matchAll(DRAW)].at(-1)?.[1]?.toLowerCase() ?? null;
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path; // an invalid percent escape
  }
}
