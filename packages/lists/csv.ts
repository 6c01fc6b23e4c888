// Tables for spreadsheets: CSV, RFC 4180.

// Excel takes a file without this mark for one in the code page of its machine, and spoils names; others skip it.
export const BYTE_ORDER_MARK = "\ufeff";

export function csvLine(cells: (string | number)[]): string {
  return `${cells.map(cell).join(",")}\r\n`;
}

function cell(value: string | number): string {
  return typeof value === "number" ? String(value) : `"${inert(value).replaceAll('"', '""')}"`;
}

// OWASP, CSV injection: what begins so is a formula to a spreadsheet. One that takes semicolons for separators, as many
// countries' do, sees a beginning after each of them, quotes or not.
const FORMULA = /(^|;)(?=["\s]*[=+\-@\t\r\n＝＋－＠])/g;

/** Text that no spreadsheet takes for a formula. */
function inert(text: string): string {
  return text.replace(FORMULA, "$1'");
}
