// What the proxy may cache. It stores an answer under the requested address only if core names the same one as served:
// proxy/snippets/cache.conf.

type Final = "drawn" | "void";

/**
 * Headers that let the proxy cache an answer for some seconds; `address` is the served one, `state` that of a finished
 * draw.
 */
export function cacheable(address: string, seconds: number, state?: Final): Record<string, string> {
  return { "surrogate-key": state ? `${address} ${state}` : address, "x-accel-expires": String(seconds) };
}
