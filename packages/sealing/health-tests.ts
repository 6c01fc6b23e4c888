// The continuous health tests of a noise source, NIST SP 800-90B section 4.4. A sample is a byte.

export type FailedTest = "repetition_count" | "adaptive_proportion";

/** Claimed min-entropy of a sample in bits: every byte is equally likely. */
const ENTROPY = 8;
/**
 * -log2 of the false positive probability of one test. At 2^-30, a service sealing 1,000 draws a second would stop by
 * chance every two days; at 2^-40, once a year.
 */
const ALPHA = 40;
/** Samples of one adaptive proportion test for more than two possible values. */
const WINDOW = 512;

/** Section 4.4.1: C = 1 + ceil(-log2(alpha) / H). This many equal samples in a row fail. */
export function repetitionCutoff(entropy: number, alpha: number): number {
  return 1 + Math.ceil(alpha / entropy);
}

/** Section 4.4.2: C = 1 + critbinom(W, 2^-H, 1 - alpha). A window with this many samples equal to its first fails. */
export function proportionCutoff(window: number, entropy: number, alpha: number): number {
  const chances = binomial(window, 2 ** -entropy);
  // Summed from the upper end, where terms are smallest: 1 - alpha would lose them to rounding.
  let tail = 0;
  let most = window;
  for (; tail + (chances[most] as number) <= 2 ** -alpha; most--) tail += chances[most] as number;
  return 1 + most;
}

/** The binomial probabilities of 0 to n successes, by logarithms because the terms underflow. */
function binomial(n: number, p: number): number[] {
  const logs = [n * Math.log1p(-p)];
  for (let k = 0; k < n; k++) {
    logs.push((logs[k] as number) + Math.log((n - k) / (k + 1)) + Math.log(p) - Math.log1p(-p));
  }
  return logs.map(Math.exp);
}

const REPETITION_CUTOFF = repetitionCutoff(ENTROPY, ALPHA);
const PROPORTION_CUTOFF = proportionCutoff(WINDOW, ENTROPY, ALPHA);

/** Section 4.3: minimum number of samples for the start-up tests. */
export const STARTUP_SAMPLES = 1024;

/** Both tests over one sequence of samples, passed in pieces. Returns the failed test, or null. */
export function healthTests(): (samples: Uint8Array) => FailedTest | null {
  const repeatsTooOften = repetitionCount();
  const isTooFrequent = adaptiveProportion();
  return (samples) => {
    for (const sample of samples) {
      const [repeats, frequent] = [repeatsTooOften(sample), isTooFrequent(sample)];
      if (repeats) return "repetition_count";
      if (frequent) return "adaptive_proportion";
    }
    return null;
  };
}

function repetitionCount(): (sample: number) => boolean {
  let last = -1;
  let count = 0;
  return (sample) => {
    count = sample === last ? count + 1 : 1;
    last = sample;
    return count >= REPETITION_CUTOFF;
  };
}

function adaptiveProportion(): (sample: number) => boolean {
  let first = -1;
  let equal = 0;
  let seen = WINDOW;
  return (sample) => {
    if (seen === WINDOW) [first, equal, seen] = [sample, 0, 0];
    seen += 1;
    if (sample === first) equal += 1;
    return equal >= PROPORTION_CUTOFF;
  };
}
