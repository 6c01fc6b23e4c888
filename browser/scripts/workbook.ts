// What reads spreadsheets. The worker loads it when one arrives, so that the form need not.
export { readWorkbook } from "@fairhat/lists/workbook";
