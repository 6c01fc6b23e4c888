// A restore interrupted in each of its phases, and repeated by the operator.
import { expect } from "bun:test";
import { startBrowser, visitor } from "../browser/browser.ts";
import { arrive, makeIt, manageWith, review } from "../browser/table.ts";
import type { DrawAnswer } from "../client.ts";
import { type Composed, until } from "./composed.ts";
import { expectHolding } from "./load.ts";

/** Shell code that interrupts ops/restore: at which output, by which signal, and with which arguments it is called. */
export const CUT_OFF = `when=$1 signal=$2
shift 2
exec 3< <(exec setsid ops/restore "$@" 2>&1)
restore=$!
while read -r line <&3; do
  echo "$line"
  [[ $line != *"$when"* ]] || kill -s "$signal" -- "-$restore"
done
wait "$restore"`;

/** Restores `file`, interrupted at the start of each phase, until it finishes. */
export async function restoreAtLast(site: Composed, file: string): Promise<void> {
  const cutOff = async (line: string, signal: "TERM" | "KILL") => {
    const said = await site.script(["bash", "-c", CUT_OFF, "cut-off", line, signal, file], {}, { fails: true });
    expect(said).toContain(line);
    return said;
  };
  const answers = async () => (await fetch(`${site.http}/draws`)).ok;
  await cutOff("restoring aside", "KILL");
  expect(await answers()).toBe(true);
  await cutOff("stopping the services", "TERM");
  await until("what was there goes on", answers);
  await cutOff("putting it in place", "KILL");
  expect(await site.containers("core")).toEqual([]);
  await cutOff("starting the services", "KILL");
  expect(await site.containers("core")).toEqual([]);
  await site.script(["ops/restore", file]);
  const left = "psql -U postgres -tAc \"select datname from pg_database where datname = 'fairhat_restoring'\"";
  expect(await site.inside("postgres", left)).toEqual({ status: 0, out: "" });
  await until("core is back", answers);
}

/** Makes a void draw again as its organiser does: one click opens the filled-in form. */
export async function redraw(site: Composed, { id, manageKey }: DrawAnswer): Promise<void> {
  const browser = await startBrowser();
  try {
    const { page, nothingWrong } = await visitor(browser, site.http, { reducedMotion: true });
    await manageWith(page, `${site.http}/draws/${id}`, manageKey);
    await arrive(page, () => page.locator('button[name="action"][value="redraw"]').click());
    await review(page, "now");
    await makeIt(page);
    const [, made = ""] = /\/draws\/([^/]+)$/.exec(page.url()) ?? [];
    await expectHolding([made], site.http);
    const record = await (await fetch(`${site.http}/api/draws/${made}/record`)).json();
    expect(record.manifest.previous).toBe(id);
    nothingWrong();
  } finally {
    await browser.close();
  }
}
