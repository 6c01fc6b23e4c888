// The arithmetic of the bench. No other file computes a figure.

/** The median; for an even count, the mean of the middle two. Throws for an empty list. */
export function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((one, other) => one - other);
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  if (low === undefined || high === undefined) throw new Error("there is no median of nothing");
  return (low + high) / 2;
}

/** The smallest number that at least `share` (0 to 1) of all do not exceed. Throws for an empty list. */
export function percentile(numbers: readonly number[], share: number): number {
  const sorted = numbers.toSorted((one, other) => one - other);
  const found = sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
  if (found === undefined) throw new Error("there is no percentile of nothing");
  return found;
}

/** Spread of repeated measurements: half the range, as a share of the median. */
export function spread(numbers: readonly number[]): number {
  const middle = median(numbers);
  return middle === 0 ? 0 : (Math.max(...numbers) - Math.min(...numbers)) / 2 / middle;
}

/** Ratios of measurements taken alternately, each with its neighbour. */
export function ratios(ours: readonly number[], theirs: readonly number[]): number[] {
  if (ours.length !== theirs.length) throw new Error("each measurement needs its neighbour");
  return ours.map((one, at) => one / (theirs[at] as number));
}

/** The cost on a machine that verifies an Ed25519 signature in `reference` microseconds. */
export function calibrated(cost: number, verification: number, reference = 51): number {
  return (cost * reference) / verification;
}
