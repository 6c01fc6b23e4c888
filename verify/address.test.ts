import { expect, test } from "bun:test";
import { recordAddress } from "./address.ts";

const ID = "0123456789abcdef".repeat(2);

test.each([
  [`http://localhost:3000/draws/${ID}`, `http://localhost:3000/api/draws/${ID}/record`],
  [`https://draws.example/draws/${ID}/`, `https://draws.example/api/draws/${ID}/record`],
  [`https://example.org/fairhat/draws/${ID}?page=2#top`, `https://example.org/fairhat/api/draws/${ID}/record`],
  [`https://draws.example/api/draws/${ID}`, `https://draws.example/api/draws/${ID}/record`],
  [`https://draws.example/api/draws/${ID}/record`, `https://draws.example/api/draws/${ID}/record`],
  ["https://example.org/records/one.json?raw=1", "https://example.org/records/one.json?raw=1"],
  ["https://example.org/draws/", "https://example.org/draws/"],
])("%s means %s", (given, address) => {
  expect(recordAddress(given)).toBe(address);
});
