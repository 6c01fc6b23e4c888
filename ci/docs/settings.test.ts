import { expect, test } from "bun:test";
import { readCompose } from "./network.ts";
import { readSettings, settingsTable } from "./settings.ts";

test("a service tells by itself what it reads", async () => {
  const read = await readSettings();
  expect([...read.keys()]).toEqual(["core", "random-a", "random-b", "rules"]);
  for (const names of read.values()) expect(names).toEqual(expect.arrayContaining(["HOST", "LOG_LEVEL", "PORT"]));
  expect(read.get("rules")?.filter((name) => name.endsWith("_FILE"))).toEqual([]);
  expect(read.get("random-b")).toContain("GENERATOR");
  expect(read.get("random-a")).not.toContain("GENERATOR");
  expect(read.get("core")).toContain("RANDOM_B_TOKEN_FILE");
});

test("what is given to all alike stands once", () => {
  const compose = readCompose(
    'services: {a: {environment: {X: "1", Y: "2"}}, b: {environment: {X: "1"}}}\nnetworks: {}',
  );
  const read = new Map([
    ["a", ["X", "Y", "Z"]],
    ["b", ["X", "Y"]],
  ]);
  expect(settingsTable(read, compose).split("\n").slice(2)).toEqual([
    "| `X` | all | `1` |",
    "| `Y` | all | a: `2`, b: nothing |",
    "| `Z` | a | nothing |",
  ]);
});
