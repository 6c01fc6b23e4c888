// What the page /verify needs to work without a connection.

export const PAGE = "/verify";

const ASSET = /(?<=")\/assets\/[\w.-]+/g;

export function isAsset(path: string): boolean {
  return path.startsWith("/assets/");
}

/** The paths of all assets that a page names, each once: styles, scripts, and the worker that a script starts. */
export function assetsIn(page: string): string[] {
  return [...new Set(page.match(ASSET))];
}
