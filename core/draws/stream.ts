import { yieldToOthers } from "@fairhat/runtime";

/** Text in pieces as the body of an answer, each made when the one before is on its way. */
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
