// The public numbers that seed a selection, in the notation of RFC 3797 section 4.
import { listOf, Malformed, refined, type Shape, typed } from "@fairhat/protocol";

/** A JSON number; or text, which keeps the published digits: "08285182". */
export type SourceValue = number | string;

const DECIMAL = /^[0-9]{1,30}(\.[0-9]{1,30})?$/;
const MOST = 16; // sources, and values per source: as in RFC 3797's reference code

const value: Shape<SourceValue> = {
  schema: {
    anyOf: [
      { type: "number", minimum: 0 },
      { type: "string", pattern: DECIMAL.source },
    ],
  },
  read(given) {
    const exact =
      typeof given === "string" || (typeof given === "number" && Math.abs(given) <= Number.MAX_SAFE_INTEGER);
    if (exact && DECIMAL.test(String(given))) return given;
    throw Malformed.of({ code: "number_or_digits" }, given);
  },
};

function atMost<T>(inner: Shape<T[]>): Shape<T[]> {
  const limited = refined(inner, ({ length }) =>
    length > MOST ? { at: "", expected: { code: "at_most", most: MOST }, found: typed(length) } : null,
  );
  return { ...limited, schema: { ...inner.schema, maxItems: MOST } };
}

export const sources: Shape<SourceValue[][]> = atMost(listOf(atMost(listOf(value, 1)), 1));

/** The key string: the values of each source from smallest to largest, a slash after each source. */
export function keyString(sources: readonly SourceValue[][]): string {
  return sources.map((source) => `${source.map(written).sort(bySize).join("")}/`).join("");
}

// A period ends a whole number or comes before its fraction; no leading or trailing zeros.
function written(value: SourceValue): string {
  const [whole = "", fraction = ""] = String(value).split(".");
  return `${whole.replace(/^0+(?=.)/, "")}.${fraction.replace(/0+$/, "")}`;
}

function bySize(one: string, other: string): number {
  const [whole = "", fraction = ""] = one.split(".");
  const [otherWhole = "", otherFraction = ""] = other.split(".");
  return whole.length - otherWhole.length || order(whole, otherWhole) || order(fraction, otherFraction);
}

function order(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}
