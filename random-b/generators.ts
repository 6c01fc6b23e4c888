// Generators in software, seeded from the system and from what the operator adds.
import { hkdfSync } from "node:crypto";
import type { RandomGenerator } from "@fairhat/sealing";
import { rngAesCtrDrbg256 } from "@noble/ciphers/aes.js";
import { rngChacha20 } from "@noble/ciphers/chacha.js";
import type { PRG } from "@noble/ciphers/utils.js";
import { givesKnownAnswers } from "./known-answers.ts";

interface Kind {
  name: string;
  /** The length of its inner state, and so of whatever seeds it. */
  seedBytes: number;
  seeded(seed: Uint8Array): PRG;
  knownAnswers?(): boolean;
}

const KINDS = {
  // SP 800-90A section 10.2.1, without derivation function: it is seeded with full entropy.
  "ctr-drbg": {
    name: "NIST SP 800-90A CTR_DRBG (AES-256)",
    seedBytes: 48,
    seeded: (seed) => rngAesCtrDrbg256(seed),
    knownAnswers: () => givesKnownAnswers(rngAesCtrDrbg256),
  },
  chacha20: { name: "ChaCha20", seedBytes: 40, seeded: (seed) => rngChacha20(seed) },
} satisfies Record<string, Kind>;

export type KindName = keyof typeof KINDS;
export const kindNames = Object.keys(KINDS) as KindName[];

/**
 * A generator that is seeded anew from `system` before every request (prediction resistance, SP 800-90A section 8.8).
 * `added` is what the operator adds, dice throws for instance, of any length; empty for nothing.
 */
export function seededGenerator(kind: KindName, system: RandomGenerator, added: string): RandomGenerator {
  const { seedBytes, seeded, ...own }: Kind = KINDS[kind];
  const instantiate = () => {
    const seed = system.bytes(seedBytes);
    return seeded(added ? xor(seed, condensed(kind, added, seedBytes)) : seed);
  };
  let prg: PRG | undefined;
  return {
    ...own,
    bytes(length) {
      prg ??= instantiate();
      prg.addEntropy(system.bytes(seedBytes));
      return prg.randomBytes(length);
    },
  };
}

// HKDF (RFC 5869) brings any length to that of the seed and keeps the entropy that is in it.
function condensed(kind: KindName, added: string, length: number): Uint8Array {
  return new Uint8Array(hkdfSync("sha512", added, "", `fairhat/random-b/${kind}`, length));
}

// XOR, as SP 800-90A section 10.2.1.3.1 mixes in a personalization string: if either input is unpredictable and
// independent of the other, so is the result. A weak or published addition does not reduce the system's entropy, nor
// the reverse.
function xor(one: Uint8Array, other: Uint8Array): Uint8Array {
  return one.map((byte, at) => byte ^ (other[at] as number));
}
