// Tables for spreadsheets: CSV, RFC 4180.

// Without this mark Excel assumes the machine's code page and garbles names; other programs skip it.
export const BYTE_ORDER_MARK = "\ufeff";

export function csvLine(cells: (string | number)[]): string {
  return `${cells.map(cell).join(",")}\r\n`;
}

function cell(value: string | number): string {
  return typeof value === "number" ? String(value) : `"${inert(value).replaceAll('"', '""')}"`;
}

// OWASP, CSV injection: prefixes of formulas. Where semicolons separate cells, as in many countries, a cell starts
// after each of them, quoted or not.
const FORMULA = /(^|;)(?=["\s]*[=+\-@\t\r\n＝＋－＠])/g;

/** Text that no spreadsheet evaluates as a formula. */
function inert(text: string): string {
  return text.replace(FORMULA, "$1'");
}
