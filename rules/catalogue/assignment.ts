// Assignments of givers to receivers: whether one exists, how many, and how long shuffling takes to find one.

/** The allowed receivers of each giver, ascending. There are as many receivers as givers. */
export type Allowed = readonly (readonly number[])[];

export function allowedPairs(count: number, forbidden: readonly (readonly [number, number])[]): Allowed {
  const out = Array.from({ length: count }, (_, giver) => new Set([giver]));
  for (const [giver, receiver] of forbidden) out[giver]?.add(receiver);
  return out.map((excluded) => positions(count).filter((receiver) => !excluded.has(receiver)));
}

/** Givers none of whom may give to any of these receivers; together they outnumber the entries (Hall, König). */
export interface Conflict {
  givers: number[];
  receivers: number[];
}

/**
 * Null if an assignment exists. Otherwise the found conflict with the fewest pairs; removing any one of its pairs
 * resolves it.
 */
export function conflictIn(allowed: Allowed): Conflict | null {
  const conflicts = [
    ...conflictsOf(allowed),
    ...conflictsOf(turned(allowed)).map(({ givers, receivers }) => ({ givers: receivers, receivers: givers })),
  ];
  const [first = null, ...others] = conflicts;
  return others.reduce((least, one) => (least && pairsIn(one).length < pairsIn(least).length ? one : least), first);
}

/** The pairs of a conflict. Nobody gives to themselves anyway, so that is not a pair. */
export function pairsIn({ givers, receivers }: Conflict): [number, number][] {
  return givers.flatMap((giver) =>
    receivers.flatMap((receiver): [number, number][] => (receiver === giver ? [] : [[giver, receiver]])),
  );
}

const positions = (count: number) => Array.from({ length: count }, (_, position) => position);
const ascending = (set: Iterable<number>) => [...set].toSorted((one, other) => one - other);

function turned(allowed: Allowed): Allowed {
  const givers: number[][] = allowed.map(() => []);
  allowed.forEach((receivers, giver) => {
    for (const receiver of receivers) givers[receiver]?.push(giver);
  });
  return givers;
}

// A maximum matching by augmenting paths. From an unmatched giver they reach a set of givers with too few receivers.
function conflictsOf(allowed: Allowed): Conflict[] {
  const giverOf = new Map<number, number>();
  const unserved = positions(allowed.length).filter((giver) => search(allowed, giverOf, giver) !== null);
  return unserved.map((giver) => {
    const { givers, reached } = search(allowed, giverOf, giver) as Reached;
    return { givers: ascending(givers), receivers: positions(allowed.length).filter((one) => !reached.has(one)) };
  });
}

interface Reached {
  givers: Set<number>;
  reached: Map<number, number>;
}

/** Gives `giver` a receiver, reassigning others if needed. Returns what it reached if that is impossible. */
function search(allowed: Allowed, giverOf: Map<number, number>, giver: number): Reached | null {
  const givers = new Set([giver]);
  const reached = new Map<number, number>(); // receivers, each with the giver that reached it first
  for (const one of givers) {
    for (const receiver of allowed[one] ?? []) {
      if (reached.has(receiver)) continue;
      reached.set(receiver, one);
      const holder = giverOf.get(receiver);
      if (holder === undefined) return hand(giverOf, reached, receiver);
      givers.add(holder);
    }
  }
  return { givers, reached };
}

function hand(giverOf: Map<number, number>, reached: Map<number, number>, free: number): null {
  const receiverOf = new Map(Array.from(giverOf, ([receiver, giver]) => [giver, receiver]));
  for (let receiver: number | undefined = free; receiver !== undefined; ) {
    const giver = reached.get(receiver) as number;
    giverOf.set(receiver, giver);
    receiver = receiverOf.get(giver);
  }
  return null;
}

/**
 * Number of ways to serve the remaining givers, indexed by the bit set of taken receivers; as many of the first givers
 * are served. At most 16 givers.
 */
export function waysLeft(allowed: Allowed): Float64Array {
  const count = allowed.length;
  const ways = new Float64Array(2 ** count);
  ways[ways.length - 1] = 1;
  for (let taken = ways.length - 2; taken >= 0; taken--) {
    for (const receiver of allowed[bitsIn(taken)] ?? []) {
      const bit = 1 << receiver;
      if ((taken & bit) === 0) ways[taken] = (ways[taken] as number) + (ways[taken | bit] as number);
    }
  }
  return ways;
}

function bitsIn(set: number): number {
  let bits = 0;
  for (let left = set; left > 0; left &= left - 1) bits += 1;
  return bits;
}

const MOST_ROUNDS = 200;
const CLOSE = 1e-3;

/**
 * Upper bound on the expected number of shuffles until one is allowed. With factors x and y that make every row and
 * column of x[i] * y[j] over the allowed pairs sum to 1 (Sinkhorn), van der Waerden's bound on permanents gives n^n
 * times all factors.
 */
export function shufflesAtMost(allowed: Allowed): number {
  const count = allowed.length;
  const givers = turned(allowed);
  let x = new Float64Array(count);
  let y = new Float64Array(count).fill(1);
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const before = x;
    x = factors(allowed, y);
    y = factors(givers, x);
    if (before.every((factor, at) => Math.abs(factor / (x[at] as number) - 1) < CLOSE)) break;
  }
  const logarithm = [...x, ...y].reduce((sum, factor) => sum + Math.log(factor), count * Math.log(count));
  return Math.exp(logarithm);
}

function factors(rows: Allowed, other: Float64Array): Float64Array<ArrayBuffer> {
  return Float64Array.from(rows, (row) => 1 / row.reduce((sum, at) => sum + (other[at] as number), 0));
}
