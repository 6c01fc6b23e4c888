import { describe, expect, test } from "bun:test";
import { type Pasted, readKeys, readPasted } from "./pasted.ts";

const ID = "0123456789abcdef".repeat(2);
const OURS: Pasted = { kind: "ours", path: `/api/draws/${ID}/record` };

test.each<[string, Pasted]>([
  ["", { kind: "nothing" }],
  [" \n", { kind: "nothing" }],
  [' {"type":1}\n', { kind: "record", text: '{"type":1}' }],
  ["[]", { kind: "record", text: "[]" }],
  [`https://draws.example/draws/${ID}`, OURS],
  [`HTTPS://draws.example/draws/${ID}/?from=100#check`, OURS],
  [`draws.example/draws/${ID}`, OURS],
  [`https://draws.example/api/draws/${ID}/record`, OURS],
  [`/draws/${ID}`, OURS],
  [ID, OURS],
  [`https://other.example/draws/${ID}`, { kind: "elsewhere", host: "other.example" }],
  [`https://draws.example:8443/draws/${ID}`, { kind: "elsewhere", host: "draws.example:8443" }],
  ["https://draws.example/rules", { kind: "neither" }],
  ["https://other.example/", { kind: "neither" }],
  ["https://draws.example/draws/1234", { kind: "neither" }],
  ["http://[", { kind: "neither" }],
  ["Ada and Bo", { kind: "neither" }],
  ["Ada", { kind: "neither" }],
])("%p", (pasted, given) => {
  expect(readPasted(pasted, "https://draws.example")).toEqual(given);
});

describe("keys", () => {
  const key = "0123456789abcdef".repeat(4);

  test("none, one, or both", () => {
    expect(readKeys({ a: "", b: " " })).toEqual({ ok: true, keys: { a: [], b: [] } });
    expect(readKeys({ a: ` ${key.toUpperCase()}\n`, b: "" })).toEqual({ ok: true, keys: { a: [key], b: [] } });
    expect(readKeys({ a: key, b: key })).toEqual({ ok: true, keys: { a: [key], b: [key] } });
  });

  test("malformed ones are named by their service", () => {
    expect(readKeys({ a: key.slice(1), b: key })).toEqual({ ok: false, sides: ["a"] });
    expect(readKeys({ a: "", b: `${key}0` })).toEqual({ ok: false, sides: ["b"] });
    expect(readKeys({ a: "g".repeat(64), b: "x" })).toEqual({ ok: false, sides: ["a", "b"] });
  });
});
