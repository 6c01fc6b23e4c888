import { type QrPath, qrPathOf } from "@fairhat/browser/qr";

const MAX_KEPT = 500; // codes of a few kilobytes
const kept = new Map<string, QrPath>();

/** A QR code of a text. The latest are cached, because making one takes a third of a draw page's time. */
export function qrPath(text: string): QrPath {
  const code = kept.get(text) ?? qrPathOf(text);
  kept.delete(text);
  kept.set(text, code);
  const [oldest] = kept.keys();
  if (kept.size > MAX_KEPT && oldest !== undefined) kept.delete(oldest);
  return code;
}
