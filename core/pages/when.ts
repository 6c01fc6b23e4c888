// When a draw is to be drawn, as people type it: a time on the clock of their own zone.

/** A zone that this machine knows; UTC where none came with the form, as without scripts, or one that nobody knows. */
export function zoneOf(name: string): string {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name || "UTC" }).resolvedOptions().timeZone;
  } catch {
    return "UTC";
  }
}

// A date field gives 2026-01-31T18:00, with seconds where somebody typed them.
const TYPED_TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?$/;

/** What the field says, as the protocol writes a time; as it was typed where it is none. In a gap of summer time, the later one. */
export function timeOf(typed: string, zone: string): string {
  if (!TYPED_TIME.test(typed)) return typed;
  try {
    const local = Temporal.PlainDateTime.from(typed, { overflow: "reject" }).round({
      smallestUnit: "second",
      roundingMode: "trunc",
    });
    return new Date(local.toZonedDateTime(zoneOf(zone)).epochMilliseconds).toISOString();
  } catch {
    return typed;
  }
}
