import { expect, test } from "bun:test";
import { numberedParam } from "./params.ts";

const LABELS = ["Ada", "Grace", "Emmy"];

test("a private form sends pairs and panels by number, and replaces a line without a match by a marker", () => {
  expect(numberedParam("pairs", "Grace - ada\nAda - Somebody", LABELS)).toBe("?\n#1 – #2");
  expect(numberedParam("panels", "3: emmy, Ada\nSomebody, Grace\nGrace", LABELS)).toBe("3: #1, #3\n?\n1: #2");
});
