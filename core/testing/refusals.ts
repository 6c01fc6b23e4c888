import { expect } from "bun:test";
import type { Context } from "../draws/context.ts";
import type { Reply } from "./fairhat.ts";

/** Everything that core stores, to compare after a refusal. */
export async function storedIn({ db }: Context): Promise<unknown> {
  const draws = await db.selectFrom("draw").selectAll().orderBy("id").execute();
  return { draws, chunks: await db.selectFrom("entries").selectAll().orderBy("draw").orderBy("chunk").execute() };
}

/** Expects problem+json with this reason; `at` is the field it names, if any. */
export function expectProblem(reply: Reply, status: number, reason: string, at?: string): void {
  const { json, headers } = reply;
  expect({ status: reply.status, reason: json?.reason, at: json?.field?.at }).toEqual({ status, reason, at });
  expect(headers.get("content-type")).toBe("application/problem+json");
  expect(headers.get("retry-after")).toBe(status === 503 ? "1" : null);
  expect(json.detail).toBeString();
}
