// The worker: the one verifier, beside the page, so that the page stays usable.
import { type Order, worker } from "../check/work.ts";

const work = worker((answer) => postMessage(answer));
addEventListener("message", ({ data }: MessageEvent<Order>) => work(data));
