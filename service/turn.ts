/** Lets whatever else waits for this thread have its turn. A promise that is settled already does not. */
export function othersTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
