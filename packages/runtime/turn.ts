/** Lets other work of this thread run first. Awaiting a settled promise does not. */
export function othersTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
