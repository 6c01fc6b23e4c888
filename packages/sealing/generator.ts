/** Where a service takes its secret numbers from. */
export interface RandomGenerator {
  /** What the page of a draw calls it. */
  name: string;
  /** `length` bytes that nobody can predict, at most 65536. */
  bytes(length: number): Uint8Array;
  /** Whether its algorithm gives the answers that were published for it; absent where there are none. */
  knownAnswers?(): boolean;
}

/** The operating system's generator, as the runtime hands it on. */
export const systemGenerator: RandomGenerator = {
  name: "system CSPRNG",
  bytes: (length) => crypto.getRandomValues(new Uint8Array(length)),
};
