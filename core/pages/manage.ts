// The organiser's page. The key arrives in a form's body, because the manage link's fragment is never sent.

import type { Finding } from "@fairhat/lists";
import type { Language } from "@fairhat/messages";
import { isPrivate } from "@fairhat/protocol";
import { type Answer, HttpRefusal } from "@fairhat/runtime";
import { disclosuresOf } from "../draws/after-draw.ts";
import type { Context } from "../draws/context.ts";
import { followUp } from "../draws/follow-up.ts";
import { firstKey, replaceKey } from "../draws/key.ts";
import { entriesFrom } from "../draws/list.ts";
import { keptNames } from "../draws/names.ts";
import { holders } from "../draws/passover.ts";
import { type Draw, findDraw, readDraw } from "../draws/repository.ts";
import { type DrawView, viewOf } from "../draws/view.ts";
import { granted, idempotencyKey, reachable } from "../http.ts";
import { textIn } from "../lists/long-text.ts";
import type { RenderContext } from "../views/showing.ts";
import { managePage } from "../views/views.ts";
import { act, type Hear, isSaved, listText, UNCLEAR } from "./actions.ts";
import type { PageResponse } from "./answer.ts";
import { among, type Complaint, complaintOf } from "./complaints.ts";
import { findingInWords, notesOn, openAnswers } from "./findings.ts";
import type { PageContext } from "./pages.ts";
import { takesFor } from "./takes.ts";
import { tooSoonFor } from "./too-soon.ts";

/** What a draw of each state asks for. */
const CONTROLS = {
  open: ["entries", "drawAfter", "title", "organiser"],
  locked: ["reason"],
  drawn: ["reason", "position"],
  void: [],
} satisfies Record<Draw["state"], string[]>;
const MOST_HOLDERS = 100; // winners who can be passed over on the page

/** The page that asks for the key, or says that the draw was deleted. */
export function askForKey(showing: RenderContext, id: string, problems: Complaint[], deleted = false): string {
  return managePage(showing, {
    id,
    deleted,
    draw: null,
    key: "",
    made: false,
    problems,
    answers: [],
    notes: [],
    sealLost: false,
    first: null,
    holders: [],
    unnamed: [],
    kept: false,
    winners: [],
    takesList: false,
    takesTickets: false,
    tooSoon: null,
    vacant: 1,
    entries: "",
    drawAfter: "",
    reason: "",
    title: "",
    organiser: "",
    detailsOpen: false,
    token: "",
  });
}

interface Options {
  key: string;
  /** Whether it was just made: the page shows the links. */
  made?: boolean;
  problems?: Complaint[];
  /** Findings about the submitted list. */
  findings?: Finding[];
  /** Whether it is open and can never be locked. */
  sealLost?: boolean;
  /** Input that was not applied, to show again. */
  typed?: URLSearchParams;
}

/** The organiser's view of a draw. */
export async function organisersPage(context: PageContext, draw: Draw, options: Options): Promise<string> {
  const { key, made = false, problems = [], findings = [], sealLost = false, typed } = options;
  const { language } = context.showing;
  const entries = await listField(context, draw, typed);
  const fields = {
    entries,
    drawAfter: typed?.get("drawAfter") ?? "",
    reason: typed?.get("reason") ?? "",
    title: typed?.get("title") ?? draw.title,
    organiser: typed?.get("organiser") ?? draw.organiser,
  };
  const view = await viewOf(context, draw);
  const [first] = await entriesFrom(context.db, draw, 0, 1);
  const held = await holders(context, draw, MOST_HOLDERS);
  const named = new Set((await disclosuresOf(context.db, draw.id)).map(({ position }) => position));
  const unnamed = held.map(({ position }) => position).filter((position) => !named.has(position));
  const names = await keptNames(context.db, draw.id, key);
  return managePage(context.showing, {
    id: draw.id,
    draw: view,
    vacant: Number(typed?.get("winners")) || vacantIn(view),
    tooSoon: tooSoonFor(view, context.clock()),
    key,
    made,
    problems: problems.map((problem) => among(CONTROLS[draw.state], problem)),
    answers: problems.length > 0 ? openAnswers(language, findings) : [],
    notes: problems.length > 0 ? [] : notesOn(language, findings),
    sealLost,
    detailsOpen: problems.length > 0 && typed?.get("action") === "details",
    token: crypto.randomUUID(),
    deleted: false,
    ...(await takesFor(context, draw)),
    first: first && isPrivate(first) ? first.hidden : null,
    holders: held,
    unnamed,
    kept: names !== undefined,
    winners: Array.from((await names?.at(unnamed)) ?? [], ([position, { label }]) => ({ position, label })),
    ...fields,
  });
}

// Places left vacant: their holders were passed over and no alternate remained.
function vacantIn({ passovers }: DrawView): number {
  return Math.max(1, passovers.filter(({ next }) => next === null).length);
}

// Returns the input. If a draw is no longer open, its list came with the page and was not typed.
async function listField(context: Context, draw: Draw, sent: URLSearchParams | undefined): Promise<string> {
  const typed = sent ? textIn(sent, "entries") : null;
  if (typed === null) return listText(context, draw);
  const known = draw.state !== "open" && (await isSaved(context, draw, typed).catch(() => false));
  if (known) return "";
  return typeof typed === "string" ? typed : typed.mark;
}

/** Does the organiser's action, and shows the draw afterwards. */
export async function manage(
  context: PageContext,
  draw: Draw,
  key: string,
  sent: URLSearchParams,
): Promise<PageResponse> {
  const action = sent.get("action") ?? "show";
  let findings: Finding[] = [];
  const hear: Hear = (found) => {
    findings = found;
  };
  const refusal = action === "show" ? null : await refusalOf(act(context, draw, key, action, sent, hear));
  if (action === "delete" && !refusal) return { status: 200, page: askForKey(context.showing, draw.id, [], true) };
  const now = await findDraw(context.db, draw.id);
  if (!now) return { status: 404, page: askForKey(context.showing, draw.id, [], true) };
  if (!refusal)
    return {
      status: 200,
      page: await organisersPage(context, now, { key, findings, typed: stillTyped(action, sent) }),
    };
  const problems = problemsIn(context.showing.language, refusal, findings);
  const sealLost = refusal.refusal.reason === "seal_lost";
  const options = { key, problems, findings, sealLost, typed: sent };
  return { status: refusal.status, page: await organisersPage(context, now, options) };
}

/** Receives findings about a list: all of them, or those for which it is refused. */
function problemsIn(language: Language, { refusal }: HttpRefusal, findings: Finding[]): Complaint[] {
  if (refusal.reason !== UNCLEAR) return [complaintOf(language, refusal)];
  return findings.map((finding) => ({ ...findingInWords(language, finding), control: "entries" }));
}

// Input not applied yet: all of it if the page is only viewed, and a time typed beside a saved list.
function stillTyped(action: string, sent: URLSearchParams): URLSearchParams {
  if (action === "show") return sent;
  return new URLSearchParams(action === "entries" ? { drawAfter: sent.get("drawAfter") ?? "" } : {});
}

async function refusalOf(step: Promise<Answer<unknown>>): Promise<HttpRefusal | null> {
  try {
    granted(await reachable(step));
    return null;
  } catch (error) {
    if (error instanceof HttpRefusal) return error;
    throw error;
  }
}

/** Makes the draw that follows this one, and shows it to the organiser. */
export async function followUpOn(
  context: PageContext,
  draw: Draw,
  key: string,
  sent: URLSearchParams,
): Promise<PageResponse> {
  const winners = /^\d{1,7}$/.test(sent.get("winners") ?? "") ? Number(sent.get("winners")) : sent.get("winners");
  const token = idempotencyKey(sent.get("token"));
  const made = await reachable(followUp(context, draw, { params: { winners } }, token));
  if (made.ok) {
    const options = { key: firstKey(context.secret, made.value), made: true };
    return { status: 201, page: await organisersPage(context, made.value, options) };
  }
  const problems = [complaintOf(context.showing.language, made.refused)];
  return { status: 422, page: await organisersPage(context, draw, { key, problems, typed: sent }) };
}

/** Replaces the key, and shows the organiser the new link. */
export async function replaceKeyOn(
  context: PageContext,
  draw: Draw,
  key: string,
  token: string,
): Promise<PageResponse> {
  const next = granted(await replaceKey(context, draw, key, token));
  const now = await readDraw(context.db, draw.id);
  return { status: 200, page: await organisersPage(context, now, { key: next, made: true }) };
}
