// Exact probabilities of outcomes as fractions: follows and weighs every sequence of choices.
import type { Below } from "@fairhat/protocol";
import type { List, Rule } from "../catalogue/index.ts";

/** A fraction in lowest terms, `1/6`. */
type Fraction = `${bigint}/${bigint}`;

/** By the outcome's JSON. */
export type Odds = Map<string, Fraction>;

/** The actual probabilities of a rule. */
export function oddsOf<P extends object>(rule: Pick<Rule<P>, "run">, params: P, list: List): Odds {
  const odds: Odds = new Map();
  for (const [result, likely] of ways((below) => rule.run(params, list, below))) {
    add(odds, JSON.stringify(result), likely);
  }
  return odds;
}

/** Every run of `run` with its probability: one over the product of all n passed to below. */
function* ways<T>(run: (below: Below) => T): Generator<[T, Fraction]> {
  const path: { answer: number; n: number }[] = [];
  do {
    let step = 0;
    const outcome = run((n) => {
      path[step] ??= { answer: 0, n };
      return path[step++]?.answer as number;
    });
    const all = path.reduce((product, { n }) => product * BigInt(n), 1n);
    yield [outcome, fraction(1n, all)];
    while (path.at(-1)?.answer === (path.at(-1)?.n ?? 0) - 1) path.pop();
    const last = path.at(-1);
    if (last) last.answer += 1;
  } while (path.length > 0);
}

/** The probabilities that the text claims for a draw by tickets, computed from the tickets alone. */
export function byTickets({ count, tickets }: List, steps: number, shape: (drawn: number[]) => object): Odds {
  const own = tickets ?? Array<number>(count).fill(1);
  const odds: Odds = new Map();
  const follow = (drawn: number[], over: number, under: number) => {
    if (drawn.length === steps) return add(odds, JSON.stringify(shape(drawn)), fraction(over, under));
    const left = own.reduce((sum, tickets, k) => (drawn.includes(k) ? sum : sum + tickets), 0);
    own.forEach((tickets, k) => {
      if (!drawn.includes(k)) follow([...drawn, k], over * tickets, under * left);
    });
  };
  follow([], 1, 1);
  return odds;
}

/** The probability of a result with this property. */
export function chance(odds: Odds, holds: (result: Record<string, unknown>) => unknown): Fraction {
  return [...odds]
    .filter(([result]) => holds(JSON.parse(result)))
    .map(([, likely]) => likely)
    .reduce(sum, "0/1");
}

function add(odds: Odds, outcome: string, likely: Fraction): void {
  odds.set(outcome, sum(odds.get(outcome) ?? "0/1", likely));
}

function sum(one: Fraction, other: Fraction): Fraction {
  const [a, b] = parts(one);
  const [c, d] = parts(other);
  return fraction(a * d + c * b, b * d);
}

export function fraction(over: number | bigint, under: number | bigint): Fraction {
  const [a, b] = [BigInt(over), BigInt(under)];
  const divisor = greatestCommonDivisor(a, b);
  return `${a / divisor}/${b / divisor}`;
}

function parts(value: Fraction): [bigint, bigint] {
  const [over, under] = value.split("/").map(BigInt);
  return [over as bigint, under as bigint];
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  return b === 0n ? a : greatestCommonDivisor(b, a % b);
}
