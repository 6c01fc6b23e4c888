// Why a request is refused, by the reason that programs compare: its HTTP status and its English words. Every other language has
// words of the same type in packages/messages; docs/api.md says what to do about each. Rules and the random services, which
// answer core alone, have tables of their own.

/** Words; a function where they depend on parameters; null where the field that was wrong says everything. */
type Detail = string | ((params: never) => string) | null;

type Refusals = Record<string, { status: number; detail: Detail }>;

type Most = { most: number };

const STEPS = {
  already_locked: { status: 409, detail: "this draw is locked; nothing about it can be changed any more" },
  already_drawn: { status: 409, detail: "this draw is drawn; its result stands" },
  already_void: { status: 409, detail: "this draw is void; make a new one" },
  not_locked: { status: 409, detail: "this draw is not locked yet; lock it first" },
  too_early: { status: 409, detail: "this draw was announced for later; it cannot be drawn before its time" },
  draw_begun: {
    status: 409,
    detail:
      "this draw has begun, so its numbers may be out; it cannot be cancelled, and is finished as soon as all services answer",
  },
  not_void: { status: 409, detail: "this draw is not void; only a draw that is void is made anew" },
  not_over: {
    status: 409,
    detail: "this draw is not over; delete it while it is open, or wait until it is drawn or void",
  },
  not_announced: { status: 409, detail: "this draw waits for no time of its own" },
  changed_meanwhile: {
    status: 409,
    detail: "the draw was changed by another request at the same time; look at it and try again",
  },
  seal_lost: {
    status: 409,
    detail: "a random service has lost its number for this draw, so it can never be drawn; make it anew",
  },
  positions_would_move: {
    status: 409,
    detail:
      "the draw's parameters name entries by their positions; keep those entries where they are and add others behind them, or make a new draw",
  },
  time_has_passed: {
    status: 422,
    detail: "drawAfter: the time has passed; name a later one, or none to draw by hand",
  },
  time_is_full: {
    status: 422,
    detail: "drawAfter: too many large draws are due at this time; name another one",
  },
  too_many_large: {
    status: 503,
    detail: "too many large draws wait to be drawn; try again in a minute, or lock the draw for a later time",
  },
  service_unavailable: {
    status: 503,
    detail: ({ service, why }: { service: string; why: string }) =>
      `${service} ${why}; the draw stays where it is, try again in a moment`,
  },
  service_unreachable: {
    status: 503,
    detail: ({ service }: { service: string }) =>
      `${service} does not answer; a draw can be cancelled only after both random services have confirmed that they did not open it; try again in a moment`,
  },
} as const satisfies Refusals;

const AFTERWARDS = {
  not_drawn: { status: 409, detail: "this draw is not drawn; nobody has a place in it yet" },
  no_winners: { status: 409, detail: "this rule draws no winners, so nobody can be passed over" },
  no_place: { status: 422, detail: "position: nobody at this position has a place" },
  already_passed_over: { status: 409, detail: "position: this entry was passed over already" },
  place_not_drawn: { status: 409, detail: null },
  other_name: { status: 422, detail: null },
  names_are_open: { status: 409, detail: "the names of this draw are open; there is nothing to publish" },
  names_not_kept: {
    status: 409,
    detail: "this site does not keep the names of this draw; receipts are made from its organiser's file of names",
  },
  no_list: { status: 422, detail: "this draw has no list; there is nothing to erase" },
  list_erased: { status: 410, detail: "the list of this draw was erased; its record has what is left" },
  webhooks_off: { status: 403, detail: "this site sends no webhooks; watch the draw's events instead" },
  no_such_webhook: { status: 404, detail: "this draw has no webhook of this id" },
  too_many_webhooks: {
    status: 409,
    detail: ({ most }: Most) => `a draw has at most ${most} webhooks; delete one first`,
  },
} as const satisfies Refusals;

/** Why a draw has no lock yet. */
type Unbound = "open" | "void" | "waiting";

const NOT_BOUND: Record<Unbound, string> = {
  open: "this draw is not locked yet; its list can still be changed",
  void: "this draw became void before both random services had confirmed its lock",
  waiting: "both random services have not confirmed the lock yet; ask again in a moment",
};

const READING = {
  no_such_draw: {
    status: 404,
    detail: ({ deleted }: { deleted: boolean }) =>
      deleted
        ? "this draw was deleted by another request at the same time"
        : "there is no draw of this id; a draw id has 32 characters, 0-9 and a-f",
  },
  no_create_token: {
    status: 401,
    detail:
      "draws are made here with an access code from the operator of this site; programs send it as Authorization: Bearer <code>",
  },
  wrong_create_token: {
    status: 403,
    detail: "this access code makes no draws here: ask the operator of this site for one",
  },
  no_manage_key: {
    status: 401,
    detail: "the manage key of the draw is missing; programs send it as Authorization: Bearer <key>",
  },
  wrong_manage_key: { status: 403, detail: "this key does not open this draw" },
  key_replaced: {
    status: 409,
    detail: "the manage key of this draw was replaced by another request; use the key that it gave",
  },
  not_bound: { status: 409, detail: ({ state }: { state: Unbound }) => NOT_BOUND[state] },
  no_record_yet: { status: 409, detail: "this draw is neither drawn nor void; it has no record yet" },
  no_result_yet: { status: 409, detail: "this draw is not drawn; it has no result" },
  too_many_watch: {
    status: 503,
    detail: "nobody more can watch here at the moment; the draw itself can be read at any time",
  },
  too_many_pictures: { status: 503, detail: "too many pictures are being drawn; try again in a moment" },
} as const satisfies Refusals;

const MAKING = {
  malformed: { status: 422, detail: null },
  unknown_rule: {
    status: 422,
    detail: ({ known }: { known: string }) => `rule: there is no replay of this name; those there are: ${known}`,
  },
  idempotency_key_reused: {
    status: 422,
    detail: "this Idempotency-Key belongs to another request; send a new one",
  },
  list_unclear: { status: 422, detail: ({ text }: { text: string; sheets?: string }) => text },
  duplicate_id: {
    status: 422,
    detail: "id: another draw of this batch has the same one; nothing was made of this one",
  },
  too_many_draws: {
    status: 429,
    detail: ({ burst, perSecond }: { burst: number; perSecond: number }) =>
      `batches of one address may make ${burst} draws at once, and ${perSecond} a second after that; send this one again in ten seconds`,
  },
  list_not_saved: {
    status: 422,
    detail:
      "the list was changed and is not saved: save the list first, or open your manage link again to see it as it was",
  },
  time_given: {
    status: 422,
    detail: "you set a time: lock the draw for that time, or empty the field to draw at once",
  },
  time_skipped: {
    status: 422,
    detail: ({ time, zone }: { time: string; zone: string }) =>
      `there is no ${time} in ${zone} on that day, because the clocks go forward then: choose another time`,
  },
  time_twice: {
    status: 422,
    detail: ({ time, zone }: { time: string; zone: string }) =>
      `${time} comes twice in ${zone} on that day, because the clocks go back then: choose a time before or after that hour`,
  },
  unknown_action: {
    status: 422,
    detail: ({ action }: { action: string }) => `there is nothing called ${action} that can be done with a draw`,
  },
  from_elsewhere: {
    status: 403,
    detail: "this form came from another website; open it here and send it again",
  },
} as const satisfies Refusals;

/** What has too many bytes: a body or a form, whole or beside the list in it; or the list of one draw of a batch. */
export type TooLarge = "body" | "form" | "body beside its list" | "form beside its list" | "list of a batch";

const TRANSPORT = {
  not_found: { status: 404, detail: "there is nothing at this address" },
  bad_address: {
    status: 400,
    detail: "this is not an address of this site; open it again from the page that names it",
  },
  unsupported_media_type: {
    status: 415,
    detail: ({ what, type }: { what: "form" | "body"; type: string }) => `send the ${what} as ${type}`,
  },
  no_body: { status: 400, detail: "the form came empty; fill it in and send it again" },
  not_utf8: {
    status: 400,
    detail: ({ what }: { what: "form" | "text" }) =>
      what === "form"
        ? "the form is not encoded as UTF-8 with %xx"
        : "the text is not valid UTF-8; save or send it in that encoding",
  },
  not_json: { status: 400, detail: ({ why }: { why: string }) => `the body is not JSON: ${why}` },
  duplicate_member: {
    status: 400,
    detail: ({ name }: { name: string }) => `${name} stands twice in the same object; keep one`,
  },
  too_deep: {
    status: 400,
    detail: ({ most }: Most) => `lists and objects may nest ${most} levels deep, these nest deeper`,
  },
  too_many_members: { status: 400, detail: ({ most }: Most) => `an object may have at most ${most} members` },
  too_many_fields: { status: 400, detail: ({ most }: Most) => `a form may have at most ${most} fields` },
  too_many_values: { status: 413, detail: ({ most }: Most) => `a body may hold at most ${most} names and values` },
  too_large: {
    status: 413,
    detail: ({ what, most }: Most & { what: TooLarge }) => tooLarge(what, most),
  },
  too_slow: {
    status: 408,
    detail: ({ least }: { least: number }) =>
      `a body has to arrive at ${least} KiB a second or more; send it again over a faster connection`,
  },
  busy: { status: 503, detail: "other long lists are being taken just now; send yours again in a moment" },
  database_unavailable: { status: 503, detail: "the database does not answer; try again in a moment" },
  internal_error: { status: 500, detail: "something went wrong on our side; nothing was lost, try again" },
  closing: { status: 503, detail: "this process is about to end" },
} as const satisfies Refusals;

function tooLarge(what: TooLarge, most: number): string {
  if (what === "list of a batch") return "entries: too long for a batch; use POST /api/draws for this draw";
  const [whole = "", beside = ""] = what.split(/(?= beside)/);
  return `the ${whole} may have at most ${most} bytes${beside}`;
}

export const REFUSALS = { ...STEPS, ...AFTERWARDS, ...READING, ...MAKING, ...TRANSPORT };

export type Reason = keyof typeof REFUSALS;

type DetailOf<R extends Reason> = (typeof REFUSALS)[R]["detail"];

/** The parameters that the words of a reason depend on; never where they depend on none. */
export type ParamsOf<R extends Reason> = DetailOf<R> extends (params: infer P) => string ? P : never;

/** The words of a language for every reason. One that is missing, or has other parameters, is a type error. */
export type RefusalWords = {
  readonly [R in Reason as DetailOf<R> extends null ? never : R]: [ParamsOf<R>] extends [never]
    ? string
    : string | ((params: ParamsOf<R>) => string);
};
