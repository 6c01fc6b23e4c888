/** Yields to other work of this thread. Awaiting a settled promise does not. */
export function yieldToOthers(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
