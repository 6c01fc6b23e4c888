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
export { splitTickets, withoutSeparators } from "./parts.ts";
export type { Plan } from "./plan.ts";
export { ListReader, type ListReport, type ReadEntry, readList, unansweredIn } from "./reader.ts";
export { readTickets, type TicketProblem } from "./tickets.ts";
export { rewrittenList, tidyList, writtenList } from "./write.ts";
