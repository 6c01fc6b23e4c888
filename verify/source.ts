// Reads a record's bytes from a file or a web address. Runs on Node and Bun.
import { readFile } from "node:fs/promises";
import { recordAddress } from "./address.ts";

/** The bytes, or the reason for a failure in plain words. */
export type Fetched = { ok: true; bytes: Uint8Array } | { ok: false; why: string };

const TIMEOUT = 30_000; // milliseconds

export function isAddress(target: string): boolean {
  return /^https?:\/\//i.test(target);
}

/** The bytes of a path or an http(s) address; the address of a draw's page gives its record. */
export async function bytesOf(target: string): Promise<Fetched> {
  try {
    return isAddress(target) ? await download(recordAddress(target)) : { ok: true, bytes: await readFile(target) };
  } catch (error) {
    return { ok: false, why: reasonOf(error) };
  }
}

async function download(address: string): Promise<Fetched> {
  const answer = await fetch(address, { signal: AbortSignal.timeout(TIMEOUT) });
  if (answer.ok) return { ok: true, bytes: new Uint8Array(await answer.arrayBuffer()) };
  const why = answer.status === 404 ? `there is no record at ${address}` : `${address} answered ${answer.status}`;
  return { ok: false, why };
}

const REASONS: Record<string, string> = {
  ENOENT: "there is no such file",
  EACCES: "the file may not be read",
  EISDIR: "it is a folder",
  ECONNREFUSED: "nothing answers at this address",
  ENOTFOUND: "there is no host of this name",
  TimeoutError: `there was no answer within ${TIMEOUT / 1000} s`,
};

/** Node's fetch puts the code into the cause. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const coded = error.cause instanceof Error ? error.cause : error;
  const code = "code" in coded ? String(coded.code) : "";
  return REASONS[code] ?? REASONS[error.name] ?? error.message;
}
