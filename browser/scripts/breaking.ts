// Break it: a copy of the record to change at will, and the check that detects it.
import type { Report } from "@fairhat/verify";
import { type Change, changed, type Json, valueAt } from "../check/change.ts";
import { placeOf, type Sample } from "../check/sample.ts";
import { tricksOf } from "../check/tricks.ts";
import { tamperedText } from "../check/verdict-text.ts";
import type { Checker } from "./checker.ts";
import { differenceOf } from "./checklist.ts";
import { element, query } from "./element.ts";
import { showFields } from "./fields.ts";
import { showVerdict } from "./findings.ts";
import { check as words } from "./page.ts";

const { breaking } = words;

/** Lists with more entries than this are rechecked only on request. */
const AT_ONCE = 2_000;

export interface Breaking {
  hide(): void;
  /** Offers a copy of the checked record for changes. */
  offer(checker: Checker, report: Report, sample: Sample): void;
}

export function breakable(section: HTMLElement): Breaking {
  const outcome = outcomeOf(section);
  const fields = query(section, ".fields");
  const press = query<HTMLButtonElement>(section, ".press");
  let game = NO_GAME;

  const again = (): void => {
    press.hidden = true;
    game.check(outcome.show).catch(() => outcome.say(words.now.broken));
  };
  const touched = (): void => {
    if (game.small) {
      again();
      return;
    }
    press.hidden = false;
    outcome.say(breaking.pressed);
  };
  const draw = (): void => {
    showFields(fields, game.original, game.now(), (change) => {
      game.change([change]);
      touched();
    });
  };
  const trick = (changes: Change[]): void => {
    game.change(changes);
    draw();
    touched();
  };
  press.addEventListener("click", again);
  query(section, ".back").addEventListener("click", () => {
    game.reset();
    press.hidden = true;
    draw();
    outcome.say(breaking.untouched);
  });
  return {
    hide() {
      section.hidden = true;
      game = NO_GAME;
    },
    offer(checker, report, sample) {
      game = gameOf(checker, report, sample);
      query(section, ".tricks").replaceChildren(...trickButtons(() => game.now(), sample.record, trick));
      draw();
      outcome.clear(); // a message here would be spoken over the verdict
      press.hidden = true;
      section.hidden = false;
    },
  };
}

/** The result for the changed copy. */
interface Outcome {
  show(report: Report, original: Report): void;
  say(text: string): void;
  clear(): void;
}

function outcomeOf(section: HTMLElement): Outcome {
  const outcome = query(section, ".outcome");
  const why = query(section, ".why");
  const clear = (): void => {
    outcome.dataset.tone = "";
    outcome.replaceChildren();
    why.replaceChildren();
    markChips(section, null);
  };
  return {
    clear,
    show(report, original) {
      showVerdict(outcome, tamperedText(words, report, original));
      why.replaceChildren(...(report.failed ? differenceOf(report.failed) : []));
      markChips(section, report);
    },
    say(text) {
      clear();
      outcome.append(element("p", {}, text));
    },
  };
}

interface Game {
  /** Whether it is rechecked after each change. */
  small: boolean;
  original: Sample;
  /** The shown part of the record, with all changes. */
  now(): Json;
  change(changes: Change[]): void;
  reset(): void;
  /** Checks the current copy once the worker is free, and shows the result. */
  check(show: (report: Report, original: Report) => void): Promise<void>;
}

const EMPTY: Sample = { record: null, cut: [] };
const NO_GAME: Game = { small: true, original: EMPTY, now: () => null, change() {}, reset() {}, async check() {} };

function gameOf(checker: Checker, report: Report, original: Sample): Game {
  const { record } = original;
  let changes: Change[] = [];
  let version = 0;
  let busy = false;
  const set = (next: Change[]): void => {
    changes = next;
    version += 1;
  };
  return {
    original,
    small: Number(valueAt(record, ["manifest", "entries", "count"])) <= AT_ONCE,
    now: () => changed(record, changes),
    change: (more) => set([...withoutLatest(changes, more), ...more]),
    reset: () => set([]),
    async check(show) {
      if (busy) return;
      busy = true;
      try {
        for (let checked = -1; checked !== version && changes.length > 0; ) {
          checked = version;
          const broken = await checker.change(changes);
          if (checked === version) show(broken, report);
        }
      } finally {
        busy = false;
      }
    },
  };
}

// Typing changes one field many times.
function withoutLatest(changes: Change[], [next]: Change[]): Change[] {
  const same = placeOf(changes.at(-1)?.path ?? []) === placeOf(next?.path ?? []);
  return same && next?.to !== undefined ? changes.slice(0, -1) : changes;
}

function markChips(section: HTMLElement, report: Report | null): void {
  for (const chip of section.querySelectorAll<HTMLElement>(".chips [data-check]")) {
    const check = report?.checks.find(({ name }) => name === chip.dataset.check);
    chip.dataset.status = check?.status ?? (report ? "skipped" : "passed");
    chip.toggleAttribute("data-first", check !== undefined && check === report?.failed);
  }
}

function trickButtons(now: () => Json, record: Json, play: (changes: Change[]) => void): HTMLElement[] {
  return tricksOf(record).map(({ name }) => {
    const button = element("button", { type: "button", class: "quiet" }, breaking.trick[name]);
    // Its effect depends on earlier changes.
    button.addEventListener("click", () => play(tricksOf(now()).find((trick) => trick.name === name)?.changes ?? []));
    return button;
  });
}
