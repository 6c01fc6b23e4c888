// A locked draw becomes void only if nobody can know its result: docs/decisions/0005-a-begun-draw-is-finished.md.
import { canonical, type Opening, SIDES, type Side, type Signed } from "@fairhat/protocol";
import { type Context, counted, protocolTime, waiting } from "./context.ts";
import { lockedIn } from "./manifest.ts";
import { complete } from "./outcome.ts";
import { beginDraw, type Draw, readDraw, voidDraw } from "./repository.ts";
import type { Services } from "./shared.ts";
import { endingOf } from "./steps.ts";
import { assertOpening, assertPublished } from "./validate.ts";

/**
 * Asks both services what they opened, then makes the draw void, or finishes it if its numbers are public. `refusing`
 * is the side that refuses permanently, if any. Returns the draw as it is then. Throws ServiceDown while a service is
 * unavailable.
 */
export async function voidUnlessOpened(
  context: Context,
  draw: Draw,
  reason: string,
  refusing: Side | null,
): Promise<Draw> {
  if (draw.state !== "locked") return draw;
  const kept = await openedAtServices(context, draw);
  const opened = { a: kept.opening_a !== undefined, b: kept.opening_b !== undefined };
  const ending = endingOf(draw.begun_at !== null, opened, refusing);
  if (ending === "void") return writeVoid(context, draw, kept, reason, refusing);
  // A service opened a draw that has not begun in this database: the database is older than the services.
  if (draw.begun_at === null) await beginDraw(context.db, draw.id, protocolTime(context.clock()));
  if (ending === "wait") return readDraw(context.db, draw.id);
  const drawn = await waiting(context, draw, complete(context, draw, kept as Services, "now"));
  return drawn ?? readDraw(context.db, draw.id);
}

/** What the services publish and what is stored: the openings of this manifest, with their bindings. */
async function openedAtServices(context: Context, draw: Draw): Promise<Partial<Services>> {
  const told = await Promise.all(SIDES.map((side) => openedBy(context, draw, side)));
  return Object.assign({}, ...told);
}

async function openedBy({ random }: Context, draw: Draw, side: Side): Promise<Partial<Services>> {
  const told = await random[side].published(draw.id);
  const [binding, opening] = [draw[`binding_${side}`], draw[`opening_${side}`]];
  if (binding && opening) return { [`binding_${side}`]: binding, [`opening_${side}`]: opening };
  assertPublished(`random-${side}`, told);
  if (!told.binding || told.opening?.statement.manifest !== draw.manifest_digest) return {};
  const given = { binding: told.binding, opening: told.opening };
  assertOpening(`random-${side}`, given, JSON.parse(draw[`seal_${side}`]), lockedIn(draw));
  return { [`binding_${side}`]: canonical(given.binding), [`opening_${side}`]: canonical(given.opening) };
}

// Once void is written the draw cannot begin. If it began after its services were asked, no row is returned.
async function writeVoid(
  context: Context,
  draw: Draw,
  kept: Partial<Services>,
  reason: string,
  refusing: Side | null,
): Promise<Draw> {
  const at = protocolTime(Math.max(context.clock(), Date.parse(draw.locked_at ?? ""), ...openingTimes(kept)));
  const stopped = await voidDraw(context.db, draw.id, canonical({ reason, at }), refusing === null);
  if (stopped) context.log.warn({ draw: draw.id }, "a draw is void");
  return counted(context, stopped) ?? readDraw(context.db, draw.id);
}

// A service's clock may be ahead, and no record may date a void before an opening.
function openingTimes({ opening_a, opening_b }: Partial<Services>): number[] {
  const openings = [opening_a, opening_b].flatMap((opening): Signed<Opening> | [] => JSON.parse(opening ?? "[]"));
  return openings.map(({ statement }) => Date.parse(statement.openedAt));
}
