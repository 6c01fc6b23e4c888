// Runs the examples of docs/protocol.md.
import { expect, test } from "bun:test";
import { join } from "node:path";
import {
  canonical,
  choices,
  commitment,
  digest,
  type Entry,
  fromHex,
  hide,
  mgf1,
  seedOf,
  summaryOf,
} from "@fairhat/protocol";
import { catalogue } from "@fairhat/rules/catalogue";
import { verifyRecord } from "@fairhat/verify";

const text = await Bun.file(join(import.meta.dir, "../docs/protocol.md")).text();

function example(name: string) {
  const block = new RegExp(`^\`\`\`json ${name}\\n(.*?)^\`\`\``, "ms").exec(text)?.[1];
  return JSON.parse(block ?? "null");
}

interface Examples {
  canonical: { value: unknown; form: string }[];
  digest: { value: unknown; digest: string };
  tree: { entries: Entry[]; root: string }[];
  hidden: { label: string; salt: string; hidden: string }[];
  commitment: { service: string; draw: string; secret: string; commitment: string };
  seed: { M: string; secret_a: string; secret_b: string; seed: string };
  keystream: { seed: string; first32bytes: string };
  below: { seed: string; calls: { n: number; answer: number }[] };
}
const examples: Examples = example("examples");
const record = example("record");

test("the record at the beginning verifies, and was announced", () => {
  const report = verifyRecord(new TextEncoder().encode(canonical(record)));
  expect(report).toMatchObject({ verdict: "holds", announced: true, summary: { lead: 300_250, parties: 2 } });
});

test("canonical form, digest, tree, commitment", () => {
  for (const { value, form } of examples.canonical) expect(canonical(value)).toBe(form);
  expect(digest(examples.digest.value)).toBe(examples.digest.digest);
  for (const { entries, root } of examples.tree) expect(summaryOf(entries).root).toBe(root);
  for (const { label, salt, hidden } of examples.hidden) expect(hide(label, salt)).toBe(hidden);
  const { service, draw, secret } = examples.commitment;
  expect(commitment(service, draw, secret)).toBe(examples.commitment.commitment);
  expect(examples.commitment.commitment).toBe(record.seals.a.statement.commitment);
});

test("seed, keystream, below", () => {
  const { M, secret_a, secret_b, seed } = examples.seed;
  expect(M).toBe(digest(record.manifest));
  expect(seedOf(M, secret_a, secret_b)).toBe(seed);
  expect(seed).toBe(record.outcome.seed);
  const next = mgf1(fromHex(examples.keystream.seed));
  const words = Array.from({ length: 8 }, () => next().toString(16).padStart(8, "0"));
  expect(words.join("")).toBe(examples.keystream.first32bytes);
  const below = choices(fromHex(examples.below.seed));
  for (const { n, answer } of examples.below.calls) expect(below(n)).toBe(answer);
});

test("section 9 names every check, in the verifier's order", () => {
  const table = Array.from(text.matchAll(/^\| `([a-z]+)` \|/gm), ([, name]) => name);
  const { checks } = verifyRecord(new TextEncoder().encode(canonical(record)));
  expect(checks.map(({ name }) => name)).toEqual(table as string[]);
});

test("section 7 names every published rule", () => {
  const named = Array.from(text.matchAll(/^- \*\*`([a-z]+\/\d+)`\*\*/gm), ([, name]) => name as string);
  expect(new Set(named)).toEqual(new Set(catalogue.keys()));
});
