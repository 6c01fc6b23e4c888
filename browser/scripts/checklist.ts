// The ten checks as they are ticked off.
import { own } from "@fairhat/protocol";
import type { CheckReport, Progress, Report } from "@fairhat/verify";
import { factRows, skipReason, wrongOf } from "../check/verdict-text.ts";
import { element, query } from "./element.ts";
import { check as words } from "./page.ts";

export interface Checklist {
  hide(): void;
  /** Shows all checks as pending. */
  begin(): void;
  /** Shows one step; returns the finished share. */
  heard(progress: Progress): number;
  /** Shows a whole report: empty if nothing could be checked. */
  done(report: Report): void;
}

export function checklistOf(list: HTMLElement): Checklist {
  const items = [...list.querySelectorAll<HTMLElement>("[data-check]")];
  const itemOf = (name: string) => items.find((item) => item.dataset.check === name);
  const hide = (): void => {
    list.hidden = true;
  };
  return {
    hide,
    begin() {
      list.hidden = false;
      for (const item of items) {
        mark(item, "waiting");
        query(item, ".demand").textContent = demandOf(item.dataset.check ?? "");
        query(item, ".more").replaceChildren();
      }
    },
    heard(progress) {
      const item = itemOf(progress.check);
      const at = item ? items.indexOf(item) : 0;
      if ("report" in progress) showOne(item, progress.report);
      else if (item && progress.part === 0) mark(item, "running");
      return (at + ("part" in progress ? progress.part : 1)) / items.length;
    },
    done(report) {
      for (const check of report.checks) showOne(itemOf(check.name), check);
      if (report.checks.length === 0) hide();
    },
  };
}

function demandOf(name: string): string {
  return own(words.checks, name)?.demand ?? "";
}

function mark(item: HTMLElement, status: keyof typeof words.status): void {
  item.dataset.status = status;
  query(item, ".status").textContent = words.status[status];
}

function showOne(item: HTMLElement | undefined, check: CheckReport): void {
  if (!item) return;
  mark(item, check.status);
  // Requirements are shown only for a check that passed.
  if (check.status !== "passed")
    query(item, ".demand").replaceChildren(...(check.status === "failed" ? wrongOf(words.checks, check.name) : []));
  const why = skipReason(words, check);
  const more = why ? [element("p", { class: "quiet-text" }, why)] : [...differenceOf(check), ...numbersOf(check)];
  query(item, ".more").replaceChildren(...more);
}

/** What a failed check expected and found, in the protocol's terms. */
export function differenceOf(check: CheckReport): HTMLElement[] {
  if (check.status !== "failed") return [];
  const rows = [
    [words.expected, check.expected],
    [words.found, check.found],
  ] as const;
  return [element("dl", { class: "difference" }, ...rows.flatMap(([name, value]) => row(name, value, { lang: "en" })))];
}

function numbersOf(check: CheckReport): HTMLElement[] {
  const facts = factRows(words, check);
  if (facts.length === 0) return [];
  const rows = facts.flatMap(({ name, value }) => row(name, value));
  return [element("details", {}, element("summary", {}, words.numbers), element("dl", {}, ...rows))];
}

function row(name: string, value: string, attributes: Record<string, string> = {}): HTMLElement[] {
  return [
    element("dt", {}, name),
    element("dd", attributes, element("code", { class: "hex" }, element("bdi", {}, value))),
  ];
}
