import { encode } from "uqr";

export interface QrPath {
  /** Width in modules. */
  size: number;
  /** The path of an SVG, one unit a module. */
  path: string;
}

/** A QR code of a text. */
export function qrPathOf(text: string): QrPath {
  const { size, data } = encode(text, { border: 4 });
  const rows = data.map((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : "")).join(""));
  return { size, path: rows.join("") };
}
