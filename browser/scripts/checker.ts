// The page's interface to the verifier worker.
import type { Progress, Report } from "@fairhat/verify";
import type { Change } from "../check/change.ts";
import type { Answer, Checked, CheckedReceipt, Disclosed, Known, Order } from "../check/work.ts";

export interface Checker {
  /** Checks a file, whose bytes are transferred to the worker. */
  check(file: Uint8Array, known: Known, hear: (progress: Progress) => void, disclosed?: Disclosed[]): Promise<Checked>;
  /** Checks a changed copy of the last file. */
  change(changes: Change[]): Promise<Report>;
  /** Checks a receipt against the last file. */
  receipt(receipt: unknown): Promise<CheckedReceipt>;
  end(): void;
}

type Broken = Extract<Answer, { kind: "broken" }>;

/**
 * Starts the worker at an address. Its errors, and failure to load, reject the pending request. One request at a time.
 */
export function startChecker(address: string): Checker {
  const worker = new Worker(address, { type: "module" });
  const ask = (order: Order, taken: Transferable[], hear: (progress: Progress) => void) =>
    new Promise<Exclude<Answer, { kind: "progress" }>>((resolve, reject) => {
      worker.onerror = () => reject(new Error("the worker failed"));
      worker.onmessage = ({ data }: MessageEvent<Answer>) => {
        if (data.kind === "progress") hear(data.progress);
        else resolve(data);
      };
      worker.postMessage(order, taken);
    });
  return {
    async check(file, known, hear, disclosed = []) {
      return (await ask({ kind: "file", file, known, disclosed }, [file.buffer], hear)) as Checked;
    },
    async change(changes) {
      return ((await ask({ kind: "changes", changes }, [], () => {})) as Broken).report;
    },
    async receipt(receipt) {
      return (await ask({ kind: "receipt", receipt }, [], () => {})) as CheckedReceipt;
    },
    end: () => worker.terminate(),
  };
}
