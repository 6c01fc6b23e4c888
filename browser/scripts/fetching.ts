// Sources of the bytes to check.
import { LARGEST } from "../check/verdict-text.ts";
import { check, language } from "./page.ts";

const { now, page, verdict } = check;

/** Returns the bytes, or why there are none; reports progress to `tell`. */
export type Source = (tell: (text: string) => void, signal: AbortSignal) => Promise<Uint8Array | { problem: string }>;

const megabytes = new Intl.NumberFormat(language, { style: "unit", unit: "megabyte", maximumFractionDigits: 1 });
const size = (bytes: number) => megabytes.format(bytes / 1e6);

const tooLarge = { problem: verdict.not.large(size(LARGEST)) };

/** The record at an address of this site. */
export function recordAt(address: string): Source {
  return async (tell, signal) => {
    try {
      const answer = await fetch(address, { signal });
      if (!answer.ok || !answer.body) return { problem: refusedWith(answer.status) };
      return await collected(answer.body, tell);
    } catch {
      return { problem: now.lost };
    }
  };
}

function refusedWith(status: number): string {
  if (status === 409) return now.notDrawn;
  return status === 404 ? now.noDraw : now.refused(status);
}

async function collected(
  body: ReadableStream<Uint8Array<ArrayBuffer>>,
  tell: (text: string) => void,
): ReturnType<Source> {
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  let bytes = 0;
  const reader = body.getReader();
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    pieces.push(read.value);
    bytes += read.value.length;
    if (bytes > LARGEST) return tooLarge;
    tell(now.fetched(size(bytes)));
  }
  return new Uint8Array(await new Blob(pieces).arrayBuffer());
}

/** A chosen file. */
export function fileOf(file: File): Source {
  return async () => {
    if (file.size > LARGEST) return tooLarge;
    try {
      return new Uint8Array(await file.arrayBuffer());
    } catch {
      return { problem: page.unread };
    }
  };
}

/** A pasted text. */
export function pasted(text: string): Source {
  return async () => new TextEncoder().encode(text);
}
