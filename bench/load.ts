// Sends requests from this process on several connections.
import { percentile } from "./statistics.ts";

export interface Asked {
  url: string;
  method?: string;
  headers?: Record<string, string>;
  body?: string;
  /** The expected status. */
  status?: number;
}

export interface Load {
  count: number;
  /** Operations per second. */
  throughput: number;
  /** Milliseconds. */
  p50: number;
  p99: number;
}

/** Repeats one request for some seconds, then waits for those in flight. Throws on an unexpected status. */
export async function load(connections: number, seconds: number, asked: Asked): Promise<Load> {
  const times: number[] = [];
  const since = performance.now();
  const end = since + 1_000 * seconds;
  const worker = async () => {
    do {
      const start = performance.now();
      await send(asked);
      times.push(performance.now() - start);
    } while (performance.now() < end);
  };
  await Promise.all(Array.from({ length: connections }, worker));
  const throughput = (1_000 * times.length) / (performance.now() - since);
  return { count: times.length, throughput, p50: percentile(times, 0.5), p99: percentile(times, 0.99) };
}

/** Sends one request and returns the body. Throws on an unexpected status. */
export async function send({ url, method = "GET", headers = {}, body, status = 200 }: Asked): Promise<ArrayBuffer> {
  const request = { method, headers, decompress: false, ...(body === undefined ? {} : { body }) };
  const answer = await fetch(url, request);
  const bytes = await answer.arrayBuffer();
  if (answer.status !== status)
    throw new Error(`${method} ${url}: ${answer.status} ${new TextDecoder().decode(bytes)}`);
  return bytes;
}
