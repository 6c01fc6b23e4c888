// Typed draw times: local times in the visitor's zone.

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

/** The field's time in the protocol's format; unchanged if it is not one. In a gap of summer time, the later one. */
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
