// The pages' templates, each behind one typed function. They are text in the bundle: no path is looked up at run time.
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
import type { OpenAnswer } from "../pages/findings.ts";
import type { Form, FormRule } from "../pages/form.ts";
import type { TooSoon } from "../pages/manage.ts";
import type { NUMBERS_PRESETS } from "../pages/numbers-presets.ts";
import type { Preset } from "../pages/presets.ts";
import type { RuleSaid, Said } from "../words.ts";
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
import { type Showing, wordsOf } from "./showing.ts";
import slips from "./slips.eta" with { type: "text" };
import steps from "./steps.eta" with { type: "text" };
import trust from "./trust.eta" with { type: "text" };
import tryout from "./tryout.eta" with { type: "text" };
import verify from "./verify.eta" with { type: "text" };

const eta = new Eta({ tags: ["{%", "%}"], cache: true, autoFilter: true, filterFunction: demandValue });
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
};
for (const [name, text] of Object.entries({ ...pages, ...partials })) eta.loadTemplate(`@${name}`, text);

/** Text as a template writes it. */
export const escaped = (text: string): string => eta.config.escapeFunction(text);

// A template that meets nothing where it expects a value is a bug, not an empty place on the page.
function demandValue(value: unknown): string {
  if (value === undefined || value === null) throw new Error("a template was given no value");
  return String(value);
}

/** Renders a page for whoever asked for it; `scripts` are the assets that it loads. */
const page =
  <Data extends object>(name: keyof typeof pages, ...scripts: AssetName[]) =>
  (showing: Showing, data: Data): string =>
    eta.render(`@${name}`, { ...data, ...wordsOf(showing), scripts });

/** `slug` is that of the page itself, `presets` are the pages that it leads to. */
export const homePage = page<{
  form: Form;
  rules: FormRule[];
  problems: Said[];
  answers?: OpenAnswer[];
  presets?: Preset[];
  slug?: string;
}>("home", "form.js");
export const confirmPage = page<{
  form: Form;
  /** The form's fields, to be sent again. */
  fields: [string, string][];
  rule: FormRule;
  /** All of them, those that were left out too. */
  params: Record<string, unknown>;
  sentence: Said;
  /** For when it is announced, where it is. */
  drawAfter: string | null;
  typed: Omit<TypedList, "list">;
  /** What to know about the list. */
  notes: Said[];
  /** What everybody will see of a name of a private list. */
  maskOf(label: string): string;
}>("confirm");
/** A draw as it stood at `now`, to which `version` belongs. */
interface Shown {
  draw: DrawView;
  /** Of a void draw whose numbers were both out. */
  unpublished: UnpublishedResult | null;
  version: string;
  now: string;
}

export const drawPage = page<
  Shown & {
    rule: RuleSaid;
    /** Entries that they name are shown by name. */
    params: Record<string, unknown>;
    entries: Entry[];
    /** Position of the first entry that is shown. */
    from: number;
    /** Entries on a page of the list. */
    size: number;
    /** What was searched for in the list, and what was found; null where nothing was. */
    find: string | null;
    found: Found[] | null;
    /** Where each service itself tells what it did for this draw. */
    ask: Record<Side, string>;
  }
>("draw", "draw.js");
/** A draw on somebody else's website. */
export const embedPage = page<Shown>("embed");
/** The view for a hall. */
export const presentPage = page<Shown>("present", "present.js");
/** A sheet to print: who gives, and inside whom they give to. */
export const slipsPage = page<{ draw: DrawView; slips: { label: string }[][] }>("slips", "slips.js");
/** Where anybody checks a record. All that it does is done by its script. */
export const verifyPage = page<{
  /** The programs to download, each with the SHA-256 of its file. */
  programs: { name: string; path: string; digest: string }[];
}>("verify", "verify.js");
/** Where an entrant of a private draw opens a receipt. All that it does is done by its script. */
export const receiptPage = page<Record<never, never>>("receipt", "receipt.js");
export const errorPage = page<{ title: Said; detail: Said }>("error");
/** Keeps the fields of a form that could not be worked on, to be sent to `action` again. */
export const retryPage = page<{ fields: [string, string][]; action: string; detail: Said }>("retry");
/** What was typed to replay a selection. */
export interface ReplayForm {
  rule: string;
  pool: string;
  picks: string;
  sources: string;
}

export interface PublishedReplay extends Omit<Published, "params"> {
  params: { pool: number };
  /** The numbers that went in, a line for each source. */
  sources: string[];
  steps: Replayed;
  /** Whether that is what was published. */
  same: boolean;
}

export const replaysPage = page<{
  published: PublishedReplay[];
  rules: string[];
  form: ReplayForm;
  own: Replayed | null;
  problems: Said[];
}>("replays");
export const rulesPage = page<{ rules: (PublishedRule & RuleSaid)[]; presets: typeof NUMBERS_PRESETS }>("rules");

/**
 * The organiser's page. Without `draw` it asks for the key; `made` shows the links to keep, `sealLost` the way out for an open
 * draw whose number is lost, `tooSoon` a warning before the button that draws.
 */
export const managePage = page<{
  id: string;
  draw: DrawView | null;
  key: string;
  made: boolean;
  problems: Said[];
  answers: OpenAnswer[];
  /** What to know about the list that was saved. */
  notes: Said[];
  sealLost: boolean;
  /** Who has a place now and may be passed over. */
  holders: { position: number; label: string }[];
  tooSoon: TooSoon;
  /** How many winners a follow-up draw has, unless another number is typed. */
  vacant: number;
  /** Of a private draw the hash of its first entry, else null. */
  first: string | null;
  /** Positions of its winners whose names are not published. */
  unnamed: number[];
  entries: string;
  drawAfter: string;
  reason: string;
  title: string;
  organiser: string;
  /** Whether title and organiser were sent and not taken. */
  detailsOpen: boolean;
  /** Makes a request that replaces the key one that can be repeated. */
  token: string;
  /** Whether the draw was deleted just now. */
  deleted: boolean;
}>("manage", "manage.js");

export const trustPage = page<{ parties: 1 | 2 | null; operators: Record<Side, string> }>("trust");
export const privacyPage = page<{ site: Context["site"]; operators: Record<Side, string> }>("privacy");
export const drawsPage = page<Awaited<ReturnType<typeof recent>>>("draws", "mine.js");

export interface Operation {
  method: string;
  path: string;
  summary: string;
  /** JSON Schema, laid out for reading. */
  body: string | null;
  query: string[];
}
export const apiPage = page<{ operations: Operation[] }>("api");
