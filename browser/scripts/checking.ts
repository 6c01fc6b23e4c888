// A check from the record's bytes to the verdict, in the part of a page that core/views/check.eta makes.
import { drawOf, type Keys, type Progress, type Report } from "@fairhat/verify";
import type { ShownDraw } from "../check/witness.ts";
import type { Disclosed } from "../check/work.ts";
import { breakable } from "./breaking.ts";
import { startChecker } from "./checker.ts";
import { part } from "./element.ts";
import { recordAt, type Source } from "./fetching.ts";
import { findingsOf } from "./findings.ts";
import { knownLock } from "./known.ts";
import { shownDraw } from "./lock.ts";
import { check as words } from "./page.ts";
import { ticksOf } from "./ticks.ts";

/** What is to be checked, and what must come out. */
export interface Wanted {
  source: Source;
  keys: Keys;
  /** The draw that was asked for; null where a file was given. */
  draw: string | null;
  /** What the page shows of that draw when it is checked. */
  shown?: () => ShownDraw;
}

export interface Checking {
  /** Ends what is being checked, and checks what is wanted now. */
  check(wanted: Wanted): Promise<void>;
  /** Ends what is being checked, and takes away what was found. */
  clear(): void;
}

/** Makes checks possible in a part of the page. */
export function checking(root: HTMLElement): Checking {
  const findings = findingsOf(root);
  const ticks = ticksOf(part(root, ".checks"));
  const breaking = breakable(part(root, ".breaking"));
  const way = wayOf(part(root, ".run"));
  let current: AbortController | null = null;

  const end = (): void => {
    current?.abort();
    way.hide();
    ticks.hide();
    breaking.hide();
  };
  const stopWith = (problem: string): void => {
    end();
    findings.say(problem);
  };
  part(root, ".stop").addEventListener("click", () => {
    stopWith(words.now.stopped);
    part(root, ".verdict").focus();
  });
  const begin = (): AbortSignal => {
    end();
    current = new AbortController();
    ticks.begin();
    findings.say(words.now.fetching);
    way.begin();
    return current.signal;
  };
  const run = async ({ source, keys, draw, shown }: Wanted, signal: AbortSignal): Promise<void> => {
    const file = await source(way.fetched, signal);
    if (signal.aborted) return;
    if (!(file instanceof Uint8Array)) return stopWith(file.problem);
    findings.say(words.now.checking);
    const checker = startChecker(part(root, ".checking").dataset.worker ?? "");
    signal.addEventListener("abort", checker.end);
    const seen = shown?.() ?? null;
    const M = lockFor(draw);
    const hear = (progress: Progress) => way.checked(ticks.heard(progress));
    const disclosed = await disclosedAt(root.dataset.disclosures, signal);
    const checked = await checker.check(file, { keys, draw, M }, hear, disclosed);
    if (signal.aborted) return;
    way.hide();
    ticks.done(checked.report);
    const { report, sample } = checked;
    const holds = findings.tell(checked, { known: knownFor(report), shown: seen });
    if (holds && sample) breaking.offer(checker, report, sample);
  };
  return {
    async check(wanted) {
      const signal = begin();
      try {
        await run(wanted, signal);
      } catch {
        if (!signal.aborted) stopWith(words.now.broken);
      }
    },
    clear() {
      end();
      findings.clear();
    },
  };
}

// M of the draw as this browser saw it first.
const lockFor = (draw: string | null) => (draw && knownLock(draw)?.M) || null;
const knownFor = ({ summary }: Report) => (summary ? knownLock(summary.draw) : null);

/** The names that the organiser of a private draw published. Without them the masks in the record are compared. */
async function disclosedAt(address: string | undefined, signal: AbortSignal): Promise<Disclosed[]> {
  if (address === undefined) return [];
  const answer = await fetch(address, { signal }).catch(() => null);
  return answer?.ok ? (await answer.json()).names : [];
}

/** How far a check is on its way, for whoever looks. */
interface Way {
  begin(): void;
  fetched(text: string): void;
  /** `done` is the part of all that is done. */
  checked(done: number): void;
  hide(): void;
}

function wayOf(place: HTMLElement): Way {
  const bar = part<HTMLProgressElement>(place, "progress");
  const fetched = part(place, ".fetched");
  return {
    begin() {
      bar.removeAttribute("value");
      fetched.textContent = "";
      place.hidden = false;
    },
    fetched: (text) => fetched.replaceChildren(text),
    checked(done) {
      bar.value = done;
    },
    hide() {
      place.hidden = true;
    },
  };
}

const NO_KEYS: Keys = { a: [], b: [] };
const made = new WeakMap<HTMLElement, Checking>();

/** Checks the draw of this page: of its address, whatever the page says. */
export async function checkDraw(section: HTMLElement): Promise<void> {
  const its = made.get(section) ?? checking(section);
  made.set(section, its);
  const source = recordAt(section.dataset.record ?? "");
  await its.check({ source, keys: NO_KEYS, draw: drawOf(location.href), shown: shownDraw });
}
