// Renders SVG to PNG in a worker, because each takes a tenth of a second.
import { readFileSync } from "node:fs";
import { answerCalls } from "@fairhat/runtime";
import { initWasm, Resvg } from "@resvg/resvg-wasm";
import wasm from "@resvg/resvg-wasm/index_bg.wasm" with { type: "file" };
import { besideUs, fontsFor } from "./fonts.ts";

// Not awaited here: a worker gets no message before it listens.
const ready = initWasm(readFileSync(besideUs(wasm)));

answerCalls(async (svg: string): Promise<Uint8Array> => {
  await ready;
  const font = { fontBuffers: fontsFor(svg), defaultFontFamily: "Noto Sans" };
  const image = new Resvg(svg, { font });
  const picture = image.render();
  const png = picture.asPng();
  picture.free();
  image.free();
  return png;
});
