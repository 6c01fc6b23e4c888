import { canonical, digest } from "@fairhat/protocol";
import { type Answer, answered, refused } from "@fairhat/runtime";
import { LIGHT } from "../clients/rules.ts";
import { manageHash, manageKey, repeatedId } from "../manage-key.ts";
import { advance } from "./advance.ts";
import { roomAt, roomNow } from "./capacity.ts";
import { checkRule, checkRuleLater } from "./change.ts";
import { type Context, counted, protocolTime, waiting } from "./context.ts";
import { convoy } from "./convoy.ts";
import { inFuture } from "./due.ts";
import { keyedDigest } from "./envelope.ts";
import { lockOf } from "./manifest.ts";
import { sealedNames } from "./names.ts";
import { type Draw, insertDraw, readDraw } from "./repository.ts";
import type { Draft } from "./requests.ts";
import { sealsOf } from "./seal.ts";
import { findTogether } from "./shared.ts";

const together = convoy();

/**
 * Makes a draw from a draft, and draws it at once if the draft says so. A repeated request with the same key returns
 * the earlier draw. Throws ServiceDown if nothing could be made.
 */
export function makeDraw(context: Context, draft: Draft, idempotencyKey: string | null): Promise<Answer<Draw>> {
  const make = () => makeOne(context, draft, idempotencyKey);
  return draft.list.summary.entry_count <= LIGHT ? together(make) : make();
}

async function makeOne(context: Context, draft: Draft, idempotencyKey: string | null): Promise<Answer<Draw>> {
  const { summary } = draft.list;
  const ruled = { rule: draft.rule, params: JSON.stringify(draft.params), ...summary };
  const staysOpen = draft.draw === "later" && draft.drawAfter === undefined;
  const checked = await (staysOpen ? checkRuleLater : checkRule)(context, ruled, draft.list.chunks);
  if (!checked.ok) return checked;
  const complete = { ...draft, params: checked.value.params };
  const id = idempotencyKey === null ? context.newId() : repeatedId(context.secret, idempotencyKey);
  const key = manageKey(context.secret, { id, generation: 1 });
  const asked = digestOf(complete, id, key);
  const before = idempotencyKey === null ? undefined : await findTogether(context.db, id);
  if (before) return repeated(context, before, asked);
  const room = await roomFor(context, draft);
  if (!room.ok) return room;
  const draw = await newDraw(context, id, complete, idempotencyKey === null ? null : asked);
  const { chunks, names } = draft.list;
  const sealed = names && sealedNames(names, id, key);
  const stored = counted(context, await insertDraw(context.db, draw, chunks, sealed));
  if (!stored) return repeated(context, await readDraw(context.db, id), asked);
  return answered(await drawnIfPossible(context, stored));
}

// A private list is hidden with other salts whenever its request is repeated.
function digestOf({ list, ...rest }: Draft, id: string, key: string): string {
  const { summary, names } = list;
  if (!names) return digest({ ...rest, entries: summary.entry_root });
  return keyedDigest(id, key, digest({ ...rest, mask: names.mask, entries: names.given }));
}

async function roomFor(context: Context, { draw, drawAfter, list }: Draft): Promise<Answer<null>> {
  if (draw === "now") return roomNow(context, list.summary);
  if (drawAfter === undefined) return answered(null);
  const due = inFuture(context, drawAfter);
  return due.ok ? roomAt(context, list.summary, drawAfter) : due;
}

async function repeated(context: Context, draw: Draw, asked: string): Promise<Answer<Draw>> {
  if (draw.request_digest === asked) return answered(await drawnIfPossible(context, draw));
  return refused("idempotency_key_reused");
}

async function newDraw(context: Context, id: string, draft: Draft, request_digest: string | null): Promise<Draw> {
  const { a, b } = await sealsOf(context, id);
  const now = protocolTime(context.clock());
  const open: Draw = {
    id,
    title: draft.title,
    organiser: draft.organiser,
    rule: draft.rule,
    params: canonical(draft.params),
    listed: draft.listed,
    durable: context.durable,
    state: "open",
    created_at: now,
    request_digest,
    generation: 1,
    manage_hash: manageHash(manageKey(context.secret, { id, generation: 1 })),
    ...draft.list.summary,
    previous: draft.previous ?? null,
    seal_a: canonical(a.seal),
    generator_a: a.generator,
    seal_b: canonical(b.seal),
    generator_b: b.generator,
    manifest: null,
    manifest_digest: null,
    locked_at: null,
    draw_after: null,
    begun_at: null,
    binding_a: null,
    binding_b: null,
    opening_a: null,
    opening_b: null,
    outcome: null,
    void: null,
    passed: 0,
    erased_at: null,
  };
  if (draft.drawAfter !== undefined) return { ...open, ...lockOf(open, now, draft.drawAfter), state: "locked" };
  return draft.draw === "later" ? open : { ...open, ...lockOf(open, now, null), state: "locked", begun_at: now };
}

// The draw is stored in any case: the recovery retries services that do not answer.
async function drawnIfPossible(context: Context, draw: Draw): Promise<Draw> {
  return (await waiting(context, draw, advance(context, draw))) ?? readDraw(context.db, draw.id);
}
