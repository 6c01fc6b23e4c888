// Drawing without replacement, docs/protocol.md section 7: positions from 0, in the order drawn.
import type { Below } from "@fairhat/protocol";
import { Fenwick } from "./fenwick.ts";
import type { List } from "./rule.ts";

/** All of 0 .. count-1. */
export function shuffled(count: number, below: Below): number[] {
  const list = Array.from({ length: count }, (_, position) => position);
  for (let i = 0; i < count - 1; i++) {
    const r = i + below(count - i);
    const drawn = list[r] as number;
    list[r] = list[i] as number;
    list[i] = drawn;
  }
  return list;
}

/** Draws the next entry. Called at most once for each entry. */
export type Step = () => number;

/** The order of `shuffled`, step by step, in time and memory proportional to the steps: `count` may be 2^53-1. */
export function selecting(count: number, below: Below): Step {
  const moved = new Map<number, number>(); // list[i] where it is not i
  let i = 0;
  return () => {
    const r = i < count - 1 ? i + below(count - i) : i; // the last one left needs no choice
    const drawn = moved.get(r) ?? r;
    moved.set(r, moved.get(i) ?? i);
    moved.delete(i); // never read again, and a Map's size is limited
    i += 1;
    return drawn;
  };
}

/** Entries, each by one of the remaining tickets; a drawn entry leaves with all its tickets. `count` entries have any. */
export function raffling(tickets: readonly number[], count: number, below: Below): Step {
  const left = new Fenwick(tickets);
  let step = 0;
  return () => {
    step += 1;
    return left.take(step < count ? below(left.total) : 0);
  };
}

/** The first `steps` of `shuffled`. */
export function selected(count: number, steps: number, below: Below): number[] {
  return Array.from({ length: steps }, selecting(count, below));
}

/** `steps` entries, each by one of the remaining tickets. */
export function raffled(list: List, steps: number, below: Below): number[] {
  return Array.from({ length: steps }, raffling(ticketsIn(list), list.count, below));
}

/** The tickets of each entry. */
export function ticketsIn({ count, tickets }: List): readonly number[] {
  return tickets ?? new Array<number>(count).fill(1);
}
