// The page's interface to the list worker.
import type { Answers, Order } from "../list/work.ts";

/** Sends a request; errors of the worker, or of loading it, reject it. */
export type Ask = <Kind extends Order["kind"]>(order: Extract<Order, { kind: Kind }>) => Promise<Answers[Kind]>;

interface Waiting {
  resolve(answer: unknown): void;
  reject(error: Error): void;
}

/** The worker at this address, loaded on first use. It responds in order. */
export function listWorker(address: string): Ask {
  const waiting: Waiting[] = [];
  let worker: Worker | undefined;
  const start = () => {
    const started = new Worker(address, { type: "module" });
    started.addEventListener("message", ({ data }) => waiting.shift()?.resolve(data));
    started.addEventListener("error", () => waiting.shift()?.reject(new Error("the worker failed")));
    return started;
  };
  return (order) =>
    new Promise((resolve, reject) => {
      waiting.push({ resolve: resolve as Waiting["resolve"], reject });
      worker ??= start();
      worker.postMessage(order);
    });
}
