// The worker that looks at lists, beside the page, so that typing never waits for it.
import { listWork, type Order } from "../list/work.ts";

const work = listWork();
addEventListener("message", ({ data }: MessageEvent<Order>) => postMessage(work(data)));
