// Bodies made to exhaust core, sent to a real core on PostgreSQL: each is refused in bounded memory, and core answers others.
import { afterAll, beforeAll, expect, setDefaultTimeout, test } from "bun:test";
import { readFileSync } from "node:fs";
import { type System, startSystem } from "./system.ts";

setDefaultTimeout(120_000);

const BYTES = 60 * 2 ** 20;
const MOST_MEMORY = 700 * 2 ** 20; // bytes, of which the body itself may be there twice

let system: System;
beforeAll(async () => {
  system = await startSystem();
});
afterAll(() => system.stop());

const repeated = (text: string, before = "", after = "") =>
  before + text.repeat((BYTES - before.length - after.length) / text.length) + after;

const SHAPES: [name: string, path: string, body: string, reason: string][] = [
  ["lists in lists", "/api/draws", repeated("["), "too_deep"],
  ["objects in objects", "/api/draws", repeated('{"":'), "too_deep"],
  ["members of one name", "/api/draws", repeated('{"":0,'), "too_deep"],
  ["one object of many members", "/api/draws", repeated('"":0,', "{"), "too_many_members"],
  ["numbers", "/api/draws", repeated("1,", '{"entries":['), "too_many_values"],
  ["empty lists", "/api/draws", repeated("[],", '{"entries":['), "too_many_values"],
  ["empty strings", "/api/draws", repeated('"",', '{"entries":['), "too_many_values"],
  ["white space", "/api/draws", repeated(" ", "{", "}"), "malformed"],
  ["a string that never ends", "/api/draws", repeated("\\u0061", '{"title":"'), "not_json"],
  ["a long body where none is taken", "/api/rules/check", repeated(" ", "{", "}"), "too_large"],
];

const memory = () => {
  const status = readFileSync(`/proc/${system.pid("core")}/status`, "utf8");
  return 1_024 * Number(/VmHWM:\s+(\d+)/.exec(status)?.[1]);
};

test.each(SHAPES)("%s: refused, and core goes on", async (_, path, body, reason) => {
  const headers = { "content-type": "application/json" };
  const sent = fetch(`${system.url}${path}`, { method: "POST", headers, body });
  const visited = fetch(`${system.url}/health`);
  const answer = await sent;
  expect((await answer.json()).reason).toBe(reason);
  expect((await visited).status).toBe(200);
  expect(memory()).toBeLessThan(MOST_MEMORY);
});
