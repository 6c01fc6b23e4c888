// Numbers in the lines of a list without columns.
import { numberingOf, Series } from "../numbering.ts";
import { type LineTickets, splitTickets } from "../parts.ts";
import { type Finder, type Finding, type ListContext, Places, type Remedy, type SeenRow, textOf } from "./finding.ts";

/** Numbers at one end of lines that were not read as tickets. */
export class NumbersInLines implements Finder {
  readonly #context: ListContext;
  readonly #isWanted: boolean;
  readonly #ending = new Places();
  readonly #leading = new Places();
  readonly #series = new Series();
  #rows = 0;
  #withTickets = 0;
  #cut = { ending: 0, leading: 0 };
  #sameHeads = 0;
  #head = "";

  constructor(context: ListContext) {
    this.#context = context;
    this.#isWanted = context.plan.separator === null && !context.plan.splitLine;
  }

  see({ row, typed }: SeenRow): void {
    if (!this.#isWanted) return;
    this.#rows += 1;
    const line = textOf(row);
    this.#seeStart(row.line, line, typed);
    if (typed === null) this.#seeEnd(row.line, line);
    else this.#withTickets += 1;
  }

  #seeStart(at: number, line: string, typed: string | null): void {
    const numbering = numberingOf(line);
    if (numbering?.style === "counted" && numbering.number !== null) this.#series.add(numbering.number);
    if (typed !== null || numbering?.style === "marked" || this.#context.plan.stripNumbering) return;
    if (!STARTS_WITH_NUMBER.test(line)) return;
    if (isCut(line, "leading")) this.#cut.leading += 1;
    this.#leading.add(at, line);
  }

  // "Table 1", "Table 2": numbers that tell one thing from another.
  #seeEnd(at: number, line: string): void {
    const { label, typed } = splitTickets(line, this.#context.takesTickets ? "spaced" : "separated");
    if (typed === null && !(this.#context.takesTickets && hasNumberAtEnd(line))) return;
    if (label === this.#head) this.#sameHeads += 1;
    this.#head = label;
    if (typed !== null) this.#cut.ending += 1;
    this.#ending.add(at, line);
  }

  end(): Finding[] {
    const isMost = ({ count }: Places) => count >= 2 && count * 2 >= this.#rows;
    const areNames = this.#sameHeads * 2 >= Math.max(1, this.#ending.count);
    if (!this.#context.takesTickets) {
      const ending = isMost(this.#ending) && !areNames ? this.#ending.finding("tickets_not_counted", "note") : [];
      return isMost(this.#leading) && !this.#series.isOne()
        ? [...ending, ...this.#leading.finding("number_first", "note")]
        : ending;
    }
    if (isMost(this.#leading) && !this.#isNumbering())
      return this.#leading.finding("number_first", "answer", ...(this.#cut.leading > 0 ? [LEADING] : []));
    if (areNames) return [];
    const changesChances = isMost(this.#ending) || this.#withTickets > 0;
    return this.#ending.finding(
      "number_at_end",
      changesChances ? "answer" : "note",
      ...(this.#cut.ending > 0 ? [SPACED] : []),
    );
  }

  #isNumbering(): boolean {
    return this.#series.isOne() && this.#rows > 2;
  }
}

const LEADING: Remedy = { code: "number_first_is_tickets", change: { lineTickets: "leading" } };
const SPACED: Remedy = { code: "number_at_end_is_tickets", change: { lineTickets: "spaced" } };
const STARTS_WITH_NUMBER = /^[[(]?\p{Nd}/u;
const LAST_WORDS = 40; // characters

/** `Ada, $3`, `Ada ½`, `Ada = 3`, `Ada, 1-3`, `Ada, III` are numbers to people. A name with digits in it, as ada92, is a name. */
const NUMBER_AT_END = new RegExp(
  [
    "[\\s,;:|/=+(，；：،؛–—-]\\s*[~≈+\\p{Sc}]?\\s*\\p{N}[\\p{N}.,:/'’\\s–-]*\\s*(?:%|\\p{Sc}|\\p{L}[\\p{L}.]{0,7})?\\)?$",
    "[,;:|=，；：]\\s*(?:x{0,3}(?:i[xv]|v?i{1,3})|x{1,3})$",
    `[,;:|=，；：]\\s*(?:${"one|two|three|four|five|six|seven|eight|nine|ten|eins?|zwei|drei|vier|fünf|un|deux|trois|dos|tres"})$`,
    "[,;:|=，；：]\\s*[一二三四五六七八九十]{1,3}$",
  ].join("|"),
  "iu",
);

const MAY_HAVE_NUMBER = /[,;:|=，；：]|[^\p{L}\p{N}]\p{N}/u;

function hasNumberAtEnd(line: string): boolean {
  const end = line.slice(-LAST_WORDS);
  return MAY_HAVE_NUMBER.test(end) && NUMBER_AT_END.test(end);
}

function isCut(line: string, where: LineTickets): boolean {
  return splitTickets(line, where).typed !== null;
}
