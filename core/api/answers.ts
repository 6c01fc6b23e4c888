// JSON Schemas of the API's answers: the OpenAPI components that routes refer to.
interface Schema {
  [keyword: string]: unknown;
}

const TEXT: Schema = { type: "string" };
const YES_OR_NO: Schema = { type: "boolean" };
const COUNT: Schema = { type: "integer", minimum: 0 };
const TIME: Schema = { type: "string", format: "date-time" };
const ANY_OBJECT: Schema = { type: "object", additionalProperties: true };
const STATE: Schema = { enum: ["open", "locked", "drawn", "void"] };

/** All members are always present; later versions may add others. */
function always(properties: Record<string, Schema>): Schema {
  return { type: "object", required: Object.keys(properties), properties };
}

const nullable = (schema: Schema): Schema => ({ anyOf: [schema, { type: "null" }] });
const list = (items: Schema): Schema => ({ type: "array", items });
/** A reference by the document's name. */
const known = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` });

const link = always({ id: TEXT, url: TEXT });
const named = { position: COUNT, label: TEXT };
const side = always({
  service: TEXT,
  operator: TEXT,
  generator: TEXT,
  commitment: TEXT,
  issuedAt: TIME,
  boundAt: nullable(TIME),
  openedAt: nullable(TIME),
  secret: nullable(TEXT),
});

const draw = always({
  id: TEXT,
  url: TEXT,
  state: STATE,
  title: TEXT,
  organiser: TEXT,
  rule: TEXT,
  params: ANY_OBJECT,
  listed: YES_OR_NO,
  createdAt: TIME,
  lockedAt: nullable(TIME),
  drawAfter: nullable(TIME),
  boundAt: nullable(TIME),
  drawnAt: nullable(TIME),
  lead: nullable({ type: "integer" }),
  announced: nullable(YES_OR_NO),
  begun: YES_OR_NO,
  resultFixed: YES_OR_NO,
  manifest: nullable(TEXT),
  entries: always({ count: COUNT, tickets: COUNT, root: TEXT }),
  seals: always({ a: side, b: side }),
  parties: { enum: [1, 2] },
  test: YES_OR_NO,
  durable: YES_OR_NO,
  seed: nullable(TEXT),
  result: nullable(ANY_OBJECT),
  resultCut: YES_OR_NO,
  passovers: list(always({ ...named, reason: TEXT, at: TIME, next: nullable(always(named)) })),
  void: nullable(always({ reason: TEXT, at: TIME })),
  erasedAt: nullable(TIME),
  previous: nullable(link),
  redraws: list(link),
  followUps: list(link),
  lock: nullable(TEXT),
  record: nullable(TEXT),
});

const manageKey = always({ manageKey: TEXT });
const madeDraw: Schema = { allOf: [known("Draw"), known("ManageKey")] };
const recentDraw = always({
  id: TEXT,
  url: TEXT,
  title: TEXT,
  organiser: TEXT,
  state: STATE,
  rule: TEXT,
  createdAt: TIME,
  count: COUNT,
});
const batchItem: Schema = {
  anyOf: [
    always({ id: nullable(TEXT), status: { const: 201 }, draw: known("MadeDraw") }),
    always({ id: nullable(TEXT), status: { type: "integer" }, problem: known("Problem") }),
  ],
};
const step = always({
  step: { enum: ["sealed", "locked", "bound", "opened", "void", "passover"] },
  at: TIME,
  service: nullable({ enum: ["a", "b"] }),
  key: nullable(TEXT),
  statement: ANY_OBJECT,
  signature: nullable(TEXT),
});
const entry: Schema = {
  type: "object",
  properties: { label: TEXT, tickets: { type: "integer", minimum: 1 }, hidden: TEXT, masked: TEXT },
};
const rule = always({
  name: TEXT,
  title: TEXT,
  text: TEXT,
  params: ANY_OBJECT,
  defaults: ANY_OBJECT,
  takesList: YES_OR_NO,
  examples: list(ANY_OBJECT),
});
const check: Schema = {
  anyOf: [
    always({ fits: { const: true }, sentence: TEXT, takesTickets: YES_OR_NO, params: ANY_OBJECT }),
    always({ fits: { const: false }, why: TEXT, reason: TEXT }),
  ],
};
const randomService = always({ operator: TEXT, generator: TEXT, keys: list(always({ key: TEXT })) });
const services = always({
  a: nullable(randomService),
  b: nullable(randomService),
  parties: nullable({ enum: [1, 2] }),
  urls: always({ a: TEXT, b: TEXT }),
  core: always({ key: TEXT, keys: list(TEXT) }),
});
const problem: Schema = {
  type: "object",
  required: ["type", "title", "status", "reason", "detail"],
  properties: {
    type: { const: "about:blank" },
    title: TEXT,
    status: { type: "integer" },
    reason: { type: "string", description: "A literal that programs can compare" },
    detail: { type: "string", description: "What to do, for people" },
    field: {
      type: "object",
      description: "The field that was wrong",
      properties: { at: TEXT, expected: TEXT, found: TEXT },
    },
  },
};

const receipt = always({
  type: { const: "fairhat/1/receipt" },
  draw: TEXT,
  manifest: TEXT,
  index: COUNT,
  entry,
  label: TEXT,
  salt: TEXT,
  proof: list(TEXT),
});
const handout = always({
  label: TEXT,
  place: { type: "integer", minimum: 1 },
  tickets: { type: "integer", minimum: 1 },
  link: TEXT,
  receipt,
});

const webhook = {
  id: TEXT,
  url: TEXT,
  delivered: COUNT,
  attempts: COUNT,
  status: nullable({ type: "integer" }),
  nextAttemptAt: nullable(TIME),
  ended: nullable({ enum: ["gone", "failed"] }),
};

/** Schemas of the document, by name. */
export const SCHEMAS = {
  Draw: draw,
  ManageKey: manageKey,
  MadeDraw: madeDraw,
  RecentDraws: always({ draws: list(recentDraw), next: nullable(TEXT) }),
  Batch: always({ draws: list(batchItem) }),
  Entries: always({ count: COUNT, from: COUNT, entries: list(entry) }),
  Receipts: always({ receipts: list(handout) }),
  Disclosures: always({ names: list(always({ ...named, salt: TEXT })) }),
  Webhooks: always({ webhooks: list(always(webhook)) }),
  NewWebhook: always({ ...webhook, secret: TEXT }),
  Steps: always({ steps: list(step) }),
  File: ANY_OBJECT,
  Rules: always({ rules: list(rule) }),
  RuleCheck: check,
  Replay: always({ rule: TEXT, picks: list({ type: "integer", minimum: 1 }) }),
  Services: services,
  Problem: problem,
};
