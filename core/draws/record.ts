import type { DrawTable } from "../db/schema.ts";

/**
 * The record file of a finished draw in pieces: docs/protocol.md section 8. All parts are stored in canonical form, so
 * they are only put in order.
 */
export async function* recordText(draw: DrawTable, chunks: AsyncIterable<string>): AsyncGenerator<string> {
  yield* lockedPart(draw, chunks);
  yield `,"openings":${both(draw.opening_a, draw.opening_b)},"outcome":${draw.outcome},`;
  yield `"seals":${both(draw.seal_a, draw.seal_b)},"state":"${draw.state}","type":"fairhat/1/record","void":${draw.void}}`;
}

/** The lock file of a draw that both services have bound, in pieces. */
export async function* lockText(draw: DrawTable, chunks: AsyncIterable<string>): AsyncGenerator<string> {
  yield* lockedPart(draw, chunks);
  yield `,"seals":${both(draw.seal_a, draw.seal_b)},"type":"fairhat/1/lock"}`;
}

// Both files are canonical objects that begin with the same members.
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
