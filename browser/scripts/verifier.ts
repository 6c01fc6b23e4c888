// The verifier in a worker, so that the page stays responsive.
import { type Order, worker } from "../check/work.ts";

const work = worker((answer) => postMessage(answer));
addEventListener("message", ({ data }: MessageEvent<Order>) => work(data));
