// Answers what it is sent.
import { yieldToRequests } from "../worker.ts";

declare const self: Worker;

yieldToRequests();
self.onmessage = ({ data }: MessageEvent<string>) => self.postMessage(data);
