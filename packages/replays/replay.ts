// Selections that others published, recomputed: by which methods, and what each of them answers. Pure, also for browsers.
import type { Shape } from "@fairhat/protocol";
import { rfc2777, rfc3797 } from "./rfc3797.ts";
import { rivest } from "./rivest.ts";

/** One pick, so that a person can follow it by hand. */
export interface Step {
  /** What is hashed: ASCII, other bytes as \xNN. */
  hashed: string;
  /** Hexadecimal in upper case, as in RFC 3797. */
  hash: string;
  /** The hash, read as a big-endian number, is divided by this. */
  divisor: number;
  remainder: number;
  /** Counted from 1; null where it was picked before and may not come twice. */
  pick: number | null;
}

export interface Replayed {
  /** What comes from all sources together. */
  key: string;
  /** In the order of the selection, counted from 1. */
  picks: number[];
  steps: Step[];
}

/** A method of selection. `run` may be given what `params` has read. */
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
