// What a person should look at before the lock. A finding is a code with lines and values; words and remedies are shown elsewhere.
import { isHeadingWord, isTicketsHeading } from "./columns.ts";
import { fold, INVISIBLE, isPrivate, mailIn, skeleton } from "./people.ts";
import {
  applyPlan,
  bodyOf,
  type Plan,
  type Planned,
  type PlannedEntry,
  splitTickets,
  startsWithNumbering,
} from "./plan.ts";
import type { Row, Table } from "./table.ts";
import { looksLikeTickets, readTickets } from "./tickets.ts";

export type FindingCode =
  | "unclosed_quote"
  | "heading_left_out"
  | "heading_possible"
  | "titles_left_out"
  | "sum_row"
  | "tickets_unreadable"
  | "tickets_without_name"
  | "tickets_column_possible"
  | "number_at_end"
  | "number_first"
  | "tickets_not_counted"
  | "numbering"
  | "one_line"
  | "uneven_rows"
  | "label_too_long"
  | "line_break_in_label"
  | "stray_quote"
  | "invisible_characters"
  | "repeated"
  | "spelled_differently"
  | "look_alike"
  | "same_mail"
  | "same_name_other_mail"
  | "private_data";

/** A change of the plan that answers a finding. */
export interface Remedy {
  code: string;
  change: Partial<Plan>;
}

export interface Finding {
  code: FindingCode;
  /** Whether it can change somebody's chances, and so must be answered before the lock. */
  ask: boolean;
  /** How many lines it is about, and the first of them. */
  count: number;
  lines: { line: number; text: string; detail?: string }[];
  remedies: Remedy[];
}

const SHOWN = 5;
const LONGEST_LABEL = 200; // code points
const SUM = /^(sum|total|subtotal|gesamt|summe|totale?|insgesamt|razem|celkem|合计|总计)\b[:.]?/iu;

interface List {
  table: Table;
  plan: Plan;
  planned: Planned;
  body: Row[];
  takesTickets: boolean;
}

type Finder = (list: List) => Finding[];

/** Everything worth a look in a table, by a plan. */
export function findingsOf(table: Table, plan: Plan, takesTickets: boolean): Finding[] {
  const list: List = { table, plan, takesTickets, planned: applyPlan(table, plan), body: bodyOf(table, plan) };
  return FINDERS.flatMap((find) => find(list));
}

interface Place {
  line: number;
  text: string;
  detail?: string;
}

function finding(code: FindingCode, ask: boolean, places: Place[], ...remedies: Remedy[]): Finding[] {
  if (places.length === 0) return [];
  return [{ code, ask, count: places.length, lines: places.slice(0, SHOWN), remedies }];
}

const textOf = ({ cells }: Row) => cells.filter((cell) => cell !== "").join("  ");
const rowPlace = (row: Row): Place => ({ line: row.line, text: textOf(row) });
const entryPlace = ({ line, label }: PlannedEntry): Place => ({ line, text: label });

const FINDERS: Finder[] = [
  ({ table }) =>
    finding("unclosed_quote", false, table.unclosedQuote === null ? [] : [{ line: table.unclosedQuote, text: "" }]),
  headings,
  sums,
  ({ planned, plan }) =>
    finding(
      "tickets_unreadable",
      true,
      planned.unreadable.map(({ line, label, typed, problem }) => ({
        line,
        text: `${label}, ${typed}`,
        detail: problem,
      })),
      ...(planned.unreadable.some(({ problem }) => problem === "ambiguous")
        ? [
            { code: "read_as_thousands", change: { numbers: "thousands" } } as const,
            { code: "read_as_decimals", change: { numbers: "decimals" } } as const,
          ]
        : []),
      ...(plan.tickets === null ? [{ code: "no_tickets", change: { lineTickets: "none" } } as const] : []),
    ),
  ({ planned, table }) =>
    finding(
      "tickets_without_name",
      true,
      table.rows.filter(({ line }) => planned.nameless.includes(line)).map(rowPlace),
      {
        code: "leave_out",
        change: { leftOut: planned.nameless },
      },
    ),
  possibleTickets,
  numbersInLines,
  numbering,
  oneLine,
  unevenRows,
  ({ planned }) =>
    finding(
      "label_too_long",
      true,
      planned.entries.filter(({ label }) => [...label].length > LONGEST_LABEL).map(entryPlace),
    ),
  ({ body }) =>
    finding(
      "line_break_in_label",
      false,
      body.filter(({ cells }) => cells.some((cell) => cell.includes("\n"))).map(rowPlace),
    ),
  ({ planned }) =>
    finding(
      "stray_quote",
      false,
      planned.entries.filter(({ label }) => (label.match(/"/g)?.length ?? 0) % 2 === 1).map(entryPlace),
    ),
  ({ planned }) =>
    finding(
      "invisible_characters",
      false,
      planned.entries.filter(({ label }) => INVISIBLE.test(label)).map(entryPlace),
      {
        code: "strip_invisible",
        change: { stripInvisible: true },
      },
    ),
  alike,
  ({ planned }) =>
    finding("private_data", false, planned.entries.filter(({ label }) => isPrivate(label)).map(entryPlace)),
];

function headings({ table, plan }: List): Finding[] {
  if (plan.heading !== null) {
    const row = table.rows[plan.heading];
    return [
      ...finding("titles_left_out", false, table.rows.slice(0, plan.heading).map(rowPlace)),
      ...finding("heading_left_out", false, row ? [rowPlace(row)] : [], {
        code: "heading_is_entry",
        change: { heading: null },
      }),
    ];
  }
  const [first] = table.rows;
  const cells = first ? (table.separator === null ? textOf(first).split(/[,;\t]/) : first.cells) : [];
  const possible = table.rows.length > 1 && cells.filter((cell) => cell.trim() !== "").every(isHeadingWord);
  return finding("heading_possible", true, possible && first ? [rowPlace(first)] : [], {
    code: "first_row_is_heading",
    change: { heading: 0 },
  });
}

// "Total, 6" behind 3, 1 and 2.
function sums({ body, planned, plan }: List): Finding[] {
  const last = body.at(-1);
  const entry = planned.entries.at(-1);
  if (!last || !entry || planned.entries.length < 3) return [];
  const before = planned.entries.slice(0, -1).reduce((sum, { tickets }) => sum + tickets, 0);
  const isSum = SUM.test(entry.label) || (entry.tickets === before && before > planned.entries.length);
  return finding("sum_row", true, isSum ? [rowPlace(last)] : [], {
    code: "leave_out",
    change: { leftOut: [...plan.leftOut, last.line] },
  });
}

// Numbers in a column that was not chosen, or that the rule does not count.
function possibleTickets({ table, body, plan, takesTickets }: List): Finding[] {
  if (table.separator === null || plan.tickets !== null) return [];
  const names = plan.heading === null ? [] : (table.rows[plan.heading]?.cells ?? []);
  const width = body.reduce((most, { cells }) => Math.max(most, cells.length), 0);
  const isOther = (at: number) => !plan.label.includes(at) && !/\bid\b|^#$|\b(no|nr)\b/iu.test(names[at] ?? "");
  const columns = Array.from({ length: width }, (_, at) => at).filter(isOther);
  const found = columns.find(
    (at) => isTicketsHeading(names[at] ?? "") || isCounts(body.map(({ cells }) => cells[at] ?? "")),
  );
  if (found === undefined || body.length < 2) return [];
  const places = body.map((row) => ({ line: row.line, text: textOf(row), detail: names[found] || String(found + 1) }));
  if (!takesTickets) return isTicketsHeading(names[found] ?? "") ? finding("tickets_not_counted", false, places) : [];
  return finding("tickets_column_possible", true, places, { code: "use_column", change: { tickets: found } });
}

// Small numbers that are no series: identifiers count up or are long, postal codes and years have as many digits each.
function isCounts(cells: string[]): boolean {
  const values = cells.map((cell) => readTickets(cell)).map((read) => (read.ok ? read.value : Number.NaN));
  const isSeries = values.every((value, at) => at === 0 || value === (values[at - 1] ?? 0) + 1);
  return values.length > 1 && values.every((value) => value < 1_000) && !isSeries;
}

function numbersInLines({ table, body, plan, takesTickets }: List): Finding[] {
  if (table.separator !== null || plan.splitLine) return [];
  const mostly = (rows: Row[]) => rows.length >= 2 && rows.length * 2 >= body.length;
  const ending = body.filter(
    ({ cells: [line = ""] }) =>
      splitTickets(line, "spaced").typed !== null && splitTickets(line, plan.lineTickets).typed === null,
  );
  const leading = body.filter(
    ({ cells: [line = ""] }) =>
      splitTickets(line, "leading").typed !== null && splitTickets(line, plan.lineTickets).typed === null,
  );
  if (!takesTickets) return mostly(ending) ? finding("tickets_not_counted", false, ending.map(rowPlace)) : [];
  if (mostly(leading))
    return finding("number_first", true, leading.map(rowPlace), {
      code: "number_first_is_tickets",
      change: { lineTickets: "leading" },
    });
  return mostly(ending)
    ? finding("number_at_end", true, ending.map(rowPlace), {
        code: "number_at_end_is_tickets",
        change: { lineTickets: "spaced" },
      })
    : [];
}

function numbering({ body, plan }: List): Finding[] {
  if (plan.stripNumbering) return [];
  const numbered = body.filter(({ cells: [cell = ""] }) => startsWithNumbering(cell));
  return finding(
    "numbering",
    true,
    numbered.length > 1 && numbered.length * 2 >= body.length ? numbered.map(rowPlace) : [],
    {
      code: "strip_numbering",
      change: { stripNumbering: true },
    },
  );
}

function oneLine({ table, body, plan }: List): Finding[] {
  const [only] = body;
  if (table.rows.length !== 1 || !only || plan.splitLine) return [];
  const parts = only.cells
    .join(",")
    .split(/[,;，；、]/)
    .filter((part) => part.trim() !== "");
  const isList = parts.length > 2 || (parts.length === 2 && !looksLikeTickets(parts[1]?.trim() ?? ""));
  return finding("one_line", true, isList ? [rowPlace(only)] : [], { code: "split_line", change: { splitLine: true } });
}

const FEWEST_ROWS = 5; // before some of them can be called unlike the rest

function unevenRows({ table, body }: List): Finding[] {
  if (table.separator === null || body.length < FEWEST_ROWS) return [];
  const counts = new Map<number, number>();
  for (const { cells } of body) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
  const [usual] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? [];
  return finding("uneven_rows", false, body.filter(({ cells }) => cells.length !== usual).map(rowPlace));
}

interface Group {
  first: PlannedEntry;
  others: PlannedEntry[];
}

function groupsBy(entries: PlannedEntry[], keyOf: (entry: PlannedEntry) => string | null): Group[] {
  const groups = new Map<string, Group>();
  for (const entry of entries) {
    const key = keyOf(entry);
    if (key === null) continue;
    const known = groups.get(key);
    if (known) known.others.push(entry);
    else groups.set(key, { first: entry, others: [] });
  }
  return [...groups.values()].filter(({ others }) => others.length > 0);
}

const MERGE: Remedy = { code: "count_once", change: { repeats: "merge" } };
const MERGE_ALIKE: Remedy = { code: "count_once", change: { repeats: "merge", alike: true } };
const ADD: Remedy = { code: "add_tickets", change: { repeats: "add_tickets" } };

function alike({ table, plan, planned, body, takesTickets }: List): Finding[] {
  const { entries } = planned;
  const mailOf = ({ mail }: PlannedEntry) => mail;
  const differs = ({ first, others }: Group) =>
    others.some((other) => mailOf(other) !== null && mailOf(other) !== mailOf(first));
  const same = groupsBy(entries, ({ label }) => label);
  const namesakes = same.filter(differs);
  const spelled = groupsBy(entries, ({ label }) => fold(label)).flatMap((group) => unlike(group));
  const similar = groupsBy(entries, ({ label }) => skeleton(label)).flatMap((group) =>
    unlike(group).filter(({ other }) => fold(other.label) !== fold(group.first.label)),
  );
  const mailed = groupsBy(entries, mailOf).flatMap((group) =>
    unlike(group).filter(({ other }) => fold(other.label) !== fold(group.first.label)),
  );
  const mailColumn = table.separator === null ? -1 : columnOfMails(body);
  return [
    ...finding(
      "repeated",
      true,
      same.filter((group) => !differs(group)).flatMap(({ others }) => others.map(entryPlace)),
      MERGE,
      ...(takesTickets ? [ADD] : []),
    ),
    ...finding(
      "same_name_other_mail",
      true,
      namesakes.flatMap(({ others }) => others.map(entryPlace)),
      ...(mailColumn < 0 || plan.label.includes(mailColumn)
        ? []
        : [{ code: "add_mail_to_label", change: { label: [...plan.label, mailColumn] } }]),
    ),
    ...finding("spelled_differently", true, spelled.map(pairPlace), MERGE_ALIKE),
    ...finding("look_alike", true, similar.map(pairPlace)),
    ...finding("same_mail", true, mailed.map(pairPlace)),
  ];
}

function columnOfMails(body: Row[]): number {
  const width = body.reduce((most, { cells }) => Math.max(most, cells.length), 0);
  return (
    Array.from({ length: width }, (_, at) => at).find((at) =>
      body.every(({ cells }) => mailIn(cells[at] ?? "") !== null),
    ) ?? -1
  );
}

function unlike({ first, others }: Group): { first: PlannedEntry; other: PlannedEntry }[] {
  return others.filter(({ label }) => label !== first.label).map((other) => ({ first, other }));
}

function pairPlace({ first, other }: { first: PlannedEntry; other: PlannedEntry }): Place {
  return { line: other.line, text: other.label, detail: first.label };
}
