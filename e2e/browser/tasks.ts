// CPU time of a page's main thread, which does not depend on the machine's other load.
import type { Browser } from "playwright-core";

/** https://docs.google.com/document/d/1CvAClvFfyA5R-PhYUmn5OOQtYMH4h6I0nSsKchNAySU; times in microseconds. */
interface Traced {
  name: string;
  pid: number;
  tid: number;
  ts: number;
  dur?: number;
  tdur?: number;
}

export interface Tasks {
  /** Milliseconds of CPU of the longest task. */
  longest: number;
  /** Milliseconds that started tasks waited for a processor. */
  waited: number;
}

/** The page's tasks from its `performance.mark("begun")`, made by `act`, to the end of `act`. */
export async function tasksDuring(browser: Browser, act: () => Promise<void>): Promise<Tasks> {
  const categories = ["blink.user_timing", "disabled-by-default-devtools.timeline"];
  await browser.startTracing(undefined, { categories });
  let trace: Buffer;
  try {
    await act();
  } finally {
    trace = await browser.stopTracing();
  }
  const { traceEvents } = JSON.parse(trace.toString()) as { traceEvents: Traced[] };
  const begun = traceEvents.find(({ name }) => name === "begun");
  if (!begun) throw new Error("the trace has no mark of the page's own");
  const isOfPage = ({ pid, tid, ts }: Traced) => pid === begun.pid && tid === begun.tid && ts > begun.ts;
  const tasks = traceEvents.filter((event) => event.name === "RunTask" && event.tdur !== undefined && isOfPage(event));
  if (tasks.length === 0) throw new Error("the trace has no task of the page");
  let [longest, waited] = [0, 0];
  for (const { dur = 0, tdur = 0 } of tasks) {
    longest = Math.max(longest, tdur / 1_000);
    waited += (dur - tdur) / 1_000;
  }
  console.error(`the longest of ${tasks.length} tasks took ${longest.toFixed()} ms; all waited ${waited.toFixed()} ms`);
  return { longest, waited };
}
