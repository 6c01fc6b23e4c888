// The text of a file, in the encodings that list files really have.

export type Decoded =
  | { ok: true; text: string /** Whether it was read as Windows text, for want of anything better. */; old: boolean }
  | { ok: false; why: "spreadsheet" | "unreadable" };

const ZIP = [0x50, 0x4b, 0x03, 0x04]; // XLSX, ODS, Numbers
const OLE = [0xd0, 0xcf, 0x11, 0xe0]; // XLS

export function decoded(bytes: Uint8Array): Decoded {
  if (beginsWith(bytes, ZIP) || beginsWith(bytes, OLE)) return { ok: false, why: "spreadsheet" };
  const encoding = beginsWith(bytes, [0xff, 0xfe])
    ? "utf-16le"
    : beginsWith(bytes, [0xfe, 0xff])
      ? "utf-16be"
      : "utf-8";
  const text = strictly(encoding, bytes);
  if (text?.includes("\0") || (text === null && bytes.includes(0))) return { ok: false, why: "unreadable" };
  return text === null
    ? { ok: true, text: new TextDecoder("windows-1252").decode(bytes), old: true }
    : { ok: true, text, old: false };
}

// A byte order mark is no part of the text: TextDecoder leaves it out.
function strictly(encoding: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function beginsWith(bytes: Uint8Array, start: number[]): boolean {
  return start.every((byte, at) => bytes[at] === byte);
}
