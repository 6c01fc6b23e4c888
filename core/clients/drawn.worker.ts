// Parses one answer of the rules service from its JSON bytes.
import { drawnIn } from "./drawn.ts";

declare const self: Worker;

self.onmessage = ({ data }: MessageEvent<ArrayBuffer>) => {
  const { answers }: { answers: Parameters<typeof drawnIn>[0][] } = JSON.parse(new TextDecoder().decode(data));
  self.postMessage(answers.map(drawnIn));
};
