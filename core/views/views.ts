// The pages' templates, each behind a typed function. They are bundled as text: no path is resolved at run time.
import type { AssetName } from "@fairhat/browser/assets";
import type { Entry, Side } from "@fairhat/protocol";
import type { Published, Replayed } from "@fairhat/replays";
import { Eta } from "eta";
import type { PublishedRule } from "../clients/rules.ts";
import type { Context } from "../draws/context.ts";
import type { recent } from "../draws/recent.ts";
import type { Found } from "../draws/search.ts";
import type { UnpublishedResult } from "../draws/unpublished.ts";
import type { DrawView } from "../draws/view.ts";
import type { TypedList } from "../lists/typed.ts";
import type { Complaint } from "../pages/complaints.ts";
import type { OpenAnswer } from "../pages/findings.ts";
import type { Form, FormRule } from "../pages/form.ts";
import type { NUMBERS_PRESETS } from "../pages/numbers-presets.ts";
import type { Preset } from "../pages/presets.ts";
import type { TooSoon } from "../pages/too-soon.ts";
import type { LocalizedRule, LocalizedText } from "../words.ts";
import answers from "./answers.eta" with { type: "text" };
import api from "./api.eta" with { type: "text" };
import bracket from "./bracket.eta" with { type: "text" };
import certificate from "./certificate.eta" with { type: "text" };
import check from "./check.eta" with { type: "text" };
import chosen from "./chosen.eta" with { type: "text" };
import confirm from "./confirm.eta" with { type: "text" };
import draw from "./draw.eta" with { type: "text" };
import drawn from "./drawn.eta" with { type: "text" };
import draws from "./draws.eta" with { type: "text" };
import embed from "./embed.eta" with { type: "text" };
import entries from "./entries.eta" with { type: "text" };
import error from "./error.eta" with { type: "text" };
import followed from "./followed.eta" with { type: "text" };
import form from "./form.eta" with { type: "text" };
import handing from "./handing.eta" with { type: "text" };
import hidden from "./hidden.eta" with { type: "text" };
import home from "./home.eta" with { type: "text" };
import kept from "./kept.eta" with { type: "text" };
import layout from "./layout.eta" with { type: "text" };
import manage from "./manage.eta" with { type: "text" };
import notes from "./notes.eta" with { type: "text" };
import now from "./now.eta" with { type: "text" };
import organiser from "./organiser.eta" with { type: "text" };
import params from "./params.eta" with { type: "text" };
import passovers from "./passovers.eta" with { type: "text" };
import present from "./present.eta" with { type: "text" };
import privacy from "./privacy.eta" with { type: "text" };
import privateNames from "./private.eta" with { type: "text" };
import problems from "./problems.eta" with { type: "text" };
import promise from "./promise.eta" with { type: "text" };
import receipt from "./receipt.eta" with { type: "text" };
import redraws from "./redraws.eta" with { type: "text" };
import replays from "./replays.eta" with { type: "text" };
import replaysteps from "./replaysteps.eta" with { type: "text" };
import result from "./result.eta" with { type: "text" };
import retry from "./retry.eta" with { type: "text" };
import rules from "./rules.eta" with { type: "text" };
import search from "./search.eta" with { type: "text" };
import share from "./share.eta" with { type: "text" };
import { type RenderContext, wordsOf } from "./showing.ts";
import slips from "./slips.eta" with { type: "text" };
import steps from "./steps.eta" with { type: "text" };
import trust from "./trust.eta" with { type: "text" };
import tryout from "./tryout.eta" with { type: "text" };
import verify from "./verify.eta" with { type: "text" };
import wrong from "./wrong.eta" with { type: "text" };

const eta = new Eta({ tags: ["{%", "%}"], cache: true, autoFilter: true, filterFunction: assertValue });
const pages = {
  api,
  confirm,
  draw,
  draws,
  embed,
  error,
  home,
  manage,
  present,
  privacy,
  receipt,
  replays,
  retry,
  rules,
  slips,
  trust,
  verify,
};
const partials = {
  answers,
  bracket,
  certificate,
  check,
  chosen,
  drawn,
  entries,
  followed,
  form,
  handing,
  hidden,
  kept,
  layout,
  notes,
  now,
  organiser,
  params,
  passovers,
  private: privateNames,
  problems,
  promise,
  redraws,
  replaysteps,
  result,
  search,
  share,
  steps,
  tryout,
  wrong,
};
for (const [name, text] of Object.entries({ ...pages, ...partials })) eta.loadTemplate(`@${name}`, text);

/** Escapes text like a template. */
export const escaped = (text: string): string => eta.config.escapeFunction(text);

// A missing value is a bug, not an empty space on the page.
function assertValue(value: unknown): string {
  if (value === undefined || value === null) throw new Error("a template was given no value");
  return String(value);
}

/** Renders a page for its reader; `scripts` are the assets that it loads. */
const page =
  <Data extends object>(name: keyof typeof pages, ...scripts: AssetName[]) =>
  (showing: RenderContext, data: Data): string =>
    eta.render(`@${name}`, { ...data, ...wordsOf(showing), scripts });

/** `slug` is the page's, `presets` are the pages that it links to. */
export const homePage = page<{
  form: Form;
  rules: FormRule[];
  problems: Complaint[];
  answers?: OpenAnswer[];
  presets?: Preset[];
  slug?: string;
}>("home", "form.js");
export const confirmPage = page<{
  form: Form;
  /** The form's fields, to be submitted again. */
  fields: [string, string][];
  rule: FormRule;
  /** All parameters, including defaults. */
  params: Record<string, unknown>;
  sentence: LocalizedText;
  /** Its scheduled time, if any. */
  drawAfter: string | null;
  typed: Omit<TypedList, "list">;
  /** Notes about the list. */
  notes: LocalizedText[];
  /** The public mask of a private list's name. */
  maskOf(label: string): string;
}>("confirm");
/** A draw as of `now`, with that page's `version`. */
interface DrawSnapshot {
  draw: DrawView;
  /** For a void draw whose numbers are both public. */
  unpublished: UnpublishedResult | null;
  version: string;
  now: string;
}

export const drawPage = page<
  DrawSnapshot & {
    rule: LocalizedRule;
    /** Entries in them are shown by name. */
    params: Record<string, unknown>;
    entries: Entry[];
    /** Position of the first shown entry. */
    from: number;
    /** Entries per page of the list. */
    size: number;
    /** What was searched for in the list, and what was found; null without a search. */
    find: string | null;
    found: Found[] | null;
    /** Each service's public statement about this draw. */
    ask: Record<Side, string>;
  }
>("draw", "draw.js");
/** A draw embedded in another website. */
export const embedPage = page<DrawSnapshot>("embed");
/** The big-screen view. */
export const presentPage = page<DrawSnapshot & { /** The short link. */ short: string }>("present", "present.js");
/** A printable sheet: the giver outside, the receiver inside. */
export const slipsPage = page<{ draw: DrawView; slips: { label: string }[][] }>("slips", "slips.js");
/** Checks records; everything is done by its script. */
export const verifyPage = page<{
  /** The programs to download, each with its SHA-256. */
  programs: { name: string; path: string; digest: string }[];
}>("verify", "verify.js");
/** Opens receipts of private draws; everything is done by its script. */
export const receiptPage = page<Record<never, never>>("receipt", "receipt.js");
export const errorPage = page<{ title: LocalizedText; detail: LocalizedText }>("error");
/** Keeps the fields of a form that could not be processed, to submit to `action` again. */
export const retryPage = page<{ fields: [string, string][]; action: string; detail: LocalizedText }>("retry");
/** Typed input for replaying a selection. */
export interface ReplayForm {
  rule: string;
  pool: string;
  picks: string;
  sources: string;
}

export interface PublishedReplay extends Omit<Published, "params"> {
  params: { pool: number };
  /** The inputs, one line per source. */
  sources: string[];
  steps: Replayed;
  /** Whether it equals the published result. */
  same: boolean;
}

export const replaysPage = page<{
  published: PublishedReplay[];
  rules: string[];
  form: ReplayForm;
  own: Replayed | null;
  problems: LocalizedText[];
}>("replays");
export const rulesPage = page<{ rules: (PublishedRule & LocalizedRule)[]; presets: typeof NUMBERS_PRESETS }>("rules");

/**
 * The organiser's page. Without `draw` it asks for the key; `made` shows the links to save, `sealLost` what to do with
 * an open draw whose number is lost, `tooSoon` a warning before the draw button.
 */
export const managePage = page<{
  id: string;
  draw: DrawView | null;
  key: string;
  made: boolean;
  problems: Complaint[];
  answers: OpenAnswer[];
  /** Notes about the saved list. */
  notes: LocalizedText[];
  sealLost: boolean;
  /** Current winners who may be passed over. */
  holders: { position: number; label: string }[];
  tooSoon: TooSoon;
  /** How many winners a follow-up draw has, unless another number is typed. */
  vacant: number;
  /** Of a private draw the hash of its first entry, else null. */
  first: string | null;
  /** Positions of winners whose names are not published. */
  unnamed: number[];
  /** Whether core keeps its names, and with them those of winners that are not published. */
  kept: boolean;
  winners: { position: number; label: string }[];
  /** Whether an open draw has a list, or its rule takes one. */
  takesList: boolean;
  /** Whether its rule counts tickets, for an open draw. */
  takesTickets: boolean;
  entries: string;
  drawAfter: string;
  reason: string;
  title: string;
  organiser: string;
  /** Whether title and organiser were submitted and refused. */
  detailsOpen: boolean;
  /** Makes the request that replaces the key repeatable. */
  token: string;
  /** Whether the draw was just deleted. */
  deleted: boolean;
}>("manage", "manage.js");

export const trustPage = page<{ parties: 1 | 2 | null; operators: Record<Side, string> }>("trust");
export const privacyPage = page<{ site: Context["site"]; operators: Record<Side, string> }>("privacy");
export const drawsPage = page<Awaited<ReturnType<typeof recent>>>("draws", "mine.js");

export interface Operation {
  method: string;
  path: string;
  summary: string;
  /** JSON Schema, formatted for reading. */
  body: string | null;
  query: string[];
}
export const apiPage = page<{ operations: Operation[] }>("api");
