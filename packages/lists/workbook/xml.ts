// Streaming XML. Entities other than XML's five are refused, so that none can expand.
import { SaxesParser, type SaxesTagPlain } from "saxes";
import { WorkbookRefused } from "./archive.ts";

export type Attributes = Readonly<Record<string, string>>;

/** Receives a document's contents. Element names are without prefixes. */
export interface XmlListener {
  open(name: string, attributes: Attributes): void;
  close?(name: string): void;
  text?(text: string): void;
}

const PIECE = 2 ** 16; // bytes parsed at once

/** Throws WorkbookRefused unless well-formed. */
export function listenTo(bytes: Uint8Array, { open, close, text }: XmlListener): void {
  const parser = new SaxesParser({ xmlns: false, position: false });
  parser.on("error", (error) => {
    throw new WorkbookRefused("workbook_broken", error);
  });
  parser.on("opentag", ({ name, attributes }: SaxesTagPlain) => open(localName(name), attributes));
  if (close) parser.on("closetag", ({ name }: SaxesTagPlain) => close(localName(name)));
  if (text) for (const event of ["text", "cdata"] as const) parser.on(event, text);
  const decoder = new TextDecoder(encodingOf(bytes));
  for (let at = 0; at < bytes.length; at += PIECE)
    parser.write(decoder.decode(bytes.subarray(at, at + PIECE), { stream: true }));
  parser.write(decoder.decode()).close();
}

function localName(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}

// XML without a byte order mark is UTF-8 in every known workbook; the standards allow UTF-16.
function encodingOf([first, second]: Uint8Array): string {
  if (first === 0xff && second === 0xfe) return "utf-16le";
  return first === 0xfe && second === 0xff ? "utf-16be" : "utf-8";
}
