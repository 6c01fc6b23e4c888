// A monitored generator: after one failed health test it gives nothing until the process restarts.
import type { RandomGenerator } from "./generator.ts";
import { type FailedTest, healthTests, STARTUP_SAMPLES } from "./health-tests.ts";

export type GeneratorFailure = FailedTest | "known_answers" | "gives_no_bytes";

export interface MonitoredGenerator extends RandomGenerator {
  /** The failure; null while healthy. */
  failure(): GeneratorFailed | null;
}

/** A generator, or its seed source, failed a health test. */
export class GeneratorFailed extends Error {
  readonly failure: GeneratorFailure;

  constructor(source: string, failure: GeneratorFailure) {
    super(
      `the generator ${source} failed its health tests (${failure}); nothing is sealed until this process starts anew`,
    );
    this.failure = failure;
  }
}

/** Runs the start-up tests and monitors the generator from then on. Calls `onFailure` at most once. */
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
    // A generator on a monitored source fails with the source's failure.
    return error instanceof GeneratorFailed ? error : new GeneratorFailed(generator.name, "gives_no_bytes");
  }
}
