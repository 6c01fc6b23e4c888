import { expect, test } from "bun:test";
import { stagesPicture, stagesTable } from "./stages.ts";

const stage = { branch: null, credentials: [], unsuccessful: [], cleanup: [] };
const stages = [
  { ...stage, name: "Try", scripts: ["ci/stages/try"] },
  { ...stage, name: "Ship", scripts: ["ci/stages/ship"], branch: "main", unsuccessful: ["ci/stages/back"] },
];

test("stages in their order, main's apart, a failure to where it leads", () => {
  expect(stagesPicture(stages).split("\n").slice(4, -1)).toEqual([
    "  s1 -->|main alone| s2",
    '  s1 -->|other branches| tested(["built and tested"])',
    '  s2 --> live(["live"])',
    '  s2 -. fails .-> back["<code>ci/stages/back</code>"]',
    '  back --> red(["red; what ran before serves"])',
  ]);
  expect(stagesTable(stages)).toContain("| 2 | Ship | `ci/stages/ship` | main |  | `ci/stages/back` |  |");
});
