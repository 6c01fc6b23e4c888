// RFC 3797 section 4, "A Suggested Precise Algorithm", and RFC 2777, which it replaced: MD5 of the key string between two
// copies of the number of the pick, of two bytes and of one.
import { integer, type Of, object, refined, toHex, typed, utf8 } from "@fairhat/protocol";
import { md5 } from "@noble/hashes/legacy.js";
import type { Replay, Replayed } from "./replay.ts";
import { keyString, sources } from "./sources.ts";

/** Maximum picks that are shown step by step. */
export const MOST_PICKS = 1_000;

const paramsOf = (largestPool: number) =>
  refined(object({ pool: integer(1, largestPool), picks: integer(1, MOST_PICKS), sources }), ({ pool, picks }) =>
    picks > pool ? { at: "picks", expected: { code: "as_many_as_pool", most: pool }, found: typed(picks) } : null,
  );

type Params = Of<ReturnType<typeof paramsOf>>;

export const rfc3797: Replay<Params> = { params: paramsOf(65_535), run: (params) => selection(params, 2) };
export const rfc2777: Replay<Params> = { params: paramsOf(255), run: (params) => selection(params, 1) };

function selection({ pool, picks, sources }: Params, bytes: 1 | 2): Replayed {
  const key = keyString(sources);
  const left = Array.from({ length: pool }, (_, at) => at + 1);
  const steps = Array.from({ length: picks }, (_, number) => {
    const frame = bytes === 2 ? [number >> 8, number & 0xff] : [number];
    const hash = toHex(md5(Uint8Array.of(...frame, ...utf8(key), ...frame))).toUpperCase();
    const divisor = left.length;
    const remainder = Number(BigInt(`0x${hash}`) % BigInt(divisor));
    const [pick = 0] = left.splice(remainder, 1);
    const framing = frame.map((byte) => `\\x${toHex(Uint8Array.of(byte))}`).join("");
    return { hashed: framing + key + framing, hash, divisor, remainder, pick };
  });
  return { key, picks: steps.map(({ pick }) => pick), steps };
}
