// Private lists whose labels come to core, which hides them and keeps them encrypted (decision 41).
import { MASKS, type Mask } from "@fairhat/lists";
import type { Problem, Reading } from "@fairhat/protocol";
import { refusal } from "@fairhat/runtime";
import type { NewList } from "../draws/entries.ts";
import type { HiddenChunk } from "./hiding.ts";
import { readerOf } from "./readers.ts";
import { type ReadThrough, RemoteReader } from "./remote.ts";

const MASK_ALONE: Problem = { at: "mask", expected: { code: "private_list" }, found: { code: "open_list" } };

/** The list that a request asks for: hidden where it is to be private. Throws HttpRefusal 422. */
export async function listAsAsked(
  { private: isPrivate = false, mask }: { private?: boolean; mask?: Mask },
  list: NewList,
): Promise<NewList> {
  if (!isPrivate && mask !== undefined) throw refusal("malformed", MASK_ALONE);
  if (!isPrivate) return list;
  const hidden = await hideList(list, mask ?? MASKS[0]);
  if (!hidden.ok) throw refusal("malformed", hidden.problem);
  return hidden.value;
}

/** A private list made of an open one. A long one is hidden by the worker. */
export async function hideList({ summary, chunks }: NewList, mask: Mask): Promise<Reading<NewList>> {
  const { parts, rest } = await (chunks.length > 1 ? hideRemotely(chunks, mask) : hideAtOnce(chunks, mask));
  if (!rest.ok) return rest;
  const names = { mask, given: summary.entry_root, chunks: parts.map(({ names }) => names) };
  return { ok: true, value: { summary: rest.value, chunks: parts.map(({ data }) => data), names } };
}

const utf8 = new TextEncoder();

function hideAtOnce(chunks: string[], mask: Mask): ReadThrough<"hiding"> {
  const reader = readerOf("hiding", { mask });
  const parts: HiddenChunk[] = chunks.flatMap((chunk) => reader.read(utf8.encode(chunk)));
  return { parts, rest: reader.end().rest };
}

async function hideRemotely(chunks: string[], mask: Mask): Promise<ReadThrough<"hiding">> {
  const reader = new RemoteReader("hiding", { mask });
  try {
    for (const chunk of chunks) await reader.read(utf8.encode(chunk));
    return await reader.end();
  } finally {
    reader.drop();
  }
}
