import { treaty } from "@elysiajs/eden";
import type { Manifest, Side } from "@fairhat/protocol";
import type { Answer, Refusal } from "@fairhat/runtime";
import type { Bound, Opened, RandomAbout, Published as RandomPublished, Sealed, SealingApp } from "@fairhat/sealing";
import { batch } from "./batch.ts";
import { answersOf, dataOf, eden, type Reply, traced } from "./call.ts";

export type { Bound, Opened, RandomAbout, Sealed } from "@fairhat/sealing";

/** A draw's public binding and opening at a random service. */
export type Published = Pick<RandomPublished, "binding" | "opening">;

/** One of the two random services. Everything but `about` may throw ServiceDown. */
export interface RandomService {
  side: Side;
  seal(draw: string): Promise<Answer<Sealed>>;
  bind(manifest: Manifest): Promise<Answer<Bound>>;
  open(manifest: Manifest): Promise<Answer<Opened>>;
  published(draw: string): Promise<Published>;
  about(): Promise<RandomAbout>;
}

/** The service at `url`, called with core's token. */
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

// Only the service's 404 counts: any other comes from a proxy and says nothing about the draw.
function isUnknown({ error }: Reply<unknown>): boolean {
  return error?.status === 404 && (error.value as Partial<Refusal> | null)?.reason === "unknown_draw";
}
