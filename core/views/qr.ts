import { encode } from "uqr";

interface QrPath {
  /** Width in modules. */
  size: number;
  /** The path of an SVG, one unit a module. */
  path: string;
}

const MAX_KEPT = 500; // codes of a few kilobytes
const kept = new Map<string, QrPath>();

/** A QR code of a text. The latest ones are kept, for making one takes a third of the time of a draw's page. */
export function qrPath(text: string): QrPath {
  const code = kept.get(text) ?? makeQrPath(text);
  kept.delete(text);
  kept.set(text, code);
  const [oldest] = kept.keys();
  if (kept.size > MAX_KEPT && oldest !== undefined) kept.delete(oldest);
  return code;
}

function makeQrPath(text: string): QrPath {
  const { size, data } = encode(text, { border: 4 });
  const rows = data.map((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : "")).join(""));
  return { size, path: rows.join("") };
}
