// Fairhat over HTTP as a program uses it, with the public verifier at the end.
import { verifyRecord } from "@fairhat/verify";

export interface DrawAnswer {
  id: string;
  state: "open" | "locked" | "drawn" | "void";
  manageKey: string;
  result: Record<string, unknown> | null;
  void: { reason: string } | null;
}

export interface Reply {
  status: number;
  body: DrawAnswer & { reason?: string; detail?: string };
}

interface Call {
  key?: string;
  repeat?: string;
  body?: unknown;
  /** Milliseconds until it times out. */
  patience?: number;
}

/** One request. Null if the connection broke before an answer. */
export async function call(
  url: string,
  method: string,
  path: string,
  { key, repeat, body, patience = 20_000 }: Call = {},
): Promise<Reply | null> {
  const headers: Record<string, string> = { "content-type": "application/json" };
  if (key) headers.authorization = `Bearer ${key}`;
  if (repeat) headers["idempotency-key"] = repeat;
  const request = {
    method,
    headers,
    signal: AbortSignal.timeout(patience),
    ...(body ? { body: JSON.stringify(body) } : {}),
  };
  try {
    const answer = await fetch(`${url}${path}`, request);
    return { status: answer.status, body: (await answer.json()) as Reply["body"] };
  } catch {
    return null;
  }
}

/** Repeats a request until `good` accepts the answer. Throws with the last answer after twenty seconds. */
export async function until(ask: () => Promise<Reply | null>, good: (reply: Reply) => boolean): Promise<Reply["body"]> {
  let last: Reply | null = null;
  for (const end = Date.now() + 20_000; Date.now() < end; await Bun.sleep(30)) {
    last = await ask();
    if (last && good(last)) return last.body;
  }
  throw new Error(`no good answer came; the last one: ${JSON.stringify(last)}`);
}

/** The record of a draw as bytes, and the public verifier's verdict. */
export async function checkedRecord(url: string, id: string) {
  const answer = await fetch(`${url}/api/draws/${id}/record`);
  const bytes = new Uint8Array(await answer.arrayBuffer());
  return { bytes, report: verifyRecord(bytes) };
}
