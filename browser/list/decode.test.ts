import { expect, test } from "bun:test";
import { decoded } from "./decode.ts";

const utf8 = new TextEncoder();
const bytes = (...numbers: number[]) => new Uint8Array(numbers);

test("UTF-8 is read, its byte order mark left out", () => {
  expect(decoded(utf8.encode("Zoë\n王小明"))).toEqual({ ok: true, text: "Zoë\n王小明", old: false });
  expect(decoded(utf8.encode("\ufeffZoë"))).toEqual({ ok: true, text: "Zoë", old: false });
  expect(decoded(bytes())).toEqual({ ok: true, text: "", old: false });
});

test("so is UTF-16 with its mark, in both orders", () => {
  expect(decoded(bytes(0xff, 0xfe, 0x41, 0, 0xeb, 0))).toEqual({ ok: true, text: "Aë", old: false });
  expect(decoded(bytes(0xfe, 0xff, 0, 0x41, 0, 0xeb))).toEqual({ ok: true, text: "Aë", old: false });
});

test("what is no UTF-8 is taken for Windows text, and that is told", () => {
  expect(decoded(bytes(0x5a, 0x6f, 0xeb, 0x20, 0x80))).toEqual({ ok: true, text: "Zoë €", old: true });
});

test.each([
  ["XLSX", bytes(0x50, 0x4b, 3, 4, 20, 0), "spreadsheet"],
  ["XLS", bytes(0xd0, 0xcf, 0x11, 0xe0, 0xa1), "spreadsheet"],
  ["a picture", bytes(0x89, 0x50, 0x4e, 0x47, 0, 0xff), "unreadable"],
  ["zeros", bytes(0x41, 0, 0x42), "unreadable"],
] as const)("%s is refused", (_, file, why) => {
  expect(decoded(file)).toEqual({ ok: false, why });
});
