// Threads for work that would block others.

/**
 * Starts the worker `<name>.worker.ts` beside the calling module; `caller` is that module's `import.meta.url`. In a
 * bundle it is `<name>.worker.js` beside the bundle, where the Dockerfile puts it.
 */
export function startWorker(caller: string, name: string): Worker {
  const extension = caller.endsWith(".ts") ? "ts" : "js";
  return new Worker(new URL(`./${name}.worker.${extension}`, caller));
}

interface Asking {
  /** Parts of the question whose ownership passes to the worker. */
  transfer?: Transferable[];
  /** Ends the worker at once, in the middle of its work. */
  signal?: AbortSignal;
}

/**
 * The answer of a worker started for this question, see startWorker. Throws if it fails, and the reason of `signal`.
 */
export async function askWorker<Answer>(
  caller: string,
  name: string,
  question: unknown,
  { transfer = [], signal }: Asking = {},
): Promise<Answer> {
  signal?.throwIfAborted();
  const worker = startWorker(caller, name);
  const { promise, resolve, reject } = Promise.withResolvers<Answer>();
  const abandon = () => reject(signal?.reason);
  worker.onmessage = ({ data }) => resolve(data);
  worker.onerror = ({ message }) => reject(new Error(message));
  worker.addEventListener("close", () => reject(new Error("the worker ended without an answer")));
  signal?.addEventListener("abort", abandon);
  worker.postMessage(question, transfer);
  return promise.finally(() => {
    signal?.removeEventListener("abort", abandon);
    worker.terminate();
  });
}
