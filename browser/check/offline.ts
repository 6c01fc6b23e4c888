// The files that /verify needs offline.

export const PAGE = "/verify";

const ASSET = /(?<=")\/assets\/[\w.-]+/g;

export function isAsset(path: string): boolean {
  return path.startsWith("/assets/");
}

/** The distinct paths of a page's assets: styles, scripts, and the worker that a script starts. */
export function assetsIn(page: string): string[] {
  return [...new Set(page.match(ASSET))];
}
