// The known-answer test of the CTR_DRBG (SP 800-90A section 11.3): instantiate, reseed and generate, as NIST published them.
import type { rngAesCtrDrbg256 } from "@noble/ciphers/aes.js";
import published from "./known-answers.json" with { type: "json" };

export type Instantiate = typeof rngAesCtrDrbg256;

/** Whether a CTR_DRBG (AES-256, no derivation function) gives what NIST published, without and with reseeds. */
export function givesKnownAnswers(instantiate: Instantiate): boolean {
  return published.vectors.every((vector) => answerTo(vector, instantiate) === vector.returned);
}

function answerTo({ entropyInput, personalization, calls, returned }: Vector, instantiate: Instantiate): string {
  const drbg = instantiate(bytes(entropyInput), optional(personalization));
  let answer: Uint8Array = new Uint8Array();
  for (const { reseed, additional } of calls) {
    if (reseed) drbg.addEntropy(bytes(reseed.entropyInput), optional(reseed.additional));
    answer = drbg.randomBytes(returned.length / 2, optional(additional));
  }
  return Buffer.from(answer).toString("hex");
}

type Vector = (typeof published.vectors)[number];

function bytes(hex: string): Uint8Array {
  return new Uint8Array(Buffer.from(hex, "hex"));
}

function optional(hex: string): Uint8Array | undefined {
  return hex ? bytes(hex) : undefined;
}
