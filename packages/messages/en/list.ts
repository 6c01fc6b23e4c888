import type { FindingCode, Place, Refused, RemedyCode, TicketProblem, WorkbookRefusal } from "@fairhat/lists";
import { counter } from "../language.ts";

const count = counter("en");
const lines = (number: number) => count(number, { one: "line", other: "lines" });
const names = (number: number) => count(number, { one: "name", other: "names" });

const findings: Record<FindingCode, (number: number) => string> = {
  hidden_rows: (n) => `${count(n, { one: "row is", other: "rows are" })} hidden in the spreadsheet`,
  hidden_columns: (n) => `${count(n, { one: "column is", other: "columns are" })} hidden in the spreadsheet`,
  hidden_sheets: (n) => `${count(n, { one: "sheet is", other: "sheets are" })} hidden in the spreadsheet`,
  merged_rows: (n) =>
    `${count(n, { one: "merged cell covers", other: "merged cells cover" })} several rows; only the first row has its value`,
  cell_errors: (n) => `${count(n, { one: "formula", other: "formulas" })} with an error in place of a value`,
  formula_without_value: (n) =>
    `${count(n, { one: "formula has", other: "formulas have" })} no value; open the file in a spreadsheet program and save it`,
  macros_ignored: () => "The macros in this file were ignored",
  links_ignored: () => "The links to other files were not followed; cells show the values that were saved",
  bad_quote: () => "A quotation mark is not closed, or closes within a cell",
  line_too_long: (n) => `${lines(n)} with more than 10,000 characters`,
  heading_left_out: () => "The first line names the columns; it takes no part in the draw",
  heading_unlike: () => "The first line was taken for a heading, because it has no numbers where all others do",
  heading_possible: () => "The first line looks like a heading; it would take part in the draw",
  titles_left_out: (n) => `${lines(n)} above the heading ${n === 1 ? "takes" : "take"} no part in the draw`,
  columns_left_out: (n) => `${count(n, { one: "column is", other: "columns are" })} not used`,
  rows_left_out: (n) => `${count(n, { one: "row was", other: "rows were" })} left out by the column that you chose`,
  sum_row: (n) =>
    n === 1
      ? "One line looks like a total; it would take part in the draw"
      : `${lines(n)} look like totals; they would take part in the draw`,
  tickets_unreadable: (n) => `${lines(n)} with a number of tickets that cannot be read`,
  tickets_without_name: (n) => `${lines(n)} with tickets and no name`,
  tickets_like_codes: () => "The numbers of tickets look like postal codes, years or telephone numbers",
  tickets_column_possible: () => "One column looks like numbers of tickets, and is not read as such",
  tickets_not_counted: (n) => `${lines(n)} with a number at the end; this rule counts no tickets`,
  number_at_end: (n) => `${lines(n)} with a number at the end that is part of the name`,
  number_first: (n) => `${lines(n)} with a number at the beginning that is part of the name`,
  numbering: (n) => `${lines(n)} with numbering or a bullet that is part of the name`,
  one_line: () => "All names are on one line, which is one entry",
  columns_possible: (n) => `${lines(n)} with the same separators, as a table has them; each line is one name`,
  rulings_left_out: (n) => `${lines(n)} drawn between others ${n === 1 ? "was" : "were"} left out`,
  comment_lines: (n) => `${count(n, { one: "line looks", other: "lines look" })} like a remark about the list`,
  rows_may_stay_out: (n) =>
    `${count(n, { one: "row is", other: "rows are" })} marked in a column as if ${n === 1 ? "it" : "they"} should stay out`,
  same_household: (n) => `${names(n)} from a household that is already listed`,
  tickets_missing: (n) => `${count(n, { one: "row has", other: "rows have" })} no number of tickets, and would get one`,
  broken_characters: (n) =>
    `${count(n, { one: "name has", other: "names have" })} characters that were not decoded correctly`,
  other_order: (n) =>
    `${count(n, { one: "name has", other: "names have" })} the words of another, in a different order or without accents`,
  uneven_rows: (n) => `${count(n, { one: "line has", other: "lines have" })} other columns than the rest`,
  label_too_long: (n) => `${names(n)} with more than 200 characters`,
  line_break_in_label: (n) => `${count(n, { one: "cell has", other: "cells have" })} several lines; they became one`,
  stray_quote: (n) => `${names(n)} with a single quotation mark`,
  separators_at_end: (n) => `${count(n, { one: "line ends", other: "lines end" })} with a separator`,
  invisible_characters: (n) => `${count(n, { one: "name has", other: "names have" })} characters that cannot be seen`,
  repeated: (n) => `${count(n, { one: "name is", other: "names are" })} listed more than once`,
  spelled_differently: (n) =>
    `${count(n, { one: "name differs", other: "names differ" })} from another only in capitals, spaces or the kind of characters`,
  look_alike: (n) => `${count(n, { one: "name looks", other: "names look" })} like another, but has other letters`,
  same_mail: (n) => `${names(n)} with the e-mail address of another`,
  same_name_other_mail: (n) => `${count(n, { one: "name is", other: "names are" })} listed with two e-mail addresses`,
  private_data: (n) =>
    `${count(n, { one: "entry has", other: "entries have" })} an e-mail address or a telephone number, which everyone will see`,
};

/** What to do about a finding that has to be answered. */
const advice: Partial<Record<FindingCode, string>> = {
  bad_quote: "Close it, or write two of them.",
  line_too_long: "Shorten these lines.",
  heading_unlike: "Name the columns, or remove the heading.",
  heading_possible: "Remove it if it is one.",
  sum_row: "Remove it if it is one.",
  tickets_unreadable: "Write whole numbers from 1 on, without separators: 1000.",
  tickets_without_name: "Add the name, or remove the line.",
  tickets_like_codes: "Remove the numbers if they are.",
  tickets_column_possible: "Use it, or remove it.",
  number_at_end: "Put a comma before the number if it means tickets.",
  number_first: "Write the name first, then a comma and the number, if it means tickets.",
  numbering: "Remove it, so that only names are drawn.",
  one_line: "Put each name on a line.",
  label_too_long: "Shorten these names.",
  columns_possible: "Choose the columns, or put each name on a line.",
  comment_lines: "Remove it if it is one.",
  rows_may_stay_out: "Remove these rows if the people stay out.",
  tickets_missing: "Add the number, or remove the row.",
  broken_characters: "Choose another encoding, or correct these names.",
};

const remedies: Record<RemedyCode, string> = {
  heading_is_entry: "It is an entry",
  first_row_is_heading: "Remove the first line",
  read_as_thousands: "1,000 is one thousand",
  read_as_decimals: "1,000 is one",
  leave_out: "Remove it",
  use_column: "Use this column as tickets",
  number_first_is_tickets: "Read these numbers as tickets",
  number_at_end_is_tickets: "Read these numbers as tickets",
  strip_numbering: "Remove the numbering",
  split_line: "Put each name on a line",
  strip_separators: "Remove these separators",
  strip_invisible: "Remove these characters",
  add_mail_to_label: "Add the e-mail address to the names",
  drop_repeats: "Remove repeated lines",
  drop_alike: "Keep the first of each",
  use_columns: "Read them as columns",
  leave_out_marked: "Leave these rows out",
  first_of_household: "Keep the first of each household",
  add_tickets: "Make one entry of each, with all its tickets",
};

const ticketProblems: Record<TicketProblem, string> = {
  no_number: "not a number",
  ambiguous: "a thousand, or a decimal number?",
  not_whole: "not a whole number",
  negative: "negative",
  plus_sign: "begins with a plus sign",
  zero: "no tickets",
  per_cent: "per cent",
  leading_zero: "begins with zero",
  too_large: "too large",
};

const formats: Record<Refused | WorkbookRefusal, string> = {
  workbook_broken:
    "This spreadsheet is damaged. Open it in a spreadsheet program, save it again, and choose that file.",
  workbook_encrypted: "This spreadsheet has a password. Save it without one, and choose that file.",
  workbook_binary: "This spreadsheet is in a binary format. Save it as XLSX, ODS or CSV, and choose that file.",
  workbook_too_large:
    "This spreadsheet has more cells than a list can use. Copy the columns of the list to a new file, and choose that.",
  workbook_too_many_sheets:
    "This spreadsheet has more than 1,000 sheets. Copy the sheet with the list to a new file, and choose that.",
  workbook_empty: "There is no sheet with cells in this spreadsheet.",
  workbook_no_such_sheet: "This spreadsheet has fewer sheets than that.",
  old_excel:
    "This spreadsheet has a password, or is in the format of Excel before 2007. Save it without a password as XLSX, and choose that file.",
  flat_ods: "This spreadsheet is flat XML. Save it as ODS, XLSX or CSV, and choose that file.",
  html: "This file is a web page. Copy its table and paste it into the list.",
  xml: "This file is XML, not a list.",
  rtf: "This file is a formatted document. Save it as plain text, and choose that file.",
  mail: "This file is an e-mail or a saved web page. Copy the list in it and paste it.",
  old_exchange: "This spreadsheet is in an old exchange format. Save it as XLSX, ODS or CSV, and choose that file.",
  vcard: "This file has contacts (vCard or LDIF). Export them as CSV, and choose that file.",
  calendar: "This file is a calendar, not a list.",
  json: "This file is JSON. Programs can send it to the API.",
  pdf: "This file is a PDF. Copy its text and paste it into the list.",
  image: "This file is a picture, not a list.",
  archive: "This file is an archive. Unpack it, and choose the list in it.",
  binary: "This file is not text.",
};

/** What is said of a list: while it is typed, when it is refused and before it is drawn. */
export const list = {
  findings,
  advice,
  remedies,
  ticketProblems,
  formats,
  place: ({ line, text }: Pick<Place, "line" | "text">) =>
    line === 0 ? text : text === "" ? `line ${line}` : `line ${line}: ${text}`,
  like: (other: string) => `like ${other}`,
  keep: "It is right as it is",
  answer: "If something here is right as it is, say so:",
  notes: "What to know about this list",
};
