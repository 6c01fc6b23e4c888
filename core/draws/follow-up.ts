// A draw among those who have not won, locked to the one that it follows. docs/protocol.md section 12.
import { integer, listOf, type Of, object, type Problem, reading, text, typed } from "@fairhat/protocol";
import { type Answer, answered, refused } from "@fairhat/runtime";
import { passoversOf } from "./after-draw.ts";
import type { Context } from "./context.ts";
import type { NewList } from "./entries.ts";
import { allChunks } from "./list.ts";
import { makeDraw } from "./make.ts";
import { exclusionsIn } from "./passover.ts";
import { type Draw, readDraw } from "./repository.ts";
import { type Draft, type followUpRequest, LONGEST_PARAMS, utcTime } from "./requests.ts";

/** What a follow-up draw can be given; the rest is as in the first one. */
const given = object(
  {},
  {
    winners: integer(1),
    alternates: integer(0),
    prizes: listOf(object({ name: text(1, 200), quantity: integer(1) }), 1),
    limit: integer(1),
  },
);

/** Makes a draw that follows a drawn one, at once or for a time, over the same list. Throws ServiceDown. */
export async function followUp(
  context: Context,
  first: Draw,
  request: Of<typeof followUpRequest>,
  idempotencyKey: string | null,
): Promise<Answer<Draw>> {
  if (first.state !== "drawn") return refused("not_drawn");
  if (first.erased_at !== null) return refused("list_erased");
  const ruled = await ruleFor(context, first, request.params ?? {});
  if (!ruled.ok) return ruled;
  const { title = first.title, organiser = first.organiser, listed = first.listed, drawAfter = null } = request;
  const timed =
    drawAfter === null ? { draw: "now" as const } : { draw: "later" as const, drawAfter: utcTime(drawAfter) };
  const list = await listOfDraw(context, first);
  const draft: Draft = { title, organiser, listed, list, previous: first.id, ...timed, ...ruled.value };
  return makeDraw(context, draft, idempotencyKey);
}

async function ruleFor(
  context: Context,
  first: Draw,
  asked: Record<string, unknown>,
): Promise<Answer<Pick<Draft, "rule" | "params">>> {
  const read = reading(object({ params: given }), { params: asked });
  if (!read.ok) return refused("malformed", read.problem);
  const before: Record<string, unknown> = JSON.parse(first.params);
  const [full, passed] = await Promise.all([readDraw(context.db, first.id), passoversOf(context.db, first.id)]);
  const exclusions = exclusionsIn(full, passed);
  if (!exclusions) return refused("no_winners");
  const { excluded, vacant } = exclusions;
  const { prizes, winners = Math.max(1, vacant), alternates = 0, limit = before.limit ?? null } = read.value.params;
  const byTickets = first.rule.startsWith("raffle/") || before.tickets === true;
  const drawn = prizes ? { prizes, tickets: byTickets } : { winners };
  const params = { ...drawn, alternates, limit, excluded, follows: first.manifest_digest };
  const length = JSON.stringify(params).length;
  if (length <= LONGEST_PARAMS) return answered({ rule: ruleOf(prizes !== undefined, byTickets), params });
  const field: Problem = {
    at: "params.excluded",
    expected: { code: "json_length", most: LONGEST_PARAMS },
    found: typed(length),
  };
  return refused("malformed", field);
}

function ruleOf(hasPrizes: boolean, byTickets: boolean): string {
  if (hasPrizes) return "prizes/2";
  return byTickets ? "raffle/2" : "winners/2";
}

async function listOfDraw({ db }: Context, draw: Draw): Promise<NewList> {
  const { entry_count, entry_tickets, entry_root } = draw;
  return { summary: { entry_count, entry_tickets, entry_root }, chunks: await Array.fromAsync(allChunks(db, draw)) };
}
