// A generator that is watched: once a test of it has failed it gives nothing more until the process starts anew.
import type { RandomGenerator } from "./generator.ts";
import { type FailedTest, healthTests, STARTUP_SAMPLES } from "./health-tests.ts";

export type GeneratorFailure = FailedTest | "known_answers" | "gives_no_bytes";

export interface MonitoredGenerator extends RandomGenerator {
  /** Why it gives nothing more; null while it is healthy. */
  failed(): GeneratorFailed | null;
}

/** A generator, or what it takes its numbers from, failed a health test. */
export class GeneratorFailed extends Error {
  readonly failure: GeneratorFailure;

  constructor(source: string, failure: GeneratorFailure) {
    super(
      `the generator ${source} failed its health tests (${failure}); nothing is sealed until this process starts anew`,
    );
    this.failure = failure;
  }
}

/** Watches a generator from its start-up tests on, which run here. `tell` is called once, when it fails. */
export function monitored(generator: RandomGenerator, tell: (failed: GeneratorFailed) => void): MonitoredGenerator {
  const failedTest = healthTests();
  let failed: GeneratorFailed | null = null;

  function tested(length: number): Uint8Array | GeneratorFailed {
    const given = bytesOf(generator, length);
    const failure = given instanceof GeneratorFailed ? null : failedTest(given);
    return failure ? new GeneratorFailed(generator.name, failure) : given;
  }

  function kept<Outcome>(outcome: Outcome | GeneratorFailed): Outcome | GeneratorFailed {
    if (outcome instanceof GeneratorFailed) {
      failed = outcome;
      tell(outcome);
    }
    return outcome;
  }

  kept(failureOfAnswers(generator) ?? tested(STARTUP_SAMPLES));
  return {
    name: generator.name,
    failed: () => failed,
    bytes(length) {
      const outcome = failed ?? kept(tested(length));
      if (outcome instanceof GeneratorFailed) throw outcome;
      return outcome;
    },
  };
}

function failureOfAnswers({ name, knownAnswers = () => true }: RandomGenerator): GeneratorFailed | null {
  try {
    return knownAnswers() ? null : new GeneratorFailed(name, "known_answers");
  } catch {
    return new GeneratorFailed(name, "known_answers");
  }
}

function bytesOf(generator: RandomGenerator, length: number): Uint8Array | GeneratorFailed {
  try {
    const given = generator.bytes(length);
    return given.length === length ? given : new GeneratorFailed(generator.name, "gives_no_bytes");
  } catch (error) {
    // A generator that takes its numbers from a watched one fails with what that one says.
    return error instanceof GeneratorFailed ? error : new GeneratorFailed(generator.name, "gives_no_bytes");
  }
}
