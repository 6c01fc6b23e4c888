/** A source of secret numbers. */
export interface RandomGenerator {
  /** Its name on the page of a draw. */
  name: string;
  /** `length` bytes that nobody can predict, at most 65536. */
  bytes(length: number): Uint8Array;
  /** Whether its algorithm reproduces its published answers; absent if there are none. */
  knownAnswers?(): boolean;
}

/** The operating system's generator, through the runtime. */
export const systemGenerator: RandomGenerator = {
  name: "system CSPRNG",
  bytes: (length) => crypto.getRandomValues(new Uint8Array(length)),
};
