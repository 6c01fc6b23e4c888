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

/** The first `steps` of `shuffled`, in time and memory proportional to them: `count` may be 2^53-1. */
export function selected(count: number, steps: number, below: Below): number[] {
  const moved = new Map<number, number>(); // list[i] where it differs from i
  const drawn: number[] = [];
  for (let i = 0; i < steps; i++) {
    const r = i < count - 1 ? i + below(count - i) : i; // the last remaining one needs no choice
    drawn.push(moved.get(r) ?? r);
    moved.set(r, moved.get(i) ?? i);
    moved.delete(i); // never read again, and a Map's size is limited
  }
  return drawn;
}

/** `steps` entries, each by one of the remaining tickets; a drawn entry leaves with all its tickets. */
export function raffled({ count, tickets }: List, steps: number, below: Below): number[] {
  const left = new Fenwick(tickets ?? new Array<number>(count).fill(1));
  return Array.from({ length: steps }, (_, step) => left.take(step < count - 1 ? below(left.total) : 0));
}
