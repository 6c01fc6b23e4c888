// What the proxy may keep. It stores an answer under the address that it asked for, and only where core names the same one as served:
// proxy/snippets/cache.conf.

type Final = "drawn" | "void";

/** Headers that let the proxy keep an answer for some seconds; `path` is what was served, with the final state of a draw. */
export function cacheable(path: string, seconds: number, state?: Final): Record<string, string> {
  return { "surrogate-key": state ? `${path} ${state}` : path, "x-accel-expires": String(seconds) };
}
