import { expect, test } from "bun:test";
import { drawOf, recordAddress } from "./address.ts";

const ID = "0123456789abcdef".repeat(2);

test.each([
  [`http://localhost:3000/draws/${ID}`, `http://localhost:3000/api/draws/${ID}/record`],
  [`https://draws.example/draws/${ID}/`, `https://draws.example/api/draws/${ID}/record`],
  [`https://example.org/fairhat/draws/${ID}?page=2#top`, `https://example.org/fairhat/api/draws/${ID}/record`],
  [`https://draws.example/api/draws/${ID}`, `https://draws.example/api/draws/${ID}/record`],
  [`https://draws.example/api/draws/${ID}/record`, `https://draws.example/api/draws/${ID}/record`],
  ["https://example.org/records/one.json?raw=1", "https://example.org/records/one.json?raw=1"],
  ["https://example.org/draws/", "https://example.org/draws/"],
])("%s becomes %s", (given, address) => {
  expect(recordAddress(given)).toBe(address);
});

test.each([
  [`https://draws.example/draws/${ID}`, ID],
  [`https://draws.example/fairhat/draws/${ID}/?page=2#/draws/${"f".repeat(32)}`, ID],
  [`https://draws.example/api/draws/${ID}/record`, ID],
  [`https://draws.example/api/draws/${ID}/lock`, ID],
  [`https://draws.example/draws/${ID.toUpperCase()}`, ID],
  [`https://draws.example/%64raws%2f${ID}`, ID],
  [`https://draws.example/draws/${"f".repeat(32)}/../${ID}`, ID],
  [`https://draws.example/draws/${ID}0`, null],
  [`https://draws.example/%draws/${ID}`, null],
  ["https://draws.example/records/one.json", null],
])("the draw of %s is %p", (address, draw) => {
  expect(drawOf(address)).toBe(draw);
});
