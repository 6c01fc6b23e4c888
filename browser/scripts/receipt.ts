// /receipt: checks on this device what a receipt proves, against its draw's record.
import { isObject, own, type Receipt, ticketsOf } from "@fairhat/protocol";
import type { CheckedReceipt } from "../check/work.ts";
import { receiptFrom } from "../receipt/link.ts";
import type { Standing } from "../receipt/standing.ts";
import { startChecker } from "./checker.ts";
import { element, query } from "./element.ts";
import { receipt as words } from "./page.ts";

const shown = query(document, ".checked");
const given = query<HTMLDetailsElement>(document, ".given");
const file = query<HTMLInputElement>(given, "#file");
const pasted = query<HTMLTextAreaElement>(given, "#pasted");

/** The verified file of a receipt's draw. */
interface Verified {
  verdict: string;
  checked: CheckedReceipt;
}

async function check(text: string): Promise<void> {
  say(words.working);
  const receipt = receiptFrom(text);
  const draw = isObject(receipt) ? String(receipt.draw) : "";
  if (!/^[0-9a-f]{32}$/.test(draw)) return refuse(words.reasons.not_a_receipt);
  const record = await recordOf(draw);
  if (typeof record === "string") return refuse(record);
  const verified = await verify(record, draw, receipt).catch(() => words.broken);
  if (typeof verified === "string") return refuse(verified);
  const { reading } = verified.checked;
  if (reading.ok) show(reading.receipt, verified);
  else refuse(words.reasons[reading.refused.reason]);
}

/** The bytes of the record, or of the lock before there is one; otherwise the reason. */
async function recordOf(draw: string): Promise<Uint8Array | string> {
  try {
    for (const kind of ["record", "lock"]) {
      const answer = await fetch(`/api/draws/${draw}/${kind}`);
      if (answer.ok) return new Uint8Array(await answer.arrayBuffer());
      if (answer.status !== 409) return answer.status === 404 ? words.noDraw : words.lost;
    }
  } catch {}
  return words.lost;
}

async function verify(file: Uint8Array, draw: string, receipt: unknown): Promise<Verified | string> {
  const checker = startChecker(shown.dataset.worker ?? "");
  try {
    const known = { keys: { a: [], b: [] }, draw };
    const { report } = await checker.check(file, known, () => {});
    if (!["holds", "holds so far", "void", "erased"].includes(report.verdict)) return words.badRecord;
    return { verdict: report.verdict, checked: await checker.receipt(receipt) };
  } finally {
    checker.end();
  }
}

function say(text: string): void {
  shown.dataset.tone = "";
  shown.replaceChildren(element("p", {}, text));
}

function refuse(why: string): void {
  shown.dataset.tone = "bad";
  shown.replaceChildren(element("h2", {}, words.no), element("p", {}, why));
  given.open = true;
}

function show({ draw, entry, index, label }: Receipt, { verdict, checked }: Verified): void {
  const { count, title, standings } = checked;
  const tickets = entry.tickets === undefined ? "" : ` ${words.tickets(ticketsOf(entry))}`;
  const group = entry.group === undefined ? [] : [", ", element("bdi", {}, words.group(entry.group))];
  const place = element("p", { class: "place" }, words.where(index + 1, count), tickets, ...group);
  const name = element("p", { class: "name" }, element("bdi", {}, label));
  const link = element("a", { href: `/draws/${draw}` }, element("bdi", {}, title));
  const outcome = element("div", { class: "drawn-so" }, ...outcomeParts(verdict, standings));
  const head = element("h2", {}, words.yes);
  const source = element("p", { class: "source" }, `${words.draw}: `, link);
  shown.dataset.tone = "good";
  shown.replaceChildren(head, name, place, outcome, source, checkedList(verdict, count));
  document.title = `${words.yes} · Fairhat`;
}

function outcomeParts(verdict: string, standings: Standing[] | null): HTMLElement[] {
  const erased = verdict === "erased" ? [element("p", { class: "quiet-text" }, words.erased)] : [];
  if (verdict === "void") return said(words.void, words.voidText);
  if (standings === null) return said(words.waiting, words.waitingText);
  const [standing] = standings;
  if (!standing) return [...said(words.notWon), ...erased];
  if (standing.part === "alternates") return [...said(words.alternate(standing.place), words.alternateText), ...erased];
  const isWinner = standing.part === "winners" || standing.part === "prizes";
  const parts = said(isWinner ? words.won : words.standing, inWords(standing));
  return [...parts, ...(isWinner ? [element("p", { class: "quiet-text" }, words.passed)] : []), ...erased];
}

const said = (what: string, more?: string) => [
  element("p", { class: "won" }, what),
  ...(more ? [element("p", {}, more)] : []),
];

function inWords({ part, name, place }: Standing): string {
  const { standingAs } = words;
  return (own(standingAs, part) ?? standingAs.other)(name, place);
}

function checkedList(verdict: string, count: number): HTMLElement {
  const { checks } = words;
  const texts = [checks.name, checks.proof(count), verdict === "holds so far" ? checks.lock : checks.record];
  const list = element("ul", { class: "proved" }, ...texts.map((text) => element("li", {}, text)));
  return element("details", {}, element("summary", {}, words.checked), list);
}

query(given, "form").addEventListener("submit", async (event) => {
  event.preventDefault();
  const text = pasted.value.trim() || (await file.files?.[0]?.text()) || "";
  if (text === "") return refuse(words.nothing);
  await check(text);
  shown.focus();
});
file.addEventListener("change", () => {
  pasted.value = "";
});

const openLink = () => (location.hash.length > 1 ? check(location.hash) : undefined);
addEventListener("hashchange", openLink);
given.hidden = false;
given.open = location.hash.length < 2;
openLink();
