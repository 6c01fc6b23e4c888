// A check from the record's bytes to the verdict, in the part of a page that core/views/check.eta makes.
import type { Keys } from "@fairhat/verify";
import { breakable } from "./breaking.ts";
import { startChecker } from "./checker.ts";
import { part } from "./element.ts";
import { recordAt, type Source } from "./fetching.ts";
import { findingsOf } from "./findings.ts";
import { check as words } from "./page.ts";
import { ticksOf } from "./ticks.ts";

export interface Checking {
  /** Ends what is being checked, and checks what `source` gives. */
  check(source: Source, keys: Keys): Promise<void>;
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
  const run = async (source: Source, keys: Keys, signal: AbortSignal): Promise<void> => {
    const file = await source(way.fetched, signal);
    if (signal.aborted) return;
    if (!(file instanceof Uint8Array)) return stopWith(file.problem);
    findings.say(words.now.checking);
    const checker = startChecker(part(root, ".checking").dataset.worker ?? "");
    signal.addEventListener("abort", checker.end);
    const checked = await checker.check(file, { keys }, (progress) => way.checked(ticks.heard(progress)));
    if (signal.aborted) return;
    way.hide();
    ticks.done(checked.report);
    findings.tell(checked);
    if (checked.sample) breaking.offer(checker, checked.report, checked.sample);
  };
  return {
    async check(source, keys) {
      const signal = begin();
      try {
        await run(source, keys, signal);
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

/** Checks the draw whose record the section names. */
export async function checkDraw(section: HTMLElement): Promise<void> {
  const its = made.get(section) ?? checking(section);
  made.set(section, its);
  await its.check(recordAt(section.dataset.record ?? ""), NO_KEYS);
}
