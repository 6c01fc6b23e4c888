// What the proxy may keep. It stores an answer under the address that it asked for, and only where core names the same one as served:
// proxy/snippets/cache.conf.

type Final = "drawn" | "void";

/** Headers that let the proxy keep an answer for some seconds; `address` is what was served, `state` that of a draw which is over. */
export function cacheable(address: string, seconds: number, state?: Final): Record<string, string> {
  return { "surrogate-key": state ? `${address} ${state}` : address, "x-accel-expires": String(seconds) };
}
