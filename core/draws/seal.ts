import { canonical, SIDES, type Side } from "@fairhat/protocol";
import { ServiceDown } from "../services/call.ts";
import type { Sealed } from "../services/random.ts";
import type { Context } from "./context.ts";
import type { Draw } from "./repository.ts";
import { demandSeal, demandTwoKeys } from "./soundness.ts";

/** Both seals for a draw id: the same each time. Throws ServiceDown. */
export async function sealsOf(context: Context, id: string): Promise<Record<Side, Sealed>> {
  const [a, b] = await Promise.all([sealed(context, "a", id), sealed(context, "b", id)]);
  demandTwoKeys(a, b);
  return { a, b };
}

async function sealed(context: Context, side: Side, id: string): Promise<Sealed> {
  const answer = await context.random[side].seal(id);
  const service = `random-${side}`;
  if (!answer.ok) throw new ServiceDown(service, `does not seal: ${answer.refused.detail}`);
  demandSeal(service, answer.value, id);
  return answer.value;
}

/** Throws ServiceDown unless both services answer the seals that the draw has: what cannot be bound shall not be locked. */
export async function demandSealsOf(context: Context, draw: Draw): Promise<void> {
  const seals = await sealsOf(context, draw.id);
  const changed = SIDES.find((side) => canonical(seals[side].seal) !== draw[`seal_${side}`]);
  if (changed) throw new ServiceDown(`random-${changed}`, "has lost the seal of this draw; make the draw anew");
}
