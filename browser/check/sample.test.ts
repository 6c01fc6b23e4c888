import { expect, test } from "bun:test";
import { recordOf } from "@fairhat/verify/fixture";
import type { Json } from "./change.ts";
import { fieldsOf, GROUPS, placeOf, sampleOf } from "./sample.ts";

const entries = Array.from({ length: 100 }, (_, at) => ({ label: `Entry ${at}` }));
const record = recordOf({ rule: "order/1", params: {}, entries }) as unknown as Json;

test("everything but the ends of long lists", () => {
  const { record: cut, cut: lists } = sampleOf(record);
  expect(lists).toEqual([
    { path: ["entries"], items: 92 },
    { path: ["outcome", "result", "order"], items: 92 },
  ]);
  expect(cut).toMatchObject({ entries: entries.slice(0, 8) });
  const { entries: _, outcome: __, ...rest } = record as Record<string, Json>;
  expect(cut).toMatchObject(rest);
});

test("every value of a record has a field, in one group", () => {
  const fields = fieldsOf(sampleOf(record).record);
  expect(Object.keys(fields)).toEqual([...GROUPS]);
  const places = Object.fromEntries(GROUPS.map((group) => [group, fields[group].map(({ path }) => placeOf(path))]));
  expect(places).toMatchObject({
    record: ["type", "state"],
    entries: Array.from({ length: 8 }, (_, at) => `entries[${at}].label`),
    void: ["void"],
    openings: expect.arrayContaining(["openings.b.statement.secret", "openings.a.signature"]),
  });
  expect(fields.outcome).toContainEqual({ path: ["outcome", "rule"], value: "order/1" });
});
