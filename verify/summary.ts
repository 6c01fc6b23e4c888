// A summary of a file's draw for people.
import { digest, leadOf, partiesOf, SIDES, type Side, wasAnnounced } from "@fairhat/protocol";
import type { Evidence } from "./check.ts";

export interface DrawSummary {
  draw: string;
  title: string;
  organiser: string;
  /** M */
  M: string;
  /** The operators that the two services state, and the number of parties that makes. */
  operators: Record<Side, string>;
  parties: 1 | 2;
  /** The sides that had bound, and those that had opened. */
  bound: Side[];
  opened: Side[];
  /** From the later binding to the earlier opening, in milliseconds; null if one of the four is missing. */
  lead: number | null;
  /** Null if the lead is. */
  announced: boolean | null;
}

export function summaryOf({ manifest, seals, bindings, openings }: Evidence): DrawSummary {
  const operators = { a: seals.a.statement.operator, b: seals.b.statement.operator };
  const lead = leadOf({ bindings, openings });
  return {
    draw: manifest.draw,
    title: manifest.title,
    organiser: manifest.organiser,
    M: digest(manifest),
    operators,
    parties: partiesOf({ a: seals.a.statement, b: seals.b.statement }),
    bound: SIDES.filter((side) => bindings[side]),
    opened: SIDES.filter((side) => openings[side]),
    lead,
    announced: wasAnnounced(manifest.drawAfter, lead),
  };
}
