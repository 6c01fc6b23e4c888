import { yieldToOthers } from "@fairhat/runtime";

/** Text pieces as a response body; each is made while the previous one is sent. */
export function streamOf(pieces: Iterator<string> | AsyncIterator<string>): ReadableStream<Uint8Array> {
  const utf8 = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      await yieldToOthers();
      const { value, done } = await pieces.next();
      if (done) controller.close();
      else controller.enqueue(utf8.encode(value));
    },
  });
}
