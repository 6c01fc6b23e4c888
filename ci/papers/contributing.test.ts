// What stands in two places for two kinds of readers stands there alike.
import { expect, test } from "bun:test";
import { textOf } from "./documents.ts";

const form = await textOf(".github/pull_request_template.md");
const guide = await textOf("CONTRIBUTING.md");
const ticks = (text: string) => Array.from(text.matchAll(/^- \[ \] ([^:(\n]+)/gm), ([, tick = ""]) => tick.trim());
const part = (text: string, heading: string) => text.split(/^## /m).find((one) => one.startsWith(heading)) ?? "";

test("a pull request's form has the review checklist of CONTRIBUTING.md", () => {
  const asked = Array.from(part(guide, "Review checklist").matchAll(/^- \*\*(.+?)\*\*/gm), ([, name = ""]) => name);
  expect(asked.length).toBeGreaterThan(8);
  expect(ticks(part(form, "Review"))).toEqual(asked);
});

test("and the board's definition of done, which CONTRIBUTING.md tells, too", async () => {
  const done = Array.from((await textOf("backlog/config.yml")).matchAll(/^ {2}- "(.+)"$/gm), ([, one = ""]) => one);
  expect(done).toHaveLength(5);
  const told = part(guide, "Definition of done")
    .replace(/[\s`]+/g, " ")
    .toLowerCase();
  for (const one of done) expect(told).toContain(one.toLowerCase());
  // The merge comes after the form.
  expect(ticks(part(form, "Done")).slice(0, 4)).toEqual(done.slice(0, 4));
});
