import { expect, test } from "bun:test";
import { canonical, choices, fromHex, ruleName } from "@fairhat/protocol";
import fc from "fast-check";
import { FITTING, seeds } from "../testing/fitting.ts";
import { plainBelow, plainResult } from "../testing/plain.ts";
import { catalogue, check, sizeOf } from "./index.ts";
import type { Rule } from "./rule.ts";

test("every published rule has a name, a text and suitable lists", () => {
  expect([...catalogue.keys()].toSorted()).toEqual(Object.keys(FITTING).toSorted());
  for (const [name, rule] of catalogue) {
    expect(rule.name).toBe(ruleName.read(name));
    expect(rule.text).toMatch(/^[A-Z][^{}]*\.$/);
  }
});

for (const rule of catalogue.values()) {
  test(`${rule.name}: accepts valid input, and gives the result in the protocol's text`, () => {
    holds(rule, (params, list, seed) => {
      expect(check(rule.name, params, sizeOf(list))).toMatchObject({ ok: true, params });
      const result = rule.run(params, list, choices(fromHex(seed)));
      expect(canonical(result)).toBe(canonical(plainResult(rule.name, params, list, plainBelow(seed))));
    });
  });

  test(`${rule.name}: the worked examples match the rule, and an independent computation from the text`, () => {
    expect(rule.examples).toHaveLength(2);
    for (const { params, list, seed, result } of rule.examples) {
      expect(check(rule.name, params, sizeOf(list))).toMatchObject({ ok: true });
      expect(rule.run(params, list, choices(fromHex(seed)))).toEqual(result);
      expect(plainResult(rule.name, params, list, plainBelow(seed))).toEqual(result);
    }
  });

  test(`${rule.name}: changes neither parameters nor list`, () => {
    holds(rule, (params, list, seed) => {
      const before = canonical([params, list]);
      rule.run(params, list, choices(fromHex(seed)));
      expect(canonical([params, list])).toBe(before);
    });
  });

  test(`${rule.name}: says what it will do in one sentence`, () => {
    holds(rule, (params, list) => {
      const sentence = rule.describe(params, sizeOf(list));
      expect(sentence).toMatch(/^\d[^.]*\.$/);
      expect(sentence).not.toMatch(/\b1 (entries|winners|alternates|groups|tickets|numbers)\b/);
      expect(sentence).not.toMatch(/\b([02-9]|\d\d+) (entry|winner|alternate|group|ticket|number)\b/);
    });
  });
}

type Fits = Parameters<Rule["run"]>;

function holds(rule: Rule, law: (params: object, list: Fits[1], seed: string) => void): void {
  const fitting = FITTING[rule.name] as (typeof FITTING)[string];
  fc.assert(fc.property(fitting, seeds, ({ params, list }, seed) => law(params, list, seed)));
}
