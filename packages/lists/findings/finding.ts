// Findings to check before the lock: a code with lines and values. Messages are elsewhere.
import type { Plan } from "../plan.ts";
import type { Row } from "../rows.ts";
import type { Tickets } from "../tickets.ts";

export type FindingCode =
  | "hidden_rows"
  | "hidden_columns"
  | "hidden_sheets"
  | "merged_rows"
  | "cell_errors"
  | "formula_without_value"
  | "macros_ignored"
  | "links_ignored"
  | "bad_quote"
  | "line_too_long"
  | "heading_left_out"
  | "heading_unlike"
  | "heading_possible"
  | "titles_left_out"
  | "columns_left_out"
  | "rows_left_out"
  | "sum_row"
  | "tickets_unreadable"
  | "tickets_without_name"
  | "tickets_like_codes"
  | "tickets_column_possible"
  | "tickets_not_counted"
  | "number_at_end"
  | "number_first"
  | "numbering"
  | "one_line"
  | "columns_possible"
  | "rulings_left_out"
  | "comment_lines"
  | "rows_may_stay_out"
  | "same_household"
  | "tickets_missing"
  | "broken_characters"
  | "other_order"
  | "uneven_rows"
  | "label_too_long"
  | "line_break_in_label"
  | "stray_quote"
  | "separators_at_end"
  | "invisible_characters"
  | "repeated"
  | "spelled_differently"
  | "look_alike"
  | "same_mail"
  | "same_name_other_mail"
  | "private_data";

export type RemedyCode =
  | "heading_is_entry"
  | "first_row_is_heading"
  | "read_as_thousands"
  | "read_as_decimals"
  | "leave_out"
  | "use_column"
  | "number_first_is_tickets"
  | "number_at_end_is_tickets"
  | "strip_numbering"
  | "split_line"
  | "strip_separators"
  | "strip_invisible"
  | "add_mail_to_label"
  | "drop_repeats"
  | "drop_alike"
  | "add_tickets"
  | "use_columns"
  | "leave_out_marked"
  | "first_of_household";

/** A change of the plan that resolves a finding. */
export interface Remedy {
  code: RemedyCode;
  change: Partial<Plan>;
}

/**
 * What a finding requires before a list is accepted. `note`: nothing. `answer`: fix the list or confirm it. `mend`: fix
 * the list.
 */
export type Severity = "note" | "answer" | "mend";

/** A line with a finding. */
export interface Place {
  /** From 1; 0 for a finding about no line. */
  line: number;
  text: string;
  /** The compared value, a column's name, or why tickets are unreadable. */
  detail?: string;
}

export interface Finding {
  code: FindingCode;
  severity: Severity;
  /** Number of places. */
  count: number;
  /** The first of them. */
  places: Place[];
  remedies: Remedy[];
}

/** A row below the heading, as it was read. */
export interface SeenRow {
  row: Row;
  /** Empty if the row has none; it is then not an entry. */
  label: string;
  /** The tickets as typed; null if there are none. */
  typed: string | null;
  tickets: Tickets;
}

/** What is known about a list before its rows. */
export interface ListContext {
  plan: Plan;
  takesTickets: boolean;
  /** The names of the columns; empty without a heading. */
  names: string[];
}

/** Checks every row of a list, in order. Uses constant memory unless documented otherwise. */
export interface Finder {
  see(seen: SeenRow): void;
  end(): Finding[];
}

const SHOWN = 5;
const LONGEST_TEXT = 200; // characters

/** Counts places, and keeps the first ones. */
export class Places {
  count = 0;
  readonly first: Place[] = [];

  add(line: number, text: string, detail?: string): void {
    this.count += 1;
    if (this.first.length < SHOWN)
      this.first.push({ line, text: text.slice(0, LONGEST_TEXT), ...(detail !== undefined && { detail }) });
  }

  /** Their finding; none without places. */
  finding(code: FindingCode, severity: Severity, ...remedies: Remedy[]): Finding[] {
    return this.count === 0 ? [] : [{ code, severity, count: this.count, places: this.first, remedies }];
  }
}

/** A row as displayed. */
export function textOf({ cells }: Row): string {
  return cells.length === 1 ? (cells[0] ?? "") : cells.filter((cell) => cell !== "").join("  ");
}

/** Identifies a finding in a form; it changes when the list does. */
export function answerTo({ code, count, places }: Finding): string {
  const [first] = places;
  return [code, count, first?.line, first?.text.slice(0, 80)].join("/");
}
