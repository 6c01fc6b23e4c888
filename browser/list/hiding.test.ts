import { describe, expect, test } from "bun:test";
import { checkReceipt, hide, type PrivateEntry, receiptOf, summaryOf } from "@fairhat/protocol";
import { recordOf } from "@fairhat/verify/fixture";
import { receiptFrom } from "../receipt/link.ts";
import { readNames } from "../receipt/names.ts";
import { handoutOf, handoutsCsv, receiptsOf } from "../receipt/sheet.ts";
import { type Hidden, hiddenEntry, hiddenList, samplesOf } from "./hiding.ts";

const wanted = { takesTickets: true, mask: "initials", title: "Summer raffle", answers: [] } as const;
const random = (bytes: Uint8Array) => void crypto.getRandomValues(bytes);

type Done = Extract<Hidden, { kind: "hidden" }>;
const LIST = "Ada Bell, 3\nZoe\u0308 Mu\u0308ller\nGrace <grace@example.org>";
const done = hiddenList(LIST, wanted, random) as Done;
const entries = done.lines.split("\n").map(hiddenEntry) as PrivateEntry[];
const names = JSON.parse(done.file).names;

describe("a list hidden in its organiser's browser", () => {
  test("sends hashes, tickets and masks, and keeps names and salts", () => {
    expect(entries.map(({ masked, tickets }) => [masked, tickets])).toEqual([
      ["A. B.", 3],
      ["Z. M.", undefined],
      ["G.", undefined],
    ]);
    expect(names.map(({ label }: { label: string }) => label)).toEqual([
      "Ada Bell",
      "Zoë Müller",
      "Grace <grace@example.org>",
    ]);
    expect(names.map(({ label, salt }: { label: string; salt: string }) => hide(label, salt))).toEqual(
      entries.map(({ hidden }) => hidden),
    );
    expect(done.lines).not.toMatch(/Ada|Bell|Zo|Grace|example/);
    expect(done).toMatchObject({ count: 3, first: entries[0]?.hidden });
  });

  test("differs each time, because its salts do", () => {
    const again = hiddenList(LIST, wanted, random) as Done;
    expect(again.lines.split("\n").filter((line) => done.lines.includes(line.slice(0, 64)))).toEqual([]);
  });

  test("is refused if names are equal in NFC, or a finding is unanswered", () => {
    const repeated = hiddenList("Zoë\nAda\nZoe\u0308\nAda\nAda", wanted, random);
    expect(repeated).toEqual({ kind: "repeated", labels: ["Zoë", "Ada"] });
    expect(hiddenList("Ada, 0.5\nGrace", wanted, random)).toEqual({ kind: "unclear" });
  });

  test("shows its first names with their masks", () => {
    expect(samplesOf(LIST, wanted, "mail")).toEqual([
      { label: "Ada Bell", masked: "" },
      { label: "Zoë Müller", masked: "" },
      { label: "Grace <grace@example.org>", masked: "g…@e….org" },
    ]);
  });
});

test.each(["", "Ada", `${"0".repeat(64)} 0 A.`, `${"0".repeat(63)} 1 A.`, `${"0".repeat(64)} 1`])(
  "%j is not a hidden entry",
  (line) => {
    expect(hiddenEntry(line)).toBeNull();
  },
);

describe("the organiser's file", () => {
  test("is accepted for its own list", () => {
    expect(readNames(done.file, entries)).toEqual({ ok: true, names });
  });

  const changed = (change: (file: { names: Record<string, string>[] }) => void) => {
    const file = JSON.parse(done.file);
    change(file);
    return JSON.stringify(file);
  };
  test.each([
    ["cut short", "{", "not_names", ""],
    ["without a salt", changed(({ names }) => delete names[1]?.salt), "not_names", "names[1].salt"],
    [
      "with a salt twice",
      changed(({ names }) => Object.assign(names[2] as object, { salt: names[0]?.salt })),
      "salt_twice",
      "names[2].salt",
    ],
    [
      "with another name",
      changed(({ names }) => Object.assign(names[1] as object, { label: "Emmy" })),
      "another_draw",
      "names[1]",
    ],
    ["of a longer list", changed(({ names }) => names.pop()), "another_draw", "names"],
  ])("%s is refused by its position, without a name", (_, file, reason, at) => {
    expect(readNames(file, entries)).toEqual({ ok: false, refused: { reason, at } } as never);
    expect(reason + at).not.toContain("Emmy");
  });
});

test("every entrant gets a link with a valid receipt, in a table for mail merge", () => {
  const { manifest } = recordOf({ rule: "raffle/1", params: { winners: 1, alternates: 0 }, entries });
  expect(manifest.entries).toEqual(summaryOf(entries));
  const handouts = [...receiptsOf({ manifest, entries }, names)].map((receipt) =>
    handoutOf(receipt, "https://draws.example"),
  );
  for (const [index, { link }] of handouts.entries()) {
    const receipt = receiptFrom(link);
    expect(receipt).toEqual(receiptOf(manifest, entries, index, names[index]));
    expect(checkReceipt(receipt, manifest).ok).toBe(true);
  }
  const csv = handoutsCsv(handouts);
  expect(csv).toContain(`\r\n1,"Ada Bell",3,"https://draws.example/receipt#`);
  expect(csv.split("\r\n")).toHaveLength(5);
});
