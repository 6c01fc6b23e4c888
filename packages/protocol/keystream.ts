// docs/protocol.md, section 6: MGF1-SHA256 (RFC 8017 B.2.1) and unbiased choices from it.
import { sha256 } from "#sha256";

/** A uniform integer 0 <= r < n. 1 <= n <= 2^53, otherwise a RangeError. */
export type Below = (n: number) => number;

/** The next four bytes of a stream, big-endian. */
type Next32 = () => number;

const SMALL = 2 ** 21;
const MOST = 2 ** 53;

/** Unbiased choices from the keystream of `seed` (32 bytes). */
export function choices(seed: Uint8Array): Below {
  return belowFrom(mgf1(seed));
}

/** below(n) of the protocol over any stream; separate so that tests can pass edge cases. */
export function belowFrom(next32: Next32): Below {
  return (n) => {
    if (!(n >= 1 && n <= MOST)) throw new RangeError(`below(${n}): n must be from 1 to 2^53`);
    for (;;) {
      const high = next32();
      const low = next32();
      // v < 2^64 - 2^32 is never rejected, and with n <= 2^21 all of this is exact in 53 bits.
      if (n <= SMALL && high < 0xffffffff) return ((high % n) * 2 ** 32 + low) % n;
      const v = (BigInt(high) << 32n) | BigInt(low);
      const width = BigInt(n);
      if (v < (2n ** 64n / width) * width) return Number(v % width);
    }
  };
}

/** MGF1-SHA256 of `seed`, four bytes at a time. */
export function mgf1(seed: Uint8Array): Next32 {
  const input = new Uint8Array(seed.length + 4);
  input.set(seed);
  const counter = new DataView(input.buffer, seed.length);
  const block = new Uint8Array(32);
  const words = new DataView(block.buffer);
  let blocks = 0;
  let at = block.length;
  return () => {
    if (at === block.length) {
      counter.setUint32(0, blocks++);
      sha256(input, block);
      at = 0;
    }
    at += 4;
    return words.getUint32(at - 4);
  };
}
