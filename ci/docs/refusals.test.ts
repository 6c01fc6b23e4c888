import { expect, test } from "bun:test";
import { refusalsTable } from "./refusals.ts";

const assert = (fail_msg: string) => ({ name: "Refuse", "ansible.builtin.assert": { fail_msg } });
const said = (message: string) => refusalsTable(new Map([["p.yml", [assert(message)]]])).split("\n")[2];

test("every sentence that ends a run is told, wherever its task stands", () => {
  const task = { block: [assert("In a block.")], rescue: [{ name: "Say", "ansible.builtin.fail": { msg: "Saved." } }] };
  const told = refusalsTable(new Map([["p.yml", [{ name: "A play", tasks: [assert("In a play."), task] }]]]));
  expect(told.split("\n").slice(2)).toEqual([
    "| Refuse | In a play. | `p.yml` |",
    "| Refuse | In a block. | `p.yml` |",
    "| Say | Saved. | `p.yml` |",
  ]);
});

test.each([
  ["{{ here }} has {{ a | b('c') }} MB;\n  take more.", "… has … MB; take more."],
  [
    "{{ {'a': 'a wants what nobody has given; give it.'}[a] | default('b is ' ~ b ~ '; set it to one of those that are there.') }}",
    "a wants what nobody has given; give it. Or: set it to one of those that are there.",
  ],
])("%p is told as %p", (message, told) => {
  expect(said(message)).toBe(`| Refuse | ${told} | \`p.yml\` |`);
});

test("what only a program says is not", () => {
  expect(said("{{ done.stderr_lines | last }}")).toBeUndefined();
});
