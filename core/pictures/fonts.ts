// The fonts of pictures, because container images have none. Their licence is fonts/OFL.txt.

import { readFileSync } from "node:fs";
import latin from "./fonts/NotoSans-Bold.ttf" with { type: "file" };
import arabic from "./fonts/NotoSansArabic-Bold.ttf" with { type: "file" };
import devanagari from "./fonts/NotoSansDevanagari-Bold.ttf" with { type: "file" };
import hebrew from "./fonts/NotoSansHebrew-Bold.ttf" with { type: "file" };
import japanese from "./fonts/NotoSansJP-Bold.woff2" with { type: "file" };
import korean from "./fonts/NotoSansKR-Bold.woff2" with { type: "file" };
import chinese from "./fonts/NotoSansSC-Bold.woff2" with { type: "file" };
import thai from "./fonts/NotoSansThai-Bold.ttf" with { type: "file" };
import { type Script, scriptsIn } from "./text.ts";

const FILES: Record<Script, string> = { latin, arabic, devanagari, hebrew, thai, japanese, korean, chinese };

const read = new Map<Script, Uint8Array>();

/** The fonts for a text. */
export function fontsFor(text: string): Uint8Array[] {
  return scriptsIn(text).map((script) => {
    const font = read.get(script) ?? new Uint8Array(readFileSync(besideUs(FILES[script])));
    read.set(script, font);
    return font;
  });
}

/** The location of one of our files: absolute from source, beside the bundle in an image. */
export function besideUs(path: string): URL {
  return new URL(path, import.meta.url);
}
