// Where the bytes of a record come from: a file, or an address on the web.
import { recordAddress } from "./address.ts";

/** The bytes, or in plain words why there are none. */
export type Fetched = { ok: true; bytes: Uint8Array } | { ok: false; why: string };

const TIMEOUT = 30_000; // milliseconds

export function isAddress(target: string): boolean {
  return /^https?:\/\//i.test(target);
}

/** The bytes of a path or of an http(s) address; that of a draw's page stands for its record. */
export async function bytesOf(target: string): Promise<Fetched> {
  try {
    return isAddress(target) ? await download(recordAddress(target)) : await readFile(target);
  } catch (error) {
    return { ok: false, why: reasonOf(error as Error & { code?: string }) };
  }
}

async function readFile(path: string): Promise<Fetched> {
  return { ok: true, bytes: await Bun.file(path).bytes() };
}

async function download(address: string): Promise<Fetched> {
  const answer = await fetch(address, { signal: AbortSignal.timeout(TIMEOUT) });
  if (answer.ok) return { ok: true, bytes: await answer.bytes() };
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

function reasonOf({ code = "", name, message }: Error & { code?: string }): string {
  return REASONS[code] ?? REASONS[name] ?? message;
}
