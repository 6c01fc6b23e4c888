import { describe, expect, test } from "bun:test";
import { type RandomGenerator, systemGenerator } from "./generator.ts";
import { GeneratorFailed, type GeneratorFailure, monitored } from "./monitored.ts";

/** A generator that works for `good` bytes. */
function breaking(good: number, then: (length: number) => Uint8Array): RandomGenerator {
  let given = 0;
  return {
    name: "breaking",
    bytes(length) {
      given += length;
      return given > good ? then(length) : systemGenerator.bytes(length);
    },
  };
}

function watched(generator: RandomGenerator) {
  const told: GeneratorFailed[] = [];
  return { told, generator: monitored(generator, (failed) => told.push(failed)) };
}

const stuck = (length: number) => new Uint8Array(length);
const throws = () => {
  throw new Error("/dev/random is not there");
};

test("a healthy generator gives the same output, under its name", () => {
  const { generator, told } = watched({
    name: "counted",
    bytes: (length) => Uint8Array.from({ length }, (_, at) => at),
  });
  expect(generator.name).toBe("counted");
  expect([...generator.bytes(4)]).toEqual([0, 1, 2, 3]);
  expect(generator.failure()).toBeNull();
  expect(told).toEqual([]);
});

describe("what is broken", () => {
  const START = 1024;
  const cases: [string, RandomGenerator, GeneratorFailure][] = [
    ["is stuck from the start", breaking(0, stuck), "repetition_count"],
    ["gets stuck later", breaking(START + 320, stuck), "repetition_count"],
    [
      "begins to repeat a block",
      breaking(START + 320, (length) => Uint8Array.from({ length }, (_, at) => at % 8)),
      "adaptive_proportion",
    ],
    ["throws", breaking(START + 320, throws), "gives_no_bytes"],
    ["throws from the start", breaking(0, throws), "gives_no_bytes"],
    ["gives less than it was asked for", breaking(START + 320, () => new Uint8Array(31)), "gives_no_bytes"],
    ["does not know its answers", { ...systemGenerator, knownAnswers: () => false }, "known_answers"],
    ["breaks over its answers", { ...systemGenerator, knownAnswers: throws }, "known_answers"],
  ];
  test.each(cases)("%s: it is reported once, and nothing more is given", (_, generator, failure) => {
    const { told, generator: one } = watched(generator);
    const given: Uint8Array[] = [];
    for (let asked = 0; asked < 50; asked++) {
      try {
        given.push(one.bytes(32));
      } catch (error) {
        expect(error).toBeInstanceOf(GeneratorFailed);
      }
    }
    expect(one.failure()?.failure).toBe(failure);
    expect(told).toEqual([one.failure() as GeneratorFailed]);
    expect(() => one.bytes(32)).toThrow(`the generator ${generator.name} failed its health tests (${failure})`);
    for (const bytes of given) expect(bytes).not.toEqual(stuck(32));
  });
});

test("a generator fails with its seed source, even if its output looks good", () => {
  const system = monitored(breaking(2048, stuck), () => {});
  const mixing = (length: number) => {
    system.bytes(48);
    return systemGenerator.bytes(length);
  };
  const { generator, told } = watched({ name: "mixing", bytes: mixing });
  const ask = () => {
    for (let asked = 0; asked < 50; asked++) generator.bytes(32);
  };
  expect(ask).toThrow("the generator breaking failed its health tests (repetition_count)");
  expect(generator.failure()).toBe(system.failure());
  expect(told).toHaveLength(1);
});
