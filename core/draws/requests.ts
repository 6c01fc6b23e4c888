// Requests to make or change a draw: parsed strictly, after all text was normalised to NFC.

import { MASKS } from "@fairhat/lists";
import {
  anyLabel,
  anyObject,
  integer,
  isBlank,
  isObject,
  listOf,
  Malformed,
  nullable,
  type Of,
  object,
  oneOf,
  organiser,
  type PrivateEntry,
  type Problem,
  privateEntry,
  reading,
  reason,
  refined,
  ruleName,
  type Shape,
  salt,
  text,
  time,
  title,
  typed,
  yesOrNo,
} from "@fairhat/protocol";
import type { NewList } from "./entries.ts";
import { marked, testTitle } from "./rehearsal.ts";

// A record may contain blank text, because published ones stay valid; a request may not.
function visible(inner: Shape<string>): Shape<string> {
  return {
    schema: inner.schema,
    read(value) {
      const read = inner.read(value);
      if (!isBlank(read)) return read;
      throw new Malformed({
        at: "",
        expected: { code: "visible" },
        found: { code: "blank" },
      });
    },
  };
}

/** Maximum entries of a list. */
export const MOST_ENTRIES = 1_000_000;

const label = visible(text(1, 200));
const labelled = object({ label }, { tickets: integer(1), group: visible(text(1, 200)) });

// "Ada" is short for {label: "Ada"}.
export const givenEntry: Shape<string | Of<typeof labelled> | PrivateEntry> = {
  schema: { anyOf: [label.schema, labelled.schema, privateEntry.schema] },
  read(value) {
    if (typeof value === "string") return label.read(value);
    return isObject(value) && "hidden" in value ? privateEntry.read(value) : labelled.read(value);
  },
};

// Entries are read one by one while streaming (core/lists), which leaves an empty list here.
const givenEntries: Shape<Of<typeof givenEntry>[]> = {
  schema: { ...listOf(givenEntry).schema, maxItems: MOST_ENTRIES },
  read: (value) => listOf(givenEntry).read(value),
};

/** Parameters of a rule, as JSON, at most: they travel in every manifest, and what cannot travel must not be locked. */
export const LONGEST_PARAMS = 65_536; // characters

export const givenParams: typeof anyObject = {
  schema: anyObject.schema,
  read(value) {
    const params = anyObject.read(value);
    const { follows } = params;
    if (follows !== undefined && follows !== null) throw new Malformed(FOLLOWS_BY_REQUEST);
    const length = JSON.stringify(params).length;
    if (length <= LONGEST_PARAMS) return params;
    throw new Malformed({ at: "", expected: { code: "json_length", most: LONGEST_PARAMS }, found: typed(length) });
  },
};

const FOLLOWS_BY_REQUEST: Problem = {
  at: "follows",
  expected: { code: "not_followed" },
  found: { code: "a_value" },
};

/** RFC 3339, section 5.6, to the millisecond; as in ISO 8601, seconds may be left out. */
const GIVEN_TIME = /^(\d{4}-\d\d-\d\dT\d\d:\d\d)(:\d\d)?(\.\d{1,3})?(Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/i;

/** A time with its offset from UTC. */
const givenTime: Shape<string> = {
  schema: time.schema,
  read(value) {
    if (typeof value === "string" && reading(time, utcTime(value)).ok) return value;
    throw Malformed.of({ code: "zoned_time" }, value);
  },
};

/** A given time in the protocol's format. Any other text is returned unchanged. */
export function utcTime(given: string): string {
  const [, minute = "", second = ":00", fraction = "", offset = ""] = GIVEN_TIME.exec(given.toUpperCase()) ?? [];
  const local = `${minute}${second}${fraction.padEnd(1, ".").padEnd(4, "0")}Z`;
  if (!reading(time, local).ok) return given;
  return new Date(Date.parse(`${local.slice(0, -1)}${offset}`)).toISOString();
}

const required = { title: visible(title), rule: ruleName, draw: oneOf("now", "later") };
const optional = { params: givenParams, organiser, listed: yesOrNo };
const hiding = { private: yesOrNo, mask: oneOf(...MASKS) };

/** A request that makes a draw, with its list in the given shape. */
export function makeRequestWith<List, More extends Record<string, Shape<unknown>>>(entries: Shape<List>, more: More) {
  const request = object(required, { ...optional, ...hiding, test: yesOrNo, ...more, entries });
  return refined(request, ({ title, test }) => {
    const read = test ? reading(object({ title: testTitle }), { title }) : null;
    return read && !read.ok ? read.problem : null;
  });
}

/** The body that makes a draw. */
export const makeRequest = makeRequestWith(givenEntries, {});

/** The body that changes an open draw. */
export const changeRequest = object({}, { title: visible(title), rule: ruleName, ...optional });

export const entriesRequest = object({ entries: givenEntries });
export const lockRequest = object({}, { drawAfter: nullable(givenTime) });
export const voidRequest = object({ reason: visible(reason) });
export const passoverRequest = object({ position: integer(0), reason: visible(reason) });
export const disclosureRequest = object({ names: listOf(object({ position: integer(0) }, { label: anyLabel, salt })) });
/** The body that makes a follow-up draw: what is not given is as in the first one. */
export const followUpRequest = object(
  {},
  { title: visible(title), organiser, params: givenParams, drawAfter: nullable(givenTime), listed: yesOrNo },
);
export const webhookRequest = object({ url: text(1, 2000) });
export const emptyRequest = object({});

/** A requested draw, complete but for the rule's defaults. */
export interface Draft {
  title: string;
  organiser: string;
  rule: string;
  params: Record<string, unknown>;
  list: NewList;
  draw: "now" | "later";
  /** Locks it at once, to be drawn at this time. */
  drawAfter?: string;
  listed: boolean;
  /** The void draw that it replaces, if any. */
  previous?: string;
}

/** The draft of a request. A test draw is marked, and never listed. */
export function draftOf(request: Of<typeof makeRequest>, list: NewList): Draft {
  const { title, organiser = "", params = {}, draw, listed = false, rule, test = false } = request;
  const said = { title: test ? marked(title) : title, organiser: isBlank(organiser) ? "" : organiser };
  return { ...said, rule, params, draw, list, listed: listed && !test };
}

/** The same JSON with all text in NFC, as docs/protocol.md section 1 requires when a draw is made. */
export function composed(value: unknown): unknown {
  if (typeof value === "string") return value.normalize("NFC");
  if (Array.isArray(value)) return value.map(composed);
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, composed(member)]));
}
