import { askWorker } from "../worker.ts";

/** The worker's answer to `text`. */
export function echo(text: string): Promise<string> {
  return askWorker(import.meta.url, "echo", text);
}

if (import.meta.main) process.stdout.write(await echo(process.argv[2] ?? ""));
