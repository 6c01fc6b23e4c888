import type { DrawTable } from "../db/schema.ts";

/**
 * The record file of a drawn or void draw, piece by piece: docs/protocol.md section 8. Everything is kept in its
 * canonical form, so the pieces are only put in order.
 */
export async function* recordText(draw: DrawTable, chunks: AsyncIterable<string>): AsyncGenerator<string> {
  yield* lockedPart(draw, chunks);
  yield `,"openings":${both(draw.opening_a, draw.opening_b)},"outcome":${draw.outcome},`;
  yield `"seals":${both(draw.seal_a, draw.seal_b)},"state":"${draw.state}","type":"fairhat/1/record","void":${draw.void}}`;
}

/** The lock file of a draw that both services have bound, piece by piece. */
export async function* lockText(draw: DrawTable, chunks: AsyncIterable<string>): AsyncGenerator<string> {
  yield* lockedPart(draw, chunks);
  yield `,"seals":${both(draw.seal_a, draw.seal_b)},"type":"fairhat/1/lock"}`;
}

// Both files are objects in canonical form that begin with the same members.
async function* lockedPart(draw: DrawTable, chunks: AsyncIterable<string>): AsyncGenerator<string> {
  yield `{"bindings":${both(draw.binding_a, draw.binding_b)},"entries":`;
  if (draw.erased_at === null) yield* listText(chunks);
  else yield "null";
  yield `,"manifest":${draw.manifest}`;
}

async function* listText(chunks: AsyncIterable<string>): AsyncGenerator<string> {
  let separator = "[";
  for await (const chunk of chunks) {
    yield separator + chunk;
    separator = ",";
  }
  yield separator === "[" ? "[]" : "]";
}

function both(a: string | null, b: string | null): string {
  return `{"a":${a},"b":${b}}`;
}
