/**
 * The remaining tickets by entry, in list order (Fenwick, "A new data structure for cumulative frequency tables",
 * 1994). Finding a ticket's entry takes logarithmic time.
 */
export class Fenwick {
  /** The sum of remaining tickets, at most 2^53-1. */
  total: number;
  readonly #tickets: readonly number[];
  /** From 1: tree[k] has the remaining tickets of entries k - (k & -k) to k-1. */
  readonly #tree: Float64Array;
  /** The largest power of two that is at most the number of entries. */
  readonly #reach: number;

  constructor(tickets: readonly number[]) {
    const size = tickets.length;
    this.#tickets = tickets;
    this.#reach = 2 ** (31 - Math.clz32(size));
    this.#tree = new Float64Array(size + 1);
    this.#tree.set(tickets, 1);
    this.total = tickets.reduce((sum, own) => sum + own, 0);
    for (let k = 1; k <= size; k++) this.#add(k + (k & -k), this.#at(k));
  }

  /** Removes and returns the first entry k with t < remaining tickets up to and including k, 0 <= t < total. */
  take(t: number): number {
    const k = this.#find(t);
    const own = this.#tickets[k] as number;
    this.total -= own;
    for (let node = k + 1; node < this.#tree.length; node += node & -node) this.#add(node, -own);
    return k;
  }

  #find(t: number): number {
    let k = 0;
    let left = t;
    for (let reach = this.#reach; reach >= 1; reach /= 2) {
      if (k + reach >= this.#tree.length || this.#at(k + reach) > left) continue;
      k += reach;
      left -= this.#at(k);
    }
    return k;
  }

  #at(node: number): number {
    return this.#tree[node] as number;
  }

  #add(node: number, tickets: number): void {
    if (node < this.#tree.length) this.#tree[node] = this.#at(node) + tickets;
  }
}
