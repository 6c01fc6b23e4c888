// Runs a check from the record's bytes to the verdict, in the markup of core/views/check.eta.
import { drawOf, type Keys, type Progress, type Report } from "@fairhat/verify";
import type { ShownDraw } from "../check/witness.ts";
import type { Disclosed } from "../check/work.ts";
import { breakable } from "./breaking.ts";
import { startChecker } from "./checker.ts";
import { checklistOf } from "./checklist.ts";
import { query } from "./element.ts";
import { recordAt, type Source } from "./fetching.ts";
import { findingsOf } from "./findings.ts";
import { knownLock } from "./known.ts";
import { shownDraw } from "./lock.ts";
import { check as words } from "./page.ts";

/** What to check, and the requirements. */
export interface Wanted {
  source: Source;
  keys: Keys;
  /** The expected draw; null for a file. */
  draw: string | null;
  /** What the page shows of that draw at the time of the check. */
  shown?: () => ShownDraw;
}

export interface Checking {
  /** Cancels the running check and starts a new one. */
  check(wanted: Wanted): Promise<void>;
  /** Cancels the running check and clears the result. */
  clear(): void;
}

/** Enables checks in a part of the page. */
export function checking(root: HTMLElement): Checking {
  const findings = findingsOf(root);
  const ticks = checklistOf(query(root, ".checks"));
  const breaking = breakable(query(root, ".breaking"));
  const way = wayOf(query(root, ".run"));
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
  query(root, ".stop").addEventListener("click", () => {
    stopWith(words.now.stopped);
    query(root, ".verdict").focus();
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
    const checker = startChecker(query(root, ".checking").dataset.worker ?? "");
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

// M of the draw's lock that this browser saw first.
const lockFor = (draw: string | null) => (draw && knownLock(draw)?.M) || null;
const knownFor = ({ summary }: Report) => (summary ? knownLock(summary.draw) : null);

/** The published names of a private draw. Without them the record's masks are compared. */
async function disclosedAt(address: string | undefined, signal: AbortSignal): Promise<Disclosed[]> {
  if (address === undefined) return [];
  const answer = await fetch(address, { signal }).catch(() => null);
  return answer?.ok ? (await answer.json()).names : [];
}

/** Progress for the visitor. */
interface Way {
  begin(): void;
  fetched(text: string): void;
  /** `done` is the finished share. */
  checked(done: number): void;
  hide(): void;
}

function wayOf(place: HTMLElement): Way {
  const bar = query<HTMLProgressElement>(place, "progress");
  const fetched = query(place, ".fetched");
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

/** Checks the draw of this page's address, regardless of what the page shows. */
export async function checkDraw(section: HTMLElement): Promise<void> {
  const its = made.get(section) ?? checking(section);
  made.set(section, its);
  const source = recordAt(section.dataset.record ?? "");
  await its.check({ source, keys: NO_KEYS, draw: drawOf(location.href), shown: shownDraw });
}
