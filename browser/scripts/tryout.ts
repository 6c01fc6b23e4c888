// A draw to play with on the first page: open it, check it, cheat, and get caught. The record is complete and the
// verifier is the real one.
import { canonical, own, utf8 } from "@fairhat/protocol";
import type { Report } from "@fairhat/verify";
import { type TrickName, tricksOf } from "../check/tricks.ts";
import record from "../check/tryout.json";
import { tamperedText } from "../check/verdict-text.ts";
import { type Checker, startChecker } from "./checker.ts";
import { element, query } from "./element.ts";
import { showVerdict } from "./findings.ts";
import { home, check as words } from "./page.ts";

const { tryout } = home;
const TRICKS: TrickName[] = ["winner", "leave", "secret"];

/** The parts of the page that it changes. */
interface Stage {
  envelopes: HTMLElement;
  chips: HTMLElement;
  outcome: HTMLElement;
  buttons: HTMLElement;
}

/** Starts in this part of the page, replacing the button that loaded it. */
export function startTryout(section: HTMLElement): void {
  const stage: Stage = {
    envelopes: element("ol", { class: "envelopes" }, ...winners().map(envelope)),
    chips: element("ol", { class: "chips" }),
    outcome: element("div", { class: "outcome" }),
    buttons: element("p", { class: "buttons" }),
  };
  const status = query(section, "[role=status]");
  status.replaceChildren(stage.outcome);
  query(section, ".buttons").replaceWith(stage.envelopes, stage.chips, status, stage.buttons);
  next(stage, [tryout.open, () => open(stage, section.dataset.worker ?? "")]);
}

function winners(): string[] {
  return record.outcome.result.winners.map((position) => record.entries[position]?.label ?? "");
}

function envelope(name: string, at: number): HTMLElement {
  return element("li", {}, element("span", { class: "flap" }, String(at + 1)), element("strong", { hidden: "" }, name));
}

type Act = [label: string, act: () => void];

/** Offers the next actions and focuses the first. */
function next({ buttons }: Stage, ...acts: Act[]): void {
  const offered = acts.map(([label, act], at) => {
    const button = element("button", at === 0 ? { type: "button" } : { type: "button", class: "quiet" }, label);
    button.addEventListener("click", act);
    return button;
  });
  buttons.replaceChildren(...offered);
  offered[0]?.focus({ preventScroll: true });
}

function say({ outcome }: Stage, text: string): void {
  outcome.dataset.tone = "";
  outcome.replaceChildren(element("p", {}, text));
}

function open(stage: Stage, worker: string): void {
  stage.envelopes.classList.add("open");
  for (const name of stage.envelopes.querySelectorAll("strong")) name.hidden = false;
  say(stage, tryout.opened(winners().join(", ")));
  next(stage, [tryout.check, () => check(stage, startChecker(worker))]);
}

async function check(stage: Stage, checker: Checker): Promise<void> {
  stage.buttons.replaceChildren();
  say(stage, words.now.checking);
  try {
    const known = { keys: { a: [], b: [] }, draw: null, M: null };
    const { report } = await checker.check(utf8(canonical(record)), known, () => {});
    stage.chips.replaceChildren(...report.checks.map(({ name }) => chipOf(name)));
    showVerdict(stage.outcome, { tone: "good", title: words.verdict.holds.title, text: [tryout.verified] });
    offerTricks(stage, checker, report);
  } catch {
    checker.end();
    say(stage, tryout.failed);
    next(stage, [words.again, () => check(stage, startChecker(query(document, "[data-worker]").dataset.worker ?? ""))]);
  }
}

function chipOf(name: string): HTMLElement {
  const title = own(words.checks, name)?.name ?? name;
  return element("li", { "data-check": name, "data-status": "passed" }, title);
}

function offerTricks(stage: Stage, checker: Checker, original: Report): void {
  const tricks = tricksOf(record).filter(({ name }) => TRICKS.includes(name));
  const acts = tricks.map(
    ({ name, changes }): Act => [
      words.breaking.trick[name],
      async () => {
        const report = await checker.change(changes);
        markChips(stage, report);
        const told = tamperedText(words, report, original);
        showVerdict(stage.outcome, { ...told, text: [...told.text, tryout.caught] });
        offerOwn(stage);
      },
    ],
  );
  next(stage, ...acts);
}

function markChips({ chips }: Stage, report: Report): void {
  for (const chip of chips.querySelectorAll<HTMLElement>("[data-check]")) {
    const found = report.checks.find(({ name }) => name === chip.dataset.check);
    chip.dataset.status = found?.status ?? "skipped";
    chip.toggleAttribute("data-first", found !== undefined && found === report.failed);
  }
}

function offerOwn({ buttons }: Stage): void {
  if (buttons.querySelector("a")) return;
  const own = element("a", { class: "button", href: "#entries" }, tryout.own);
  own.addEventListener("click", (event) => {
    event.preventDefault();
    const field = query<HTMLTextAreaElement>(document, "#entries");
    field.scrollIntoView({ block: "center" });
    field.focus({ preventScroll: true });
  });
  for (const button of buttons.querySelectorAll("button")) button.className = "quiet";
  buttons.append(own);
}
