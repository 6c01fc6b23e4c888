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
}

/** Makes checks possible in a part of the page. */
export function checking(root: HTMLElement): Checking {
  const findings = findingsOf(root);
  const ticks = ticksOf(part(root, ".checks"));
  const breaking = breakable(part(root, ".breaking"));
  const bar = part<HTMLProgressElement>(root, ".run progress");
  const fetched = part(root, ".fetched");
  let current: AbortController | null = null;

  const show = (running: boolean): void => {
    part(root, ".run").hidden = !running;
  };
  const end = (): void => {
    current?.abort();
    show(false);
  };
  part(root, ".stop").addEventListener("click", () => {
    end();
    ticks.hide();
    findings.say(words.now.stopped);
    part(root, ".verdict").focus();
  });
  const begin = (): AbortSignal => {
    end();
    current = new AbortController();
    breaking.hide();
    ticks.begin();
    findings.say(words.now.fetching);
    bar.removeAttribute("value");
    fetched.textContent = "";
    show(true);
    return current.signal;
  };
  const run = async (source: Source, keys: Keys, signal: AbortSignal): Promise<void> => {
    const file = await source((text) => fetched.replaceChildren(text), signal);
    if (signal.aborted) return;
    if (!(file instanceof Uint8Array)) return stopWith(file.problem);
    findings.say(words.now.checking);
    const checker = startChecker(part(root, ".checking").dataset.worker ?? "");
    signal.addEventListener("abort", checker.end);
    const checked = await checker.check(file, keys, (progress) => {
      bar.value = ticks.heard(progress);
    });
    if (signal.aborted) return;
    show(false);
    ticks.done(checked.report);
    findings.tell(checked);
    if (checked.sample) breaking.offer(checker, checked.report, checked.sample);
  };
  const stopWith = (problem: string): void => {
    show(false);
    ticks.hide();
    findings.say(problem);
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
