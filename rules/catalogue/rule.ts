import type { Below, Problem, Shape } from "@fairhat/protocol";

/** The group of each entry by a distinct number from 1, 0 where the entry is in none. */
export type Grouping = readonly number[];

/** What the manifest says of the list, as far as rules care. `tickets` is the sum; `groups` is absent where they are not known. */
export interface Size {
  count: number;
  tickets: number;
  groups?: Grouping;
}

/** A list without labels. `tickets` has each entry's tickets, or is null if every entry has one. */
export interface List {
  count: number;
  tickets: readonly number[] | null;
  groups?: Grouping;
}

/** A worked example to follow by hand; the tests run it. `seed` is 64 hex characters. */
export interface Example<P> {
  params: P;
  list: List;
  seed: string;
  result: Record<string, unknown>;
}

/** A published rule: docs/protocol.md section 7. Never changes once its version is published. */
export interface Rule<P extends object = object> {
  /** `<name>/<version>` */
  name: string;
  title: string;
  /** The rule for newcomers: what happens, and everyone's chances. A few plain sentences. */
  text: string;
  params: Shape<P>;
  /** Defaults for what a request omits; a manifest always has everything. */
  defaults: Partial<P>;
  /** Whether the result's numbers are list positions; false for a rule without a list. */
  takesList: boolean;
  /** Whether an entry may have more than one ticket. */
  takesTickets(params: P): boolean;
  /** Whether the result depends on groups of entries; absent for a rule that knows none. */
  takesGroups?(params: P): boolean;
  /** Why these parameters cannot work for a list of this size, or null. */
  refuses(params: P, size: Size): Problem | null;
  /** Upper bound on the expected number of choices in `run`; absent if there are no more than places to draw. */
  choices?(params: P, size: Size): number;
  /** One sentence that describes a draw with these parameters and this list. */
  describe(params: P, size: Size): string;
  /** The outcome. The parameters are known to fit the list; `below` is the only source of randomness. */
  run(params: P, list: List, below: Below): Record<string, unknown>;
  examples: Example<P>[];
}
