// Draw times as typed in a date field: on the clocks of the visitor's time zone.
import { Malformed, reading, time } from "@fairhat/protocol";
import { type Answer, answered, refused } from "@fairhat/runtime";

/** A known time zone; UTC if none was sent (no scripts) or it is unknown. */
export function zoneOf(name: string): string {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name || "UTC" }).resolvedOptions().timeZone;
  } catch {
    return "UTC";
  }
}

// A date field gives 2026-01-31T18:00, with seconds if typed.
const TYPED_TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?$/;

/**
 * A typed time in the protocol's format. A time that the clocks of the zone skip or show twice is refused: only the
 * organiser knows what was meant.
 */
export function typedTime(typed: string, zone: string): Answer<string> {
  const local = localTime(typed);
  if (!local) return malformed(typed);
  const known = zoneOf(zone);
  const [earlier, later] = (["earlier", "later"] as const).map((disambiguation) =>
    local.toZonedDateTime(known, { disambiguation }),
  ) as [Temporal.ZonedDateTime, Temporal.ZonedDateTime];
  if (earlier.epochMilliseconds === later.epochMilliseconds) return inProtocol(earlier);
  const words = { time: local.toPlainTime().toString({ smallestUnit: "minute" }), zone: known };
  return earlier.toPlainDateTime().equals(local) ? refused("time_twice", words) : refused("time_skipped", words);
}

function localTime(typed: string): Temporal.PlainDateTime | null {
  if (!TYPED_TIME.test(typed)) return null;
  try {
    const local = Temporal.PlainDateTime.from(typed, { overflow: "reject" });
    return local.round({ smallestUnit: "second", roundingMode: "trunc" });
  } catch {
    return null; // there is no such day or hour
  }
}

function inProtocol({ epochMilliseconds }: Temporal.ZonedDateTime): Answer<string> {
  const text = new Date(epochMilliseconds).toISOString();
  return reading(time, text).ok ? answered(text) : malformed(text);
}

function malformed(typed: string): Answer<never> {
  return refused("malformed", Malformed.of({ code: "zoned_time" }, typed).under("drawAfter").problem);
}
