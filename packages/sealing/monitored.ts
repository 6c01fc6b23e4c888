// A generator that is watched: once a test of it has failed it gives nothing more until the process starts anew.
import type { RandomGenerator } from "./generator.ts";
import { type FailedTest, healthTests, STARTUP_SAMPLES } from "./health-tests.ts";

export type GeneratorFailure = FailedTest | "known_answers" | "gives_no_bytes";

export interface MonitoredGenerator extends RandomGenerator {
  /** Why it gives nothing more; null while it is healthy. */
  failure(): GeneratorFailed | null;
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

/** Watches a generator from its start-up tests on, which run here. `onFailure` is called once. */
export function monitored(
  generator: RandomGenerator,
  onFailure: (failed: GeneratorFailed) => void,
): MonitoredGenerator {
  const runTests = healthTests();
  let failed: GeneratorFailed | null = null;

  function testedBytes(length: number): Uint8Array | GeneratorFailed {
    const given = bytesOf(generator, length);
    const failure = given instanceof GeneratorFailed ? null : runTests(given);
    return failure ? new GeneratorFailed(generator.name, failure) : given;
  }

  function latched<Outcome>(outcome: Outcome | GeneratorFailed): Outcome | GeneratorFailed {
    if (outcome instanceof GeneratorFailed) {
      failed = outcome;
      onFailure(outcome);
    }
    return outcome;
  }

  latched(failureOfAnswers(generator) ?? testedBytes(STARTUP_SAMPLES));
  return {
    name: generator.name,
    failure: () => failed,
    bytes(length) {
      const outcome = failed ?? latched(testedBytes(length));
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
