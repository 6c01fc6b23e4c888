// The random services' statements about themselves.
import { hasPrimeOrder, partiesOf, type Side } from "@fairhat/protocol";
import type { RandomAbout, RandomService } from "./random.ts";

// Readers pin the keys shown here: docs/protocol.md section 1.
async function aboutOf(random: RandomService): Promise<RandomAbout | null> {
  const about = await random.about().catch(() => null);
  return about?.keys.every(({ key }) => hasPrimeOrder(key)) ? about : null;
}

interface Asked {
  random: Record<Side, RandomService>;
  randomPublicUrls: Record<Side, string>;
}

/** `parties`: how many hold a secret, by their statements; null if a service does not answer. */
export async function servicesOf({ random, randomPublicUrls: urls }: Asked) {
  const [a, b] = await Promise.all([aboutOf(random.a), aboutOf(random.b)]);
  return { a, b, parties: a && b ? partiesOf({ a, b }) : null, urls };
}
