// Recomputes published selections, by method. Pure, also for browsers.
import type { Shape } from "@fairhat/protocol";
import { rfc2777, rfc3797 } from "./rfc3797.ts";
import { rivest } from "./rivest.ts";

/** One pick, with the numbers to follow it by hand. */
export interface Step {
  /** The hash input: ASCII, other bytes as \xNN. */
  hashed: string;
  /** Hexadecimal in upper case, as in RFC 3797. */
  hash: string;
  /** The hash, read as a big-endian number, is divided by this. */
  divisor: number;
  remainder: number;
  /** Counted from 1; null if it was already picked and may not repeat. */
  pick: number | null;
}

export interface Replayed {
  /** The key made from all sources. */
  key: string;
  /** In the order of the selection, counted from 1. */
  picks: number[];
  steps: Step[];
}

/** A method of selection. `run` accepts what `params` has parsed. */
export interface Replay<Params = unknown> {
  params: Shape<Params>;
  run(params: Params): Replayed;
}

function replay<Params>({ params, run }: Replay<Params>): Replay {
  return { params, run: (given) => run(params.read(given)) };
}

/** By the name of the method. */
export const REPLAYS: ReadonlyMap<string, Replay> = new Map([
  ["rfc3797/1", replay(rfc3797)],
  ["rfc2777/1", replay(rfc2777)],
  ["rivest/1", replay(rivest)],
]);
