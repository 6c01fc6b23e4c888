export { BYTE_ORDER_MARK, csvLine } from "./csv.ts";
export { type Decoded, decode } from "./decode.ts";
export { ENCODINGS, type Encoding } from "./encodings.ts";
export {
  answerTo,
  type Finding,
  type FindingCode,
  type Place,
  type Remedy,
  type RemedyCode,
} from "./findings/finding.ts";
export type { Repeated } from "./findings/people.ts";
export { type Format, formatOf, type Refused, refusedText } from "./format.ts";
export { linesOf } from "./lines.ts";
export { MASKS, type Mask, masked } from "./masks.ts";
export { splitTickets, withoutSeparators } from "./parts.ts";
export type { Plan } from "./plan.ts";
export { ListReader, type ListReport, type ListSource, readList, unansweredIn } from "./reader.ts";
export type { ListOptions, ReadEntry } from "./rowlist.ts";
export type { Row } from "./rows.ts";
export { readTickets, type TicketProblem } from "./tickets.ts";
export type { WorkbookRefusal } from "./workbook/archive.ts";
export { type ListWithout, listWithout, rewrittenList, tidyList, writtenList } from "./write.ts";
