// The outcome of a locked and opened draw: docs/protocol.md sections 5 to 8. No request contains a seed. Core has
// verified the signatures before it asks, and every verifier does so again:
// docs/decisions/0031-a-draw-costs-what-it-must.md.
import {
  choices,
  digest,
  type Expected,
  type Found,
  fromHex,
  integer,
  listOf,
  manifest,
  nullable,
  type Of,
  type Opening,
  object,
  opening,
  reading,
  type Side,
  type Signed,
  seedOf,
  signed,
  typed,
} from "@fairhat/protocol";
import { type Answer, answered } from "@fairhat/runtime";
import { type List, type Rule, type Size, sizeOf } from "./catalogue/index.ts";
import { checkHere } from "./checks.ts";
import { type Fault, type Reason, refuse } from "./refuse.ts";

/**
 * A draw that is locked and opened. `tickets` has those of each entry, or is null when every entry has one; `groups` has the group
 * of each by a number from 1, 0 for none, where the rule asks for it.
 */
export const drawRequest = object(
  {
    manifest,
    openings: object({ a: signed(opening), b: signed(opening) }),
    tickets: nullable(listOf(integer(1))),
  },
  { groups: listOf(integer(0)) },
);

export type Drawing = Of<typeof drawRequest>;

export interface Drawn {
  /** The draw's id. */
  draw: string;
  /** As in the record. */
  outcome: { rule: string; seed: string; result: Record<string, unknown> };
}

/** Answers one item of POST /outcomes. */
export function answerDraw(item: unknown): Answer<Drawn> {
  const request = reading(drawRequest, item);
  if (!request.ok) return refuse({ reason: "malformed", problem: request.problem });
  const { manifest, openings, tickets, groups } = request.value;
  // First: once the parameters are valid for the rule, the manifest has a canonical form.
  const checked = checkHere(manifest.rule, manifest.params, { ...manifest.entries, ...(groups && { groups }) });
  if (!checked.ok) return refuse(checked);
  const M = digest(manifest);
  const list = { count: tickets?.length ?? manifest.entries.count, tickets, ...(groups && { groups }) };
  const wrong =
    ticketsFault(manifest.entries, list) ??
    groupsFault(manifest.entries.count, list, checked) ??
    openingsFault(manifest.draw, M, openings);
  if (wrong) return refuse(wrong);
  const seed = seedOf(M, openings.a.statement.secret, openings.b.statement.secret);
  const result = checked.rule.run(checked.params, list, choices(fromHex(seed)));
  return answered({ draw: manifest.draw, outcome: { rule: manifest.rule, seed, result } });
}

function ticketsFault({ count, tickets }: Size, given: List): Fault | null {
  const sum = sizeOf(given).tickets;
  if (given.count === count && sum === tickets) return null;
  const expected = { code: "tickets_of", tickets, entries: count } as const;
  return fault("tickets_do_not_add_up", "tickets", expected, {
    code: "tickets_of",
    tickets: sum,
    entries: given.count,
  });
}

function groupsFault(count: number, { groups }: List, { rule, params }: { rule: Rule; params: object }): Fault | null {
  const wanted = rule.takesGroups?.(params) ? count : 0;
  const given = groups?.length ?? 0;
  if (given === wanted || (wanted === 0 && given === count)) return null;
  return fault(
    "groups_do_not_fit",
    "groups",
    { code: "groups_of", entries: wanted },
    { code: "groups_of", entries: given },
  );
}

function openingsFault(draw: string, M: string, { a, b }: Record<Side, Signed<Opening>>): Fault | null {
  const wrong = openingFault("a", a, draw, M) ?? openingFault("b", b, draw, M);
  if (wrong || a.statement.service !== b.statement.service) return wrong;
  return fault(
    "same_service_twice",
    "openings.b.statement.service",
    { code: "another_key", side: "a" },
    typed(b.statement.service),
  );
}

function openingFault(side: Side, S: Signed<Opening>, draw: string, M: string): Fault | null {
  const at = `openings.${side}`;
  const named = S.statement;
  if (named.draw !== draw)
    return fault("opening_of_another_draw", `${at}.statement.draw`, exactly(draw), typed(named.draw));
  if (named.manifest === M) return null;
  return fault("opening_of_another_manifest", `${at}.statement.manifest`, exactly(M), typed(named.manifest));
}

function exactly(text: string): Expected {
  return { code: "exactly", text };
}

function fault(reason: Reason, at: string, expected: Expected, found: Found): Fault {
  return { reason, problem: { at, expected, found } };
}
