// The worker that looks at lists, as the page speaks with it.
import type { Answers, Order } from "../list/work.ts";

/** Gives an order; what fails in the worker, or in loading it, fails the order. */
export type Ask = <Kind extends Order["kind"]>(order: Extract<Order, { kind: Kind }>) => Promise<Answers[Kind]>;

interface Waiting {
  resolve(answer: unknown): void;
  reject(error: Error): void;
}

/** The worker at this address, loaded when it is first asked. It answers in the order in which it is asked. */
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
