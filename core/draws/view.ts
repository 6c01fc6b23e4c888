// A draw as the API and the pages present it: plain JSON, labels beside the rule's positions.
import { cutResult, positionsIn, withLabels } from "@fairhat/browser/result";
import { leadOf, type Opening, partiesOf, type Seal, type Side, type Signed, wasAnnounced } from "@fairhat/protocol";
import type { Context } from "./context.ts";
import type { NewList } from "./entries.ts";
import { entriesIn, shownAt } from "./labels.ts";
import { type PassoverView, passoverViews } from "./passover.ts";
import { isTest } from "./rehearsal.ts";
import { type Draw, readOutcome } from "./repository.ts";
import { redrawsOf } from "./shared.ts";

/** What one random service did for a draw. */
interface SideView {
  service: string;
  operator: string;
  generator: string;
  commitment: string;
  issuedAt: string;
  boundAt: string | null;
  openedAt: string | null;
  /** The opened number, 64 hex characters. */
  secret: string | null;
}

export interface DrawView {
  id: string;
  url: string;
  state: Draw["state"];
  title: string;
  organiser: string;
  rule: string;
  params: Record<string, unknown>;
  listed: boolean;
  createdAt: string;
  lockedAt: string | null;
  drawAfter: string | null;
  /** The later of both bindings: the public time of the lock. */
  boundAt: string | null;
  /** The later of both openings. */
  drawnAt: string | null;
  /** Milliseconds from the later binding to the earlier opening; null until all exist. */
  lead: number | null;
  /** Whether it was announced: locked at least a minute before it was drawn. */
  announced: boolean | null;
  begun: boolean;
  /** Whether both numbers are public: anyone can then compute the result, even before it is drawn here. */
  resultFixed: boolean;
  /** M */
  manifest: string | null;
  entries: { count: number; tickets: number; root: string };
  seals: Record<Side, SideView>;
  /** How many parties held a secret: 1 if both services name the same operator, or none. */
  parties: 1 | 2;
  /** Whether it is a rehearsal, whose result counts for nothing. */
  test: boolean;
  /** Whether all of its storage was flushed to disk. */
  durable: boolean;
  seed: string | null;
  /** The rule's result with {position, label, tickets} for each position; each part has at most MOST_SHOWN. */
  result: Record<string, unknown> | null;
  resultCut: boolean;
  /** Passed-over winners and their successors; `result` stays as drawn. */
  passovers: PassoverView[];
  void: { reason: string; at: string } | null;
  /** When its list was erased; labels in `result` are empty then. */
  erasedAt: string | null;
  /** The void draw that this one replaces. */
  previous: DrawLink | null;
  /** The draws that replaced this one, which is void. */
  redraws: DrawLink[];
  /** The draws among those who have not won in this one. */
  followUps: DrawLink[];
  /** Where the lock is, from the moment both services have bound it. */
  lock: string | null;
  /** The address of the record, once there is one. */
  record: string | null;
}

interface DrawLink {
  id: string;
  url: string;
}

/** `list`: the draw's list, if in memory; otherwise labels are read from the database. */
export async function viewOf(
  context: Pick<Context, "db" | "publicUrl">,
  draw: Draw,
  list?: NewList,
): Promise<DrawView> {
  const link = (id: string): DrawLink => ({ id, url: `${context.publicUrl}/draws/${id}` });
  const seals = { a: sideOf(draw, "a"), b: sideOf(draw, "b") };
  const lead = leadIn(seals);
  const isOver = draw.state === "void" || draw.state === "drawn";
  const after = isOver ? (await redrawsOf(context.db, draw.id)).map(link) : [];
  return {
    ...link(draw.id),
    state: draw.state,
    title: draw.title,
    organiser: draw.organiser,
    listed: draw.listed,
    rule: draw.rule,
    params: JSON.parse(draw.params),
    createdAt: draw.created_at,
    lockedAt: draw.locked_at,
    drawAfter: draw.draw_after,
    begun: draw.begun_at !== null,
    manifest: draw.manifest_digest,
    resultFixed: draw.opening_a !== null && draw.opening_b !== null,
    lead,
    announced: wasAnnounced(draw.draw_after, lead),
    boundAt: later(seals.a.boundAt, seals.b.boundAt),
    drawnAt: later(seals.a.openedAt, seals.b.openedAt),
    entries: { count: draw.entry_count, tickets: draw.entry_tickets, root: draw.entry_root },
    seals,
    parties: partiesOf(seals),
    test: isTest(draw.title),
    durable: draw.durable,
    void: JSON.parse(draw.void ?? "null"),
    erasedAt: draw.erased_at,
    lock:
      draw.binding_a && draw.binding_b && draw.erased_at === null
        ? `${context.publicUrl}/api/draws/${draw.id}/lock`
        : null,
    record: draw.state === "drawn" || draw.void ? `${context.publicUrl}/api/draws/${draw.id}/record` : null,
    previous: draw.previous === null ? null : link(draw.previous),
    redraws: draw.state === "void" ? after : [],
    followUps: draw.state === "drawn" ? after : [],
    passovers: await passoverViews(context, draw),
    ...(await resultOf(context, draw, list)),
  };
}

function leadIn({ a, b }: Record<Side, SideView>): number | null {
  const bound = ({ boundAt }: SideView) => (boundAt === null ? null : { statement: { boundAt } });
  const opened = ({ openedAt }: SideView) => (openedAt === null ? null : { statement: { openedAt } });
  return leadOf({ bindings: { a: bound(a), b: bound(b) }, openings: { a: opened(a), b: opened(b) } });
}

function sideOf(draw: Draw, side: Side): SideView {
  const { service, operator, commitment, issuedAt }: Seal = statementOf(draw[`seal_${side}`]);
  const binding = statementOf<{ boundAt: string }>(draw[`binding_${side}`]);
  const opening = statementOf<Opening>(draw[`opening_${side}`]);
  return {
    service,
    operator,
    generator: draw[`generator_${side}`],
    commitment,
    issuedAt,
    boundAt: binding?.boundAt ?? null,
    openedAt: opening?.openedAt ?? null,
    secret: opening?.secret ?? null,
  };
}

function statementOf<T>(text: string): T;
function statementOf<T>(text: string | null): T | undefined;
function statementOf<T>(text: string | null): T | undefined {
  return text === null ? undefined : (JSON.parse(text) as Signed<T>).statement;
}

// Protocol times sort as text.
function later(a: string | null, b: string | null): string | null {
  return a !== null && b !== null ? (a > b ? a : b) : null;
}

/** The result of a draw with an outcome, with labels, each part cut to MOST_SHOWN places. */
export async function resultOf(
  { db }: Pick<Context, "db">,
  draw: Draw,
  list?: NewList,
): Promise<Pick<DrawView, "seed" | "result" | "resultCut">> {
  const outcome = draw.outcome ?? (draw.state === "drawn" ? await readOutcome(db, draw.id) : null);
  if (outcome === null) return { seed: null, result: null, resultCut: false };
  const { seed, result }: { seed: string; result: Record<string, unknown> } = JSON.parse(outcome);
  const { shown, resultCut } = cutResult(result);
  // Without a list, the numbers of a result are not positions.
  if (draw.entry_count === 0) return { seed, result: shown, resultCut };
  const entries = list ? entriesIn(list, positionsIn(shown)) : await shownAt(db, draw, positionsIn(shown));
  return { seed, result: withLabels(shown, (position) => entries.get(position) ?? { label: "" }), resultCut };
}
