// What an organiser does on their page, each action with the fields that were sent for it.
import { type Finding, unansweredIn, writtenList } from "@fairhat/lists";
import { isOpen, reading } from "@fairhat/protocol";
import { type Answer, answered, refused } from "@fairhat/runtime";
import { changeDetails, changeEntries, checkRuleLater, drawNow, lock, makeVoid, removeDraw } from "../draws/change.ts";
import type { Context } from "../draws/context.ts";
import { disclose } from "../draws/disclosures.ts";
import { erase } from "../draws/erase.ts";
import { allChunks, entriesFrom } from "../draws/list.ts";
import { passOver } from "../draws/passover.ts";
import type { Draw } from "../draws/repository.ts";
import { changeRequest, composed, disclosureRequest, passoverRequest, voidRequest } from "../draws/requests.ts";
import { type LongText, textIn } from "../lists/long-text.ts";
import { readTyped, type TypedList } from "../lists/typed.ts";
import { typedTime } from "./when.ts";

const MOST_EDITED = 1_000; // entries in the text field; longer lists are replaced as a whole

/** The reason of a list with findings that have to be answered. */
export const UNCLEAR = "list_unclear";

/** Hears what was found in the list that was sent. */
export type Hear = (findings: Finding[]) => void;

/** Text that gives the same list when it is saved; empty if that is impossible. */
export async function listText(context: Context, draw: Draw): Promise<string> {
  if (draw.state !== "open" || draw.entry_count > MOST_EDITED) return "";
  const checked = await checkRuleLater(context, draw, allChunks(context.db, draw)).catch(() => null);
  if (!checked?.ok) return "";
  const entries = await entriesFrom(context.db, draw, 0, MOST_EDITED);
  return writtenList(entries.filter(isOpen), checked.value.takesTickets) ?? "";
}

/** Does what the button says. */
export async function act(
  context: Context,
  draw: Draw,
  key: string,
  action: string,
  sent: URLSearchParams,
  hear: Hear,
): Promise<Answer<unknown>> {
  if (action === "draw" || action === "lock") return closeList(context, draw, action, sent);
  if (action === "passover") return passOverWith(context, draw, sent);
  if (action === "disclose") return discloseWith(context, draw, key, sent.get("names") ?? "");
  if (action === "void") return voidWith(context, draw, sent.get("reason") ?? "");
  if (action === "details") return changeTitles(context, draw, sent);
  if (action === "erase") return erase(context, draw);
  if (action === "delete") return removeDraw(context, draw);
  if (action === "entries") return replaceList(context, draw, sent, hear);
  return refused("unknown_action", { action });
}

// After the lock the list is final, so the field must match it.
async function closeList(
  context: Context,
  draw: Draw,
  action: "draw" | "lock",
  sent: URLSearchParams,
): Promise<Answer<Draw>> {
  const entries = textIn(sent, "entries");
  if (entries !== null && draw.state === "open" && !(await isSaved(context, draw, entries))) {
    return refused("list_not_saved");
  }
  const drawAfter = sent.get("drawAfter") ?? "";
  if (action === "draw") return drawUnlessTimed(context, draw, drawAfter);
  return lockAt(context, draw, drawAfter, sent.get("zone") ?? "");
}

/** Whether a list is the one that is stored. */
export async function isSaved(context: Context, draw: Draw, typed: string | LongText): Promise<boolean> {
  if (typeof typed === "string" && typed.trim() === "") return (await listText(context, draw)) === "";
  const read = await typedList(context, draw, typed);
  if (!read.ok) return false;
  const { list } = read.value;
  return list.ok && list.value.summary.entry_root === draw.entry_root;
}

// A typed time means that the draw should wait: drawing now could not be undone.
async function drawUnlessTimed(context: Context, draw: Draw, typed: string): Promise<Answer<Draw>> {
  if (typed === "") return drawNow(context, draw);
  return refused("time_given");
}

async function lockAt(context: Context, draw: Draw, typed: string, zone: string): Promise<Answer<Draw>> {
  if (typed === "") return lock(context, draw, null);
  const drawAfter = typedTime(typed, zone);
  return drawAfter.ok ? lock(context, draw, drawAfter.value) : drawAfter;
}

async function voidWith(context: Context, draw: Draw, typed: string): Promise<Answer<Draw>> {
  const read = reading(voidRequest, composed({ reason: typed.trim() }));
  return read.ok ? makeVoid(context, draw, read.value.reason) : refused("malformed", read.problem);
}

async function passOverWith(context: Context, draw: Draw, sent: URLSearchParams): Promise<Answer<Draw>> {
  const position = /^\d{1,7}$/.test(sent.get("position") ?? "") ? Number(sent.get("position")) : null;
  const read = reading(passoverRequest, composed({ position, reason: (sent.get("reason") ?? "").trim() }));
  return read.ok ? passOver(context, draw, read.value) : refused("malformed", read.problem);
}

async function changeTitles(context: Context, draw: Draw, sent: URLSearchParams): Promise<Answer<Draw>> {
  const [title, organiser] = ["title", "organiser"].map((name) => (sent.get(name) ?? "").trim());
  const read = reading(changeRequest, composed({ title, organiser }));
  return read.ok ? changeDetails(context, draw, read.value) : refused("malformed", read.problem);
}

async function discloseWith(context: Context, draw: Draw, key: string, sent: string): Promise<Answer<Draw>> {
  const read = reading(disclosureRequest, composed({ names: parsed(sent) }));
  return read.ok ? disclose(context, draw, read.value.names, key) : refused("malformed", read.problem);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

async function replaceList(context: Context, draw: Draw, sent: URLSearchParams, hear: Hear): Promise<Answer<Draw>> {
  const read = await typedList(context, draw, textIn(sent, "entries") ?? "");
  if (!read.ok) return read;
  const { list, report } = read.value;
  const open = unansweredIn(report.findings, sent.getAll("keep"));
  hear(open.length > 0 ? open : report.findings);
  if (open.length > 0) return refused(UNCLEAR, { text: "the list was not saved: something in it has to be looked at" });
  return list.ok ? changeEntries(context, draw, list.value) : refused("malformed", list.problem);
}

async function typedList(context: Context, draw: Draw, typed: string | LongText): Promise<Answer<TypedList>> {
  // Whether a line may end in tickets depends on rule and parameters alone, and the list that is there fits them.
  const checked = await checkRuleLater(context, draw, allChunks(context.db, draw));
  return checked.ok ? answered(await readTyped(typed, checked.value.takesTickets)) : checked;
}
