import { canonical, SIDES, type Side } from "@fairhat/protocol";
import { type Answer, answered, refused } from "@fairhat/runtime";
import { ServiceDown } from "../clients/call.ts";
import type { Sealed } from "../clients/random.ts";
import type { Context } from "./context.ts";
import type { Draw } from "./repository.ts";
import { assertDistinctKeys, assertSeal } from "./validate.ts";

/** Both seals for a draw id, the same each time as long as they can be bound. Throws ServiceDown. */
export async function sealsOf(context: Context, id: string): Promise<Record<Side, Sealed>> {
  const seals = await askBoth(context, id);
  const lost = SIDES.find((side) => seals[side].lost);
  if (!lost) return seals;
  throw new ServiceDown(`random-${lost}`, "has lost its number for this draw id; ask with a new Idempotency-Key");
}

async function askBoth(context: Context, id: string): Promise<Record<Side, Sealed>> {
  const [a, b] = await Promise.all([sealed(context, "a", id), sealed(context, "b", id)]);
  assertDistinctKeys(a, b);
  return { a, b };
}

async function sealed(context: Context, side: Side, id: string): Promise<Sealed> {
  const answer = await context.random[side].seal(id);
  const service = `random-${side}`;
  if (!answer.ok) throw new ServiceDown(service, `does not seal: ${answer.refused.detail}`);
  assertSeal(service, answer.value, id);
  return answer.value;
}

/**
 * Refuses to lock a draw whose seals can no longer be bound: a service's store was restored, and there is only one seal
 * per draw and service (docs/protocol.md, sections 2 and 4). Throws ServiceDown.
 */
export async function sealsHold(context: Context, draw: Draw): Promise<Answer<null>> {
  const seals = await askBoth(context, draw.id);
  const lost = SIDES.some((side) => seals[side].lost || canonical(seals[side].seal) !== draw[`seal_${side}`]);
  if (!lost) return answered(null);
  return refused("seal_lost");
}
