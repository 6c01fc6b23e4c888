import { expect, test } from "bun:test";
import { hide, summaryOf } from "@fairhat/protocol";
import { GivenList } from "./given.ts";
import { readHidden } from "./typed.ts";

const entries = ["Ada", "Grace", "Emmy"].map((label, at) => ({
  hidden: hide(label, `${at}`.repeat(32)),
  masked: at === 1 ? "" : `${label[0]}.`,
  ...(at === 2 && { tickets: 3 }),
}));
const lines = entries.map(({ hidden, masked, tickets = 1 }) => `${hidden} ${tickets} ${masked}`);

test("a list hidden by a browser is read as the entries of a private draw", async () => {
  const { list, report, first } = await readHidden(`${lines.join("\r\n")}\r\n`);
  const { count, tickets, root } = summaryOf(entries);
  const summary = { entry_count: count, entry_tickets: tickets, entry_root: root };
  expect(list).toMatchObject({ ok: true, value: { summary } });
  expect(report).toMatchObject({ entries: 3, tickets: 5 });
  expect(first).toEqual([{ label: "A." }, { label: "" }, { label: "E.", tickets: 3 }]);
});

test.each([
  ["a hash that comes twice", [lines[0], lines[0]], "entries[1].hidden"],
  ["a name", [lines[0], "Ada Bell"], "entries[1].label"],
  ["an odd number of tickets", [`${lines[0]}`.replace(" 1 ", " 01 ")], "entries[0].label"],
])("%s is refused by its position", async (_, some, at) => {
  const { list } = await readHidden(some.join("\n"));
  expect(list).toMatchObject({ ok: false, problem: { at } });
  expect(JSON.stringify(list)).not.toContain("Ada Bell");
});

test("the API's list is open or private, never both", () => {
  const both = (given: unknown[]) => {
    const list = new GivenList();
    for (const one of given) list.add(one);
    return list.end().list;
  };
  expect(both(entries).ok).toBe(true);
  expect(both([entries[0], "Grace"])).toMatchObject({ ok: false, problem: { at: "entries[1]" } });
  expect(both(["Grace", entries[0]])).toMatchObject({ ok: false, problem: { at: "entries[1]" } });
});
