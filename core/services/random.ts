import { treaty } from "@elysiajs/eden";
import type { Binding, Manifest, Opening, Seal, Side, Signed } from "@fairhat/protocol";
import type { SealingApp } from "@fairhat/sealing";
import type { Answer, Refusal } from "@fairhat/service";
import { batch } from "./batch.ts";
import { answersOf, dataOf, eden, type Reply, traced } from "./call.ts";

export interface Sealed {
  seal: Signed<Seal>;
  /** What made the number, as the service calls it. */
  generator: string;
  /** Why it can never be bound or opened any more, in a word; a service of an earlier version leaves it out. */
  lost?: string | null;
}

export interface Bound {
  binding: Signed<Binding>;
}

export interface Opened extends Bound {
  opening: Signed<Opening>;
}

/** What a random service tells anyone that it holds of a draw. */
export interface Published {
  binding: Signed<Binding> | null;
  opening: Signed<Opening> | null;
}

/** What a random service tells of itself. */
export interface RandomAbout {
  service: string;
  operator: string;
  generator: string;
  /** Whether its database flushes what it answers. */
  durable: boolean;
  keys: { key: string; from: string; until: string | null; retired?: boolean }[];
}

/** One of the two services that seal and open secret numbers. All but `about` may throw ServiceDown. */
export interface RandomService {
  side: Side;
  seal(draw: string): Promise<Answer<Sealed>>;
  bind(manifest: Manifest): Promise<Answer<Bound>>;
  open(manifest: Manifest): Promise<Answer<Opened>>;
  published(draw: string): Promise<Published>;
  about(): Promise<RandomAbout>;
}

/** The service at `url`, asked with core's token. */
export function randomService(side: Side, url: string, token: string): RandomService {
  const api = treaty<SealingApp>(url, eden(token));
  const name = `random-${side}`;
  return {
    side,
    seal: batch((draws: string[], requests) =>
      answersOf(name, draws.length, api.seals.post({ draws }, traced(requests))),
    ),
    bind: batch((manifests: Manifest[], requests) =>
      answersOf(name, manifests.length, api.bindings.post({ manifests }, traced(requests))),
    ),
    open: batch((manifests: Manifest[], requests) =>
      answersOf(name, manifests.length, api.openings.post({ manifests }, traced(requests))),
    ),
    published: (id) => publishedOf(name, api.draws({ id }).get()),
    about: () => dataOf(name, api.key.get()),
  };
}

const NOTHING: Published = { binding: null, opening: null };

function publishedOf(service: string, asking: Promise<Reply<Published>>): Promise<Published> {
  return dataOf(
    service,
    asking.then((reply) => (isUnknown(reply) ? { data: NOTHING, error: null } : reply)),
  );
}

// By the service itself: any other 404 comes from something in between, and says nothing of the draw.
function isUnknown({ error }: Reply<unknown>): boolean {
  return error?.status === 404 && (error.value as Partial<Refusal> | null)?.reason === "unknown_draw";
}
