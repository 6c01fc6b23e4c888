// What is done with a list beside the page, so that nobody waits while typing: a million lines take seconds.
import {
  decode,
  type Encoding,
  type Finding,
  formatOf,
  type ListReport,
  type Plan,
  type Refused,
  readList,
  refusedText,
  rewrittenList,
  tidyList,
} from "@fairhat/lists";

/** Which columns make the list, counted from 0. */
export interface Choice {
  label: number[];
  tickets: number | null;
  header: boolean;
}

export type Order =
  | { kind: "look"; text: string; takesTickets: boolean }
  /** The labels of the list as rules without tickets read it. */
  | { kind: "labels"; text: string }
  /** Writes the list by another plan; without a change only without blank lines and white space around lines. */
  | { kind: "fix"; text: string; takesTickets: boolean; change: Partial<Plan> | null }
  /** Without an encoding the bytes tell theirs. */
  | { kind: "file"; bytes: Uint8Array; encoding?: Encoding }
  /** The columns of what is in the list. */
  | { kind: "columns"; text: string }
  /** Makes a list of the table that was read last. */
  | { kind: "choose"; choice: Choice; takesTickets: boolean };

/** The first rows of a table, and what is probably meant by them. */
export interface Table {
  rows: number;
  columns: number;
  first: string[][];
  choice: Choice;
}

/** How the bytes of a file were read; `certain` where nobody has to look at it. */
interface ReadAs {
  encoding: Encoding;
  certain: boolean;
}

export type FileAnswer =
  | ({ kind: "text"; text: string } & ReadAs)
  | ({ kind: "table"; table: Table } & ReadAs)
  | { kind: "refused"; format: Refused | "workbook" };

/** A list of columns, as text, and what that text does not show; null where no text would be read as just this list. */
export interface Chosen {
  text: string | null;
  findings: Finding[];
}

export interface Answers {
  look: ListReport;
  labels: string[];
  fix: string | null;
  file: FileAnswer;
  columns: Table | null;
  choose: Chosen;
}

/** Works on orders, one after the other. It keeps the text of the last table. */
export function listWork(): (order: Order) => Answers[Order["kind"]] {
  let table = "";
  return (order) => {
    if (order.kind === "look") return lookAt(order.text, order.takesTickets);
    if (order.kind === "labels") return labelsIn(order.text);
    if (order.kind === "fix") return fixed(order);
    if (order.kind === "choose") return chosen(table, order.choice, order.takesTickets);
    if (order.kind === "columns") {
      table = order.text;
      return tableIn(table);
    }
    const { answer, text } = readFile(order.bytes, order.encoding);
    table = text;
    return answer;
  };
}

function lookAt(text: string, takesTickets: boolean): ListReport {
  const { list: _, ...report } = readList(text, { takesTickets });
  return report;
}

function labelsIn(text: string): string[] {
  return readList(text, { takesTickets: false }).list.map(({ label }) => label);
}

function fixed({ text, takesTickets, change }: Extract<Order, { kind: "fix" }>): string | null {
  return change === null ? tidyList(text) : rewrittenList(text, { takesTickets, change });
}

function readFile(bytes: Uint8Array, chosen?: Encoding): { answer: FileAnswer; text: string } {
  const format = formatOf(bytes);
  if (format.kind !== "text") return refused(format.kind === "refused" ? format.format : "workbook");
  const { text, encoding, certain } = decode(bytes, chosen);
  const other = refusedText(text);
  if (other) return refused(other);
  const table = tableIn(text);
  const readAs = { encoding, certain };
  return { answer: table ? { kind: "table", table, ...readAs } : { kind: "text", text, ...readAs }, text };
}

function refused(format: Refused | "workbook"): { answer: FileAnswer; text: string } {
  return { answer: { kind: "refused", format }, text: "" };
}

// Tickets are looked for whatever the rule: it may be chosen later.
function tableIn(text: string): Table | null {
  const { plan, rows } = readList(text, { takesTickets: true });
  if (plan.separator === null) return null;
  const columns = rows.first.reduce((most, { length }) => Math.max(most, length), 0);
  const choice = { label: plan.label, tickets: plan.tickets, header: plan.heading !== null };
  return { rows: rows.count, columns, first: rows.first, choice };
}

/** What is left out where a table becomes text, or cannot be seen in it. */
const LOST = new Set(["bad_quote", "titles_left_out", "tickets_without_name", "uneven_rows", "same_name_other_mail"]);

function chosen(text: string, { label, tickets, header }: Choice, ruleTakesTickets: boolean): Chosen {
  const takesTickets = ruleTakesTickets || tickets !== null;
  const { plan } = readList(text, { takesTickets });
  const change = { label, tickets, heading: header ? (plan.heading ?? 0) : null };
  const { findings } = readList(text, { takesTickets, change });
  const isCut = findings.some(({ code }) => code === "line_too_long");
  return {
    text: isCut ? null : rewrittenList(text, { takesTickets, change }),
    findings: findings.filter(({ code }) => LOST.has(code)),
  };
}
