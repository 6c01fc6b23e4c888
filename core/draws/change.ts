// The organiser's actions on a draw: change, delete, lock, draw, cancel.
import { canonical, isBlank, type Of } from "@fairhat/protocol";
import { type Answer, answered, refused } from "@fairhat/runtime";
import { ServiceDown } from "../clients/call.ts";
import { advance } from "./advance.ts";
import { roomAt, roomNow } from "./capacity.ts";
import { type Context, counted, protocolTime } from "./context.ts";
import { inFuture } from "./due.ts";
import { countsGroups, groupsIn, type NewList } from "./entries.ts";
import { allChunks } from "./list.ts";
import { lockOf } from "./manifest.ts";
import { namesOthers } from "./named.ts";
import {
  beginDraw,
  type Draw,
  deleteDraw,
  findDraw,
  lockDraw,
  readDraw,
  replaceDetails,
  replaceEntries,
} from "./repository.ts";
import { type changeRequest, MOST_ENTRIES } from "./requests.ts";
import { sealsHold } from "./seal.ts";
import { type Action, refusalOf } from "./steps.ts";
import { voidUnlessOpened } from "./void.ts";

// Each step first checks whether it is allowed, then writes conditionally. If nothing was written, another request was
// first, and the same check on the present draw gives the refusal. Two attempts are enough: only our own steps go back.
async function step(
  context: Context,
  draw: Draw,
  action: Action,
  write: () => Promise<Answer<Draw> | undefined>,
): Promise<Answer<Draw>> {
  const before = refusalOf(action, draw, context.clock());
  if (before) return refused(before);
  const written = await write();
  if (written) return written;
  const now = await findDraw(context.db, draw.id);
  if (!now) return refused("no_such_draw", { deleted: true });
  const after = refusalOf(action, now, context.clock());
  if (after) return refused(after);
  return refused("changed_meanwhile");
}

function written(draw: Draw | undefined): Answer<Draw> | undefined {
  return draw && answered(draw);
}

/** Replaces an open draw's list, and with `names` those that core keeps, encrypted. */
export function changeEntries(context: Context, draw: Draw, list: NewList, names?: string[]): Promise<Answer<Draw>> {
  return step(context, draw, "change", async () => {
    if (await namesOthers(context.db, draw, list)) return refused("positions_would_move");
    const checked = await checkRule(context, { ...draw, ...list.summary }, list.chunks);
    return checked.ok ? written(await replaceEntries(context.db, draw.id, list, names)) : checked;
  });
}

/** Changes an open draw's details; omitted ones stay. Another rule starts with its defaults. */
export function changeDetails(context: Context, draw: Draw, given: Of<typeof changeRequest>): Promise<Answer<Draw>> {
  return step(context, draw, "change", async () => {
    const ruled = await ruleGiven(context, draw, given);
    if (!ruled.ok) return ruled;
    const { rule: _, params: __, ...said } = given;
    if (said.organiser !== undefined && isBlank(said.organiser)) said.organiser = "";
    return written(await replaceDetails(context.db, draw, { ...said, ...ruled.value }));
  });
}

/** Rule and parameters to store; nothing if neither is given. */
async function ruleGiven(
  context: Context,
  draw: Draw,
  { rule = draw.rule, params }: Of<typeof changeRequest>,
): Promise<Answer<Partial<Pick<Draw, "rule" | "params">>>> {
  if (rule === draw.rule && params === undefined) return answered({});
  const kept = rule === draw.rule ? draw.params : "{}";
  const checked = await checkRuleLater(
    context,
    { ...draw, rule, params: params ? JSON.stringify(params) : kept },
    allChunks(context.db, draw),
  );
  return checked.ok ? answered({ rule, params: canonical(checked.value.params) }) : checked;
}

/** Deletes an open draw. Locked draws stay. */
export async function removeDraw(context: Context, draw: Draw): Promise<Answer<null>> {
  const before = refusalOf("change", draw, context.clock());
  if (before) return refused(before);
  if (await deleteDraw(context.db, draw.id)) return answered(null);
  const now = await findDraw(context.db, draw.id);
  const after = now && refusalOf("change", now, context.clock());
  return after ? refused(after) : answered(null);
}

/**
 * Locks an open draw, to be drawn at `drawAfter`, or by hand if that is null. Throws ServiceDown if a random service
 * does not answer: before the lock the draw stays open; after it, it is bound as soon as they answer.
 */
export async function lock(context: Context, draw: Draw, drawAfter: string | null): Promise<Answer<Draw>> {
  if (isLockedSo(draw, "lock", drawAfter)) return answered(await advance(context, draw));
  return lockAndAdvance(context, draw, "lock", drawAfter);
}

/** Draws an open draw in one step with its lock, or a locked one whose time has come. Throws ServiceDown. */
export async function drawNow(context: Context, draw: Draw): Promise<Answer<Draw>> {
  if (draw.state === "drawn") return answered(draw);
  if (draw.state === "open") return lockAndAdvance(context, draw, "draw", null);
  const begun = await step(context, draw, "draw", async () => {
    const room = await roomNow(context, draw);
    if (!room.ok) return room;
    const now = protocolTime(context.clock());
    return written((await beginDraw(context.db, draw.id, now)) ?? (await begunBefore(context, draw)));
  });
  return begun.ok ? answered(await advance(context, begun.value)) : begun;
}

async function begunBefore({ db }: Context, { id }: Draw): Promise<Draw | undefined> {
  const draw = await readDraw(db, id);
  return draw.state === "void" ? undefined : draw;
}

type Locking = "lock" | "draw";

// Whether a draw is already locked exactly as requested.
function isLockedSo({ state, draw_after, locked_at }: Draw, action: Locking, drawAfter: string | null): boolean {
  if (action === "draw") return (state === "locked" || state === "drawn") && draw_after === null;
  return state === "locked" && draw_after === (drawAfter ?? locked_at);
}

async function lockAndAdvance(
  context: Context,
  draw: Draw,
  action: Locking,
  drawAfter: string | null,
): Promise<Answer<Draw>> {
  const now = protocolTime(context.clock());
  const locked = await step(context, draw, action, async () => {
    const due = drawAfter === null ? answered(null) : inFuture(context, drawAfter);
    if (!due.ok) return due;
    const atOnce = action === "draw";
    const fit = await fitToLock(context, draw, atOnce, drawAfter);
    if (!fit.ok) return fit;
    const lock = lockOf(draw, now, atOnce ? null : (drawAfter ?? now));
    const locked = counted(context, await lockDraw(context.db, draw, lock, atOnce ? now : null));
    return written(locked ?? (await lockedBefore(context, draw, action, drawAfter)));
  });
  return locked.ok ? answered(await advance(context, locked.value)) : locked;
}

async function lockedBefore(
  { db }: Context,
  { id }: Draw,
  action: Locking,
  drawAfter: string | null,
): Promise<Draw | undefined> {
  const draw = await findDraw(db, id);
  return draw && isLockedSo(draw, action, drawAfter) ? draw : undefined;
}

async function fitToLock(
  context: Context,
  draw: Draw,
  atOnce: boolean,
  drawAfter: string | null,
): Promise<Answer<unknown>> {
  const checked = await checkRule(context, draw, allChunks(context.db, draw));
  if (!checked.ok) return checked;
  const sealed = await sealsHold(context, draw);
  if (!sealed.ok || (!atOnce && drawAfter === null)) return sealed;
  return drawAfter === null ? roomNow(context, draw) : roomAt(context, draw, drawAfter);
}

type Ruled = Pick<Draw, "rule" | "params" | "entry_count" | "entry_tickets">;

type Chunks = AsyncIterable<string> | Iterable<string>;

/** The rule's check of a draw's list. */
export async function checkRule(
  context: Context,
  draw: Ruled,
  chunks: Chunks,
): Promise<Awaited<ReturnType<Context["rules"]["check"]>>> {
  const params = JSON.parse(draw.params);
  const groups = countsGroups(params) && draw.entry_count > 0 ? { groups: await groupsIn(chunks) } : {};
  const entries = { count: draw.entry_count, tickets: draw.entry_tickets, ...groups };
  return context.rules.check({ rule: draw.rule, params, entries });
}

/** The same for a draw whose list may still come: an empty one counts as long enough. */
export async function checkRuleLater(
  context: Context,
  draw: Ruled,
  chunks: Chunks,
): ReturnType<Context["rules"]["check"]> {
  const checked = await checkRule(context, draw, chunks);
  const lacksList = !checked.ok && draw.entry_count === 0 && checked.refused.field?.at === "entries.count";
  if (!lacksList) return checked;
  const params = JSON.stringify({
    ...JSON.parse(draw.params),
    ...(countsGroups(JSON.parse(draw.params)) && { limit: null }),
  });
  return checkRule(context, { ...draw, params, entry_count: MOST_ENTRIES, entry_tickets: MOST_ENTRIES }, []);
}

/** Cancels a locked draw permanently; one that may have been opened is finished instead. */
export async function makeVoid(context: Context, draw: Draw, reason: string): Promise<Answer<Draw>> {
  if (isVoidFor(draw, reason)) return answered(draw);
  return step(context, draw, "void", async () => {
    try {
      const ended = await voidUnlessOpened(context, draw, reason, null);
      return isVoidFor(ended, reason) ? answered(ended) : undefined;
    } catch (error) {
      if (error instanceof ServiceDown) return notAsked(error);
      throw error;
    }
  });
}

function isVoidFor(draw: Draw, reason: string): boolean {
  return draw.state === "void" && JSON.parse(draw.void ?? "{}").reason === reason;
}

function notAsked({ service }: ServiceDown): Answer<never> {
  return refused("service_unreachable", { service });
}
