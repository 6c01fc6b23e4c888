// The worker that looks at lists, as the page speaks with it.
import type { Answers, Order } from "../list/work.ts";

/** Gives an order; what fails in the worker, or in loading it, fails the order. */
export type Ask = <Kind extends Order["kind"]>(order: Extract<Order, { kind: Kind }>) => Promise<Answers[Kind]>;

interface Waiting {
  resolve(answer: unknown): void;
  reject(error: Error): void;
}

/** Starts the worker at this address. It answers in the order in which it is asked. */
export function startListWorker(address: string): Ask {
  const worker = new Worker(address, { type: "module" });
  const waiting: Waiting[] = [];
  worker.addEventListener("message", ({ data }) => waiting.shift()?.resolve(data));
  worker.addEventListener("error", () => waiting.shift()?.reject(new Error("the worker failed")));
  return (order) =>
    new Promise((resolve, reject) => {
      waiting.push({ resolve: resolve as Waiting["resolve"], reject });
      worker.postMessage(order);
    });
}
