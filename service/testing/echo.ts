import { startWorker } from "../worker.ts";

/** What the worker answers to `text`. */
export function echo(text: string): Promise<string> {
  const worker = startWorker(import.meta.url, "echo");
  return new Promise<string>((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<string>) => resolve(data);
    worker.onerror = ({ message }) => reject(new Error(message));
    worker.postMessage(text);
  }).finally(() => worker.terminate());
}

if (import.meta.main) process.stdout.write(await echo(process.argv[2] ?? ""));
