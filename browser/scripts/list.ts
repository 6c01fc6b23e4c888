// The worker that looks at lists, beside the page, so that typing never waits for it.
import { listWork, type Order } from "../list/work.ts";

declare const ASSETS: Record<string, string>;

const work = listWork(() => import(`./${ASSETS["workbook.js"]}`));
let before: Promise<unknown> = Promise.resolve();

addEventListener("message", ({ data }: MessageEvent<Order>) => {
  // The page knows an answer by its place in the order.
  before = before.then(async () => postMessage(await work(data)));
  before = before.catch((error) => reportError(error));
});
