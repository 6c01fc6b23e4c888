/** Yields to other work of this thread. Awaiting a settled promise does not. */
export function othersTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
