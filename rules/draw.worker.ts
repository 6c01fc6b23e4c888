// Answers one large call: returns the JSON of the response.
import { answerDraw } from "./outcomes.ts";

declare const self: Worker;

self.onmessage = ({ data }: MessageEvent<unknown[]>) => {
  const bytes = new TextEncoder().encode(JSON.stringify({ answers: data.map((item) => answerDraw(item)) }));
  self.postMessage(bytes, [bytes.buffer]);
};
