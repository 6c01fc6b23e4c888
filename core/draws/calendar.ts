// A scheduled draw as a calendar event: RFC 5545.
import type { DrawTable } from "../db/schema.ts";

type Announced = Pick<DrawTable, "id" | "title" | "locked_at"> & { draw_after: string };

/** Whether a draw has a scheduled time worth saving. */
export function isAnnounced<D extends Pick<DrawTable, "state" | "locked_at" | "draw_after">>(
  draw: D,
): draw is D & { draw_after: string } {
  return draw.state === "locked" && draw.draw_after !== null && draw.draw_after !== draw.locked_at;
}

export function calendarOf({ id, title, locked_at, draw_after }: Announced, url: string): string {
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Fairhat//Draw//EN",
    "BEGIN:VEVENT",
    `UID:${id}@${new URL(url).hostname}`,
    `DTSTAMP:${utc(locked_at ?? draw_after)}`,
    `DTSTART:${utc(draw_after)}`,
    "DURATION:PT15M",
    `SUMMARY:${escaped(title)}`,
    `DESCRIPTION:${escaped(url)}`,
    `URL:${url}`,
    "END:VEVENT",
    "END:VCALENDAR",
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join("");
}

// Section 3.3.5, form 2; without the protocol's milliseconds.
const utc = (time: string) => time.replace(/[-:]|\.\d+/g, "");

// Section 3.3.11
const escaped = (text: string) => text.replace(/[\\;,]/g, "\\$&").replace(/\r?\n/g, "\\n");

const LONGEST = 75; // octets of a line, section 3.1

function folded(line: string): string {
  let [shown, length] = ["", 0];
  for (const character of line) {
    const octets = Buffer.byteLength(character);
    if (length + octets > LONGEST) [shown, length] = [`${shown}\r\n `, 1];
    shown += character;
    length += octets;
  }
  return shown;
}
