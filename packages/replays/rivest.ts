// Rivest's pseudo-random sampler (sampler.py, November 14, 2011), used for the ballots of Colorado's risk-limiting
// audits: SHA-256 of the seed, a comma and the step number from 1. A ballot may repeat, unless `repeat` is false.
import {
  integer,
  Malformed,
  type Of,
  object,
  refined,
  type Shape,
  text,
  toHex,
  typed,
  utf8,
  yesOrNo,
} from "@fairhat/protocol";
import { sha256 } from "@noble/hashes/sha2.js";
import type { Replay, Step } from "./replay.ts";
import { MOST_PICKS } from "./rfc3797.ts";

const printable: Shape<string> = {
  schema: { ...text(1, 200).schema, pattern: "^[ -~]+$" },
  read(value) {
    const read = text(1, 200).read(value);
    if (/^[ -~]+$/.test(read)) return read;
    throw Malformed.of({ code: "ascii" }, value);
  },
};

const params = refined(
  object({ seed: printable, pool: integer(1), picks: integer(1, MOST_PICKS) }, { repeat: yesOrNo }),
  ({ pool, picks, repeat }) =>
    repeat === false && picks > pool / 2
      ? { at: "picks", expected: { code: "half_of_pool" }, found: typed(picks) }
      : null,
);

export const rivest: Replay<Of<typeof params>> = {
  params,
  run({ seed, pool, picks, repeat = true }) {
    const steps: Step[] = [];
    const picked = new Set<number>();
    for (let left = picks; left > 0; ) {
      const step = stepOf(seed, pool, steps.length + 1);
      const again = !repeat && picked.has(step.remainder);
      picked.add(step.remainder);
      steps.push(again ? { ...step, pick: null } : step);
      if (!again) left -= 1;
    }
    return { key: seed, picks: steps.flatMap(({ pick }) => pick ?? []), steps };
  },
};

function stepOf(seed: string, pool: number, number: number): Step {
  const hashed = `${seed},${number}`;
  const hash = toHex(sha256(utf8(hashed))).toUpperCase();
  const remainder = Number(BigInt(`0x${hash}`) % BigInt(pool));
  return { hashed, hash, divisor: pool, remainder, pick: remainder + 1 };
}
