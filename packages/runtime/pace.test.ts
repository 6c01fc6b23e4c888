import { expect, test } from "bun:test";
import { paced } from "./pace.ts";

const PACE = { bytes: 10, milliseconds: 200 };

/** A body that sends a piece on request. */
function body() {
  let controller: ReadableStreamDefaultController<Uint8Array> | undefined;
  let cancelled = false;
  const stream = new ReadableStream<Uint8Array>({
    start: (given) => {
      controller = given;
    },
    cancel: () => {
      cancelled = true;
    },
  });
  return {
    stream,
    send: (bytes: number) => cancelled || controller?.enqueue(new Uint8Array(bytes)),
    end: () => controller?.close(),
    cancelled: () => cancelled,
  };
}

/** Why a body is refused; undefined if it is accepted. */
const refusalOf = (stream: ReadableStream<Uint8Array>) =>
  Array.fromAsync(paced(stream, PACE)).then(
    () => undefined,
    (error) => error,
  );

const TOO_SLOW = { status: 408, refusal: { reason: "too_slow" } };

test("passes pieces on and ends with the body", async () => {
  const { stream, send, end } = body();
  for (const bytes of [1, 20, 3]) send(bytes);
  end();
  expect((await Array.fromAsync(paced(stream, PACE))).map(({ length }) => length)).toEqual([1, 20, 3]);
  expect(await Array.fromAsync(paced(null, PACE))).toEqual([]);
});

test("refuses a body that stalls, and one that trickles", async () => {
  const silent = body();
  silent.send(9);
  expect(await refusalOf(silent.stream)).toMatchObject(TOO_SLOW);
  const trickling = body();
  const trickle = setInterval(() => trickling.send(1), 30);
  expect(await refusalOf(trickling.stream)).toMatchObject(TOO_SLOW);
  clearInterval(trickle);
  expect([silent.cancelled(), trickling.cancelled()]).toEqual([true, true]);
});

test("counts each window separately: a fast start does not excuse a stall", async () => {
  const { stream, send } = body();
  send(1_000);
  expect(await refusalOf(stream)).toMatchObject(TOO_SLOW);
});

test("accepts a body at the minimum rate", async () => {
  const { stream, send, end } = body();
  let sent = 0;
  const steady = setInterval(() => {
    sent += 10;
    send(10);
    if (sent === 500) end();
  }, 30);
  const pieces = await Array.fromAsync(paced(stream, { bytes: 10, milliseconds: 1_000 }));
  clearInterval(steady);
  expect(pieces.length).toBe(50);
});

test("does not count the time its reader takes", async () => {
  const { stream, send, end } = body();
  for (let at = 0; at < 5; at += 1) send(1);
  end();
  let pieces = 0;
  for await (const _ of paced(stream, PACE)) {
    pieces += 1;
    await Bun.sleep(60);
  }
  expect(pieces).toBe(5);
});
