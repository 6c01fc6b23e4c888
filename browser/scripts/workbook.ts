// The spreadsheet reader, which the worker loads on demand.
export { readWorkbook } from "@fairhat/lists/workbook";
