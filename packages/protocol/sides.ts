// The two random services of a draw.
export const SIDES = ["a", "b"] as const;
export type Side = (typeof SIDES)[number];

export function bothSides<T>(inner: T): Record<Side, T> {
  return { a: inner, b: inner };
}
