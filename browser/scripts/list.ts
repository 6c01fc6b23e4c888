// The worker that processes lists, so that typing never waits.
import { listWork, type Order } from "../list/work.ts";

declare const ASSETS: Record<string, string>;

const work = listWork(() => import(`./${ASSETS["workbook.js"]}`));
let before: Promise<unknown> = Promise.resolve();

addEventListener("message", ({ data }: MessageEvent<Order>) => {
  // The page matches responses to requests by order.
  before = before.then(async () => postMessage(await work(data)));
  before = before.catch((error) => reportError(error));
});
