// Threads of a process, for work that would keep others waiting.

/**
 * Starts the worker `<name>.worker.ts` that lies beside the calling module; `caller` is that module's `import.meta.url`. In a bundle
 * it is `<name>.worker.js` beside the bundle, where the Dockerfile puts it.
 */
export function startWorker(caller: string, name: string): Worker {
  const extension = caller.endsWith(".ts") ? "ts" : "js";
  return new Worker(new URL(`./${name}.worker.${extension}`, caller));
}
