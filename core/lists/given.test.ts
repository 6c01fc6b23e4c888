import { expect, test } from "bun:test";
import { entriesOf, newList } from "../draws/entries.ts";
import { MOST_ENTRIES } from "../draws/requests.ts";
import { GivenList } from "./given.ts";

function listOf(given: Iterable<unknown>) {
  const list = new GivenList();
  for (const one of given) list.add(one);
  return list.end();
}

test("a label is short for an entry, a single ticket is omitted, and text is in NFC", () => {
  const given = ["Ada", { label: "Ame\u0301lie" }, { label: "Cy", tickets: 1 }, { label: "Di", tickets: 2 }];
  const kept = [{ label: "Ada" }, { label: "Am\u00e9lie" }, { label: "Cy" }, { label: "Di", tickets: 2 }];
  const { list, chunks } = listOf(given);
  expect(chunks.flatMap(entriesOf)).toEqual(kept);
  expect(list).toEqual({ ok: true, value: newList(kept).summary });
});

test.each<[unknown, string]>([
  [17, "entries[1]"],
  ["", "entries[1]"],
  [{ label: "Bob", tickets: 0 }, "entries[1].tickets"],
  [{ label: "Bob", more: 1 }, "entries[1].more"],
])("the first invalid entry is named: %j", (wrong, at) => {
  expect(listOf(["Ada", wrong, null])).toMatchObject({ list: { ok: false, problem: { at } }, chunks: [] });
});

test("there may be a million entries, and no more", () => {
  const list = new GivenList();
  for (let at = 0; at < MOST_ENTRIES; at += 1) list.add("Ada");
  expect(list.isWrong()).toBe(false);
  list.add("Ada");
  const problem = {
    at: "entries",
    expected: { code: "entries_at_most", most: 1_000_000 },
    found: { code: "more" },
  } as const;
  expect(list.end()).toEqual({ list: { ok: false, problem }, chunks: [] });
}, 30_000);
