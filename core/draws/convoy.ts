// Draws that are made at the same time take their steps together, so that each step is one call and one statement for
// all of them. Left to themselves they spread over the steps, and their batches stay small.
import { AsyncLocalStorage } from "node:async_hooks";
import { batch } from "../clients/batch.ts";

type Work = () => Promise<void>;

/**
 * Starts works in groups: what arrives while a group is under way leaves with the next one, at the latest a quarter of
 * a second later. A work that arrives alone starts at once. Each work's result is its own.
 */
export function convoy(): <T>(work: () => Promise<T>) => Promise<T> {
  const leave = batch<Work, undefined>(
    async (works) => {
      await Promise.all(works.map((work) => work()));
      return works.map(() => undefined);
    },
    { maxInFlight: Infinity },
  );
  return (work) =>
    new Promise((resolve, reject) => {
      // Bound to its own request, whose id its log lines and calls carry.
      void leave(AsyncLocalStorage.bind(() => work().then(resolve, reject)));
    });
}
