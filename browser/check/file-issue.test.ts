import { expect, test } from "bun:test";
import { utf8 } from "@fairhat/protocol";
import { fileOf, recordOf } from "@fairhat/verify/fixture";
import { type FileIssue, fileIssueOf } from "./file-issue.ts";

const record = fileOf(recordOf({ rule: "order/1", params: {}, entries: [{ label: "Zoë" }, { label: "Ada" }] }));
const text = new TextDecoder().decode(record);
const cutAt = (place: string) => record.slice(0, utf8(text.slice(0, text.indexOf(place))).length + 1);

test.each<[string, Uint8Array, FileIssue]>([
  ["nothing", new Uint8Array(), "empty"],
  ["blank lines", utf8(" \n\n"), "empty"],
  ["PNG", Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10), "picture"],
  ["JPEG", Uint8Array.of(0xff, 0xd8, 0xff, 0xe0), "picture"],
  ["HEIC", utf8("\0\0\0\u0018ftypheic"), "picture"],
  ["PDF", utf8("%PDF-1.7"), "document"],
  ["ZIP", utf8("PK\u0003\u0004"), "document"],
  ["a page", utf8("<!DOCTYPE html><html>"), "page"],
  ["a byte order mark", utf8(`\ufeff${text}`), "marked"],
  ["Latin-1", Uint8Array.of(0x7b, 0xe9, 0x22, 0x22, 0x22, 0x22), "not text"],
  ["a record cut in its middle", record.slice(0, 700), "cut short"],
  ["a record cut in a text", cutAt("Ada"), "cut short"],
  ["a record cut in a character", cutAt("ë"), "cut short"],
  ["a record without its last character", record.slice(0, -1), "cut short"],
  ["a backslash at the end", utf8('{"a":"\\'), "cut short"],
  ["a list of names", utf8("Ada\nBo\n"), "not JSON"],
  ["names in quotes", utf8('"Ada","Bo"'), "not JSON"],
  ["closed, but wrong", utf8('{"a":,}'), "not JSON"],
  ["JSON of somebody else", utf8('{"name":"Ada"}'), "other"],
  ["a number", utf8("7"), "other"],
  ["nested too deep", utf8(`{"type":"fairhat/1/record","x":${"[".repeat(40)}${"]".repeat(40)}}`), "deep"],
])("%s", (_, file, oddity) => {
  expect(fileIssueOf(file)).toBe(oddity);
});
