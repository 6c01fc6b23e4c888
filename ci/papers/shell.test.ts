import { expect, test } from "bun:test";
import { commandsOf } from "./shell.ts";

test.each<[string, string[]]>([
  ["npm start", ["npm start"]],
  ["ci/images HEAD   # with a registry; or not\nci/deploy HEAD", ["ci/images HEAD", "ci/deploy HEAD"]],
  ["docker run \\\n  x && y --z | tail -n 1", ["docker run x", "y --z", "tail -n 1"]],
  ["A=1 B='x y' ci/roll core\nC=$(git log)", ["ci/roll core"]],
  ["for one in a b; do ci/stages/$one || break; done", ["ci/stages/$one"]],
  ["curl -d '{\n \"a\": 1; # no comment\n}' http://x/#y", ["curl -d '{\n \"a\": 1; # no comment\n}' http://x/#y"]],
  ["# only a remark", []],
])("%j", (block, commands) => {
  expect(commandsOf(block).map((words) => words.join(" "))).toEqual(commands);
});
