import { describe, expect, test } from "bun:test";
import { qrPath } from "./qr.ts";

const LINK = `https://draws.example/draws/${"0123456789abcdef".repeat(2)}`;

/** The dark modules of a path. */
function modulesOf({ size, path }: { size: number; path: string }): boolean[][] {
  const rows = Array.from({ length: size }, () => new Array<boolean>(size).fill(false));
  for (const [, x, y] of path.matchAll(/M(\d+) (\d+)h1v1h-1z/g)) (rows[Number(y)] as boolean[])[Number(x)] = true;
  return rows;
}

// ISO/IEC 18004: what a scanner needs, decoded here without the encoder's library.
describe("the QR code of a link", () => {
  const code = qrPath(LINK);
  const modules = modulesOf(code);
  const width = code.size - 8; // without the quiet zone
  const at = (x: number, y: number) => modules[y + 4]?.[x + 4] ?? false;

  test("has a quiet zone of four modules, and a valid size", () => {
    expect((width - 17) % 4).toBe(0);
    for (let along = 0; along < code.size; along += 1) {
      for (const edge of [0, 1, 2, 3, code.size - 4, code.size - 1]) {
        expect([modules[edge]?.[along], modules[along]?.[edge]]).toEqual([false, false]);
      }
    }
  });

  test("has its three finders, and the timing between them", () => {
    const finder = ["1111111", "1000001", "1011101", "1011101", "1011101", "1000001", "1111111"];
    for (const [left, top] of [
      [0, 0],
      [width - 7, 0],
      [0, width - 7],
    ] as const) {
      const found = finder.map((row, y) => [...row].map((_, x) => (at(left + x, top + y) ? "1" : "0")).join(""));
      expect(found).toEqual(finder);
    }
    for (let along = 8; along < width - 8; along += 1)
      expect([at(along, 6), at(6, along)]).toEqual([along % 2 === 0, along % 2 === 0]);
  });

  test("contains the link", () => {
    expect(read(width, at)).toBe(LINK);
  });
});

test("codes are cached, the latest 500", () => {
  const kept = qrPath(LINK);
  for (let other = 0; other < 499; other += 1) qrPath(`${LINK}?${other}`);
  expect(qrPath(LINK)).toBe(kept);
  for (let other = 500; other < 1_000; other += 1) qrPath(`${LINK}?${other}`);
  expect(qrPath(LINK)).not.toBe(kept);
  expect(qrPath(LINK)).toEqual(kept);
});

type Module = (x: number, y: number) => boolean;

/** The text of a code with one data block, without error correction. */
function read(width: number, at: Module): string {
  const format =
    Array.from({ length: 15 }, (_, bit) => formatBit(bit, at)).reduce(
      (sum, dark, bit) => sum | (Number(dark) << bit),
      0,
    ) ^ 0x5412;
  const mask = MASKS[(format >> 10) & 7] as (x: number, y: number) => boolean;
  const bits = zigzag(width).map(({ x, y }) => at(x, y) !== mask(x, y));
  const number = (from: number, length: number) =>
    bits.slice(from, from + length).reduce((sum, bit) => 2 * sum + Number(bit), 0);
  expect(number(0, 4)).toBe(4); // bytes
  const length = number(4, 8);
  const bytes = Uint8Array.from({ length }, (_, byte) => number(12 + 8 * byte, 8));
  return new TextDecoder().decode(bytes);
}

// Beside the first finder: up along column 8, left along row 8, without the timing.
function formatBit(bit: number, at: Module): boolean {
  if (bit < 6) return at(8, bit);
  if (bit < 8) return at(8, bit + 1);
  return bit === 8 ? at(7, 8) : at(14 - bit, 8);
}

const MASKS = [
  (x: number, y: number) => (x + y) % 2 === 0,
  (_: number, y: number) => y % 2 === 0,
  (x: number) => x % 3 === 0,
  (x: number, y: number) => (x + y) % 3 === 0,
  (x: number, y: number) => (Math.floor(y / 2) + Math.floor(x / 3)) % 2 === 0,
  (x: number, y: number) => ((x * y) % 2) + ((x * y) % 3) === 0,
  (x: number, y: number) => (((x * y) % 2) + ((x * y) % 3)) % 2 === 0,
  (x: number, y: number) => (((x + y) % 2) + ((x * y) % 3)) % 2 === 0,
];

/** Positions of data modules in order: columns of two, from the right, up and down. */
function zigzag(width: number): { x: number; y: number }[] {
  const places: { x: number; y: number }[] = [];
  let up = true;
  for (let right = width - 1; right > 0; right -= 2) {
    if (right === 6) right -= 1;
    for (let step = 0; step < width; step += 1) {
      const y = up ? width - 1 - step : step;
      for (const x of [right, right - 1]) if (isData(x, y, width)) places.push({ x, y });
    }
    up = !up;
  }
  return places;
}

function isData(x: number, y: number, width: number): boolean {
  const finder = (x < 9 && y < 9) || (x < 9 && y > width - 9) || (x > width - 9 && y < 9);
  const middle = width - 7; // of the one alignment pattern of these sizes
  const alignment = width > 21 && Math.abs(x - middle) < 3 && Math.abs(y - middle) < 3;
  return !finder && x !== 6 && y !== 6 && !alignment;
}
